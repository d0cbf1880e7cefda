import { html } from "hono/html";
import type { Change } from "#model/change";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import { changePath, evolutionPath, type View, versionPath } from "../../addresses.ts";
import { FAMILY_NAMES, type Family, familyOf } from "../../label-words.ts";
import { absolute, changeLine, shortDuration, wordCounts } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { stamp } from "./instant.ts";
import { grown, narrowest, spaced } from "./timeline-scale.ts";

/** Pixels. A tick can be hit by a finger; more ticks than the page is wide scroll sideways. */
const TICK_WIDTH = 26;
/** The nearest two ticks are no nearer than this: their numbers stay apart. */
const MIN_APART = 19;
const AXIS = 54;
const HEIGHT = 76;
const MIN_STEM = 8;
const MAX_STEM = 44;
/** Shares of the whole line between two ticks beyond which the time between them is printed: on a desktop, on a phone. */
const ROOM = 0.075;
const ROOM_ON_PHONE = 0.17;
/** Versions drawn; of a page that was changed more often the latest. */
const MAX_TICKS = 120;

/** One shape per family of labels, about 10 pixels wide around the origin; colour comes from the style sheet. */
const SHAPES: Readonly<Record<Family | "first", string>> = {
  first: "M-1.5-9h3v9h-3z",
  headline: "M0-6.5 6 4.5H-6z",
  note: "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
  fact: "M0-6.5 6 0 0 6.5-6 0z",
  tone: "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0z",
  passage: "M-4.8-4.8h9.6v9.6h-9.6z",
  form: "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0zm1.6 0a2.6 2.6 0 1 1 5.2 0a2.6 2.6 0 1 1-5.2 0z",
};

export interface TimelineOf {
  readonly id: ArticleId;
  /** All, oldest first. */
  readonly versions: readonly VersionHead[];
  /** By the number of the version that each opened. */
  readonly changes: ReadonlyMap<number, Change>;
  /** Offer the text with all its versions, where the page is not that one. */
  readonly whole?: boolean;
  /** The pair that the page shows. */
  readonly pair?: { readonly from: number; readonly to: number; readonly view: View };
}

/** Every version as a tick on a line of time, each leading to what it changed; empty where there is nowhere to go. */
export function timeline(of: TimelineOf): Html | "" {
  const { versions, changes } = of;
  if (versions.length < (of.pair ? 3 : 2)) return "";
  const shown = versions.slice(-MAX_TICKS);
  const places = spaced(shown.map((version) => version.firstSeenAt));
  const width = Math.max(shown.length * TICK_WIDTH, Math.ceil(MIN_APART / narrowest(places)));
  const families = new Set(shown.map((version) => family(changes.get(version.number))));
  return html`<nav class="timeline" aria-label="Timeline of the versions">
<div class="line"><div><svg width="${width}" height="${HEIGHT}" role="group" aria-label="Versions, from first to last">
<line class="axis" x1="0" x2="100%" y1="${AXIS}" y2="${AXIS}"/>${between(of, shown, places)}
${shown.map((version, i) => tick(of, version, places[i]!, i === 0 ? undefined : shown[i - 1]))}</svg>
<p class="ends">${stamp(shown[0]!.firstSeenAt)} <span>${stamp(shown.at(-1)!.firstSeenAt)}</span></p></div></div>
<p class="legend">${[...families].map((each) => (each === "first" ? "" : html`<span><svg width="13" height="13" aria-hidden="true">${mark(each, "50%", 6.5)}</svg> ${FAMILY_NAMES[each]}</span>\n`))}<span>The higher, the more words changed.${shown.length < versions.length ? ` The latest ${MAX_TICKS} of ${versions.length} versions.` : ""}</span>${of.whole ? html` <a href="${evolutionPath(of.id)}">All versions in one text</a>` : ""}</p>
</nav>`;
}

const family = (change: Change | undefined): Family | "first" => (change ? familyOf(change.summary) : "first");

const percent = (place: number): string => `${(100 * place).toFixed(2)}%`;

/** Shapes keep their size while their places stretch with the page: each stands in a picture of its own. */
const mark = (shape: Family | "first", x: string, y: number): Html =>
  html`<svg x="${x}" y="${y}" overflow="visible"><path class="f-${shape}" d="${SHAPES[shape]}"/></svg>`;

function tick(of: TimelineOf, version: VersionHead, place: number, before: VersionHead | undefined): Html {
  const change = of.changes.get(version.number);
  const words = change ? change.summary.wordsAdded + change.summary.wordsRemoved : 0;
  const top = !change ? AXIS : AXIS - MIN_STEM - Math.round((MAX_STEM - MIN_STEM) * grown(words));
  const x = percent(place);
  const here = before && of.pair?.from === before.number && of.pair.to === version.number;
  const href = before
    ? changePath(of.id, before.number, version.number, of.pair?.view)
    : versionPath(of.id, version.number);
  return html`<a href="${href}"${here ? html` aria-current="page"` : ""}${isEnd(of, version) ? html` class="end"` : ""}><title>${told(version, change)}</title>
<svg x="${x}" overflow="visible"><rect x="${-TICK_WIDTH / 2}" width="${TICK_WIDTH}" height="${HEIGHT}" class="hit"/><path class="stem" d="M0 ${AXIS}V${top}"/></svg>${mark(family(change), x, top)}
<text x="${x}" y="${HEIGHT - 4}" aria-hidden="true">${version.number}</text></a>
`;
}

const isEnd = ({ pair }: TimelineOf, { number }: VersionHead): boolean =>
  pair !== undefined && (pair.from === number || pair.to === number);

function told(version: VersionHead, change: Change | undefined): string {
  const opening = `Version ${version.number}, ${absolute(version.firstSeenAt)}`;
  if (!change) return opening;
  const counts = wordCounts(change.summary);
  return `${opening}: ${changeLine(change.summary)}${counts ? ` (${counts})` : ""}`;
}

/** How long it took from one version to the next, where there is room to say it; and the stretch of the pair shown. */
function between({ pair }: TimelineOf, shown: readonly VersionHead[], places: readonly number[]): Html {
  const x1 = places[shown.findIndex(({ number }) => number === pair?.from)];
  const x2 = places[shown.findIndex(({ number }) => number === pair?.to)];
  const labels = places.slice(1).map((place, i) => {
    const room = place - places[i]!;
    if (room < ROOM) return "";
    const time = shortDuration(shown[i + 1]!.firstSeenAt - shown[i]!.firstSeenAt);
    return html`<text class="gap${room < ROOM_ON_PHONE ? " roomy" : ""}" x="${percent(place - room / 2)}" y="${HEIGHT - 4}">${time}</text>`;
  });
  return html`${x1 !== undefined && x2 !== undefined ? html`<line class="shown" x1="${percent(x1)}" x2="${percent(x2)}" y1="${AXIS}" y2="${AXIS}"/>` : ""}${labels}`;
}
