import { html } from "hono/html";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { ArticleId } from "#model/id";
import type { ChangedByline } from "#model/shown-byline";
import type { VersionHead } from "#model/version";
import type { Html } from "#publish/markup";
import { articlePath, bylineId, evolutionPath, headPath, pairPath, type View } from "#view/addresses";
import { MAX_DRAWN } from "#view/article";
import { bylineEvent } from "#words/bylines";
import { FAMILY_NAMES, type Family, familyOf } from "#words/labels";
import { textOf } from "#words/say";
import { absolute, changeLine, shortDuration, wordCounts } from "#words/wording";
import { stamp } from "./instant.ts";
import { raisedId } from "./raised-dates.ts";
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

/** A clock's face on the line itself: a date was put forward, and no text grew. */
const CLOCK = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM0-3V0l2 1.4";

/** A pen on the line: the names were changed. */
const PEN = "M-5 5l1.2-4.2L2.6-5.6l3 3L-.8 3.8z";

export interface TimelineOf {
  readonly id: ArticleId;
  /** All, oldest first. */
  readonly versions: readonly VersionHead[];
  /** By the place of the version that each opened. */
  readonly changes: ReadonlyMap<number, Change>;
  /** Dates raised over the same text, oldest first. */
  readonly raised: readonly RaisedDate[];
  /** Names changed over the same text, oldest first. */
  readonly bylines?: readonly ChangedByline[];
  /** Offer the text with all its versions, where the page is not that one. */
  readonly whole?: boolean;
  /** The pair that the page shows, by places. */
  readonly pair?: { readonly from: number; readonly to: number; readonly view: View };
}

/** What is on the line: a version, or a date raised or names changed without an edit. */
type Happening =
  | { readonly at: number; readonly version: VersionHead; readonly before: VersionHead | undefined }
  | { readonly at: number; readonly raised: RaisedDate }
  | { readonly at: number; readonly byline: ChangedByline };

/** Every version as a tick on a line of time, each leading to what it changed; empty where there is nowhere to go. */
export function timeline(of: TimelineOf): Html | "" {
  const { versions, changes } = of;
  const events = eventsOf(of);
  if (versions.length === 0 || versions.length + events.length < (of.pair ? 3 : 2)) return "";
  const shown = versions.slice(-MAX_DRAWN);
  const happened = inOrder(shown, events);
  const places = spaced(happened.map(({ at }) => at));
  const width = Math.max(happened.length * TICK_WIDTH, Math.ceil(MIN_APART / narrowest(places)));
  const families = new Set(shown.map((version) => family(changes.get(version.place))));
  const anyRaised = happened.some((each) => "raised" in each);
  const anyByline = happened.some((each) => "byline" in each);
  return html`<nav class="timeline" aria-label="Timeline of the versions">
<div class="line"><div><svg width="${width}" height="${HEIGHT}" role="group" aria-label="Versions, from first to last">
<line class="axis" x1="0" x2="100%" y1="${AXIS}" y2="${AXIS}"/>${between(of, happened, places)}
${happened.map((each, i) => drawn(of, each, places[i]!))}</svg>
<p class="ends">${stamp(happened[0]!.at)} <span>${stamp(happened.at(-1)!.at)}</span></p></div></div>
<p class="legend">${[...families].map((each) => (each === "first" ? "" : html`<span><svg width="13" height="13" aria-hidden="true">${mark(each, "50%", 6.5)}</svg> ${FAMILY_NAMES[each]}</span>\n`))}${anyRaised ? html`<span><svg width="13" height="13" aria-hidden="true">${clock("50%", 6.5)}</svg> date raised, no edit</span>\n` : ""}${anyByline ? html`<span><svg width="13" height="13" aria-hidden="true">${pen("50%", 6.5)}</svg> names changed, no edit</span>\n` : ""}<span>The higher a mark, the more words changed.${shown.length < versions.length ? ` The latest ${MAX_DRAWN} of ${versions.length} versions.` : ""}</span>${of.whole ? html` <a href="${evolutionPath(of.id)}">All versions in one text</a>` : ""}</p>
</nav>`;
}

const drawn = (of: TimelineOf, happening: Happening, place: number): Html => {
  if ("version" in happening) return tick(of, happening.version, place, happening.before);
  return "raised" in happening
    ? raisedMark(of.id, happening.raised, place)
    : bylineMark(of.id, happening.byline, place);
};

type Event = Exclude<Happening, { readonly version: VersionHead }>;

const eventsOf = ({ raised, bylines = [] }: TimelineOf): readonly Event[] =>
  [
    ...raised.map((each): Event => ({ at: each.seenAt, raised: each })),
    ...bylines.map((each): Event => ({ at: each.seenAt, byline: each })),
  ].sort((a, b) => a.at - b.at);

/** Versions in their order, whatever their clocks say, and each event before the first version that came after it. */
function inOrder(versions: readonly VersionHead[], events: readonly Event[]): readonly Happening[] {
  const waiting = events.filter(({ at }) => at > versions[0]!.firstSeenAt).slice(-MAX_DRAWN);
  const happened: Happening[] = [];
  const take = (until: number) => {
    while (waiting[0] && waiting[0].at < until) happened.push(waiting.shift()!);
  };
  versions.forEach((version, i) => {
    take(version.firstSeenAt);
    happened.push({ at: version.firstSeenAt, version, before: versions[i - 1] });
  });
  take(Number.POSITIVE_INFINITY);
  return happened;
}

const family = (change: Change | undefined): Family | "first" => (change ? familyOf(change.summary) : "first");

const percent = (place: number): string => `${(100 * place).toFixed(2)}%`;

/** Shapes keep their size while their places stretch with the page: each stands in a picture of its own. */
const mark = (shape: Family | "first", x: string, y: number): Html =>
  html`<svg x="${x}" y="${y}" overflow="visible"><path class="f-${shape}" d="${SHAPES[shape]}"/></svg>`;

const pen = (x: string, y: number): Html =>
  html`<svg x="${x}" y="${y}" overflow="visible"><path class="clock" d="${PEN}"/></svg>`;

const clock = (x: string, y: number): Html =>
  html`<svg x="${x}" y="${y}" overflow="visible"><path class="clock" d="${CLOCK}"/></svg>`;

const raisedMark = (id: ArticleId, { seenAt, versionNumber, newModifiedAt }: RaisedDate, place: number): Html =>
  eventMark(
    `${articlePath(id)}#${raisedId(seenAt)}`,
    `Date raised to ${absolute(newModifiedAt)} over the text of version ${versionNumber}, seen ${absolute(seenAt)}`,
    place,
    clock,
  );

const bylineMark = (id: ArticleId, event: ChangedByline, place: number): Html =>
  eventMark(`${articlePath(id)}#${bylineId(event.seenAt)}`, textOf(bylineEvent(event)), place, pen);

const eventMark = (href: string, title: string, place: number, draw: (x: string, y: number) => Html): Html =>
  html`<a href="${href}"><title>${title}</title>
<svg x="${percent(place)}" overflow="visible"><rect x="${-TICK_WIDTH / 2}" y="${AXIS - TICK_WIDTH / 2}" width="${TICK_WIDTH}" height="${TICK_WIDTH}" class="hit"/></svg>${draw(percent(place), AXIS)}</a>
`;

function tick(of: TimelineOf, version: VersionHead, place: number, before: VersionHead | undefined): Html {
  const change = of.changes.get(version.place);
  const words = change ? change.summary.wordsAdded + change.summary.wordsRemoved : 0;
  const top = !change ? AXIS : AXIS - MIN_STEM - Math.round((MAX_STEM - MIN_STEM) * grown(words));
  const x = percent(place);
  const here = before && of.pair?.from === before.place && of.pair.to === version.place;
  const href = before ? pairPath(before, version, of.pair?.view) : headPath(version);
  return html`<a href="${href}"${here ? html` aria-current="page"` : ""}${isEnd(of, version) ? html` class="end"` : ""}><title>${versionTitle(version, change)}</title>
<svg x="${x}" overflow="visible"><rect x="${-TICK_WIDTH / 2}" width="${TICK_WIDTH}" height="${HEIGHT}" class="hit"/><path class="stem" d="M0 ${AXIS}V${top}"/></svg>${mark(family(change), x, top)}
<text x="${x}" y="${HEIGHT - 4}" aria-hidden="true">${version.place}</text></a>
`;
}

const isEnd = ({ pair }: TimelineOf, { place }: VersionHead): boolean =>
  pair !== undefined && (pair.from === place || pair.to === place);

function versionTitle(version: VersionHead, change: Change | undefined): string {
  const opening = `Version ${version.place}, ${absolute(version.firstSeenAt)}`;
  if (!change) return opening;
  const counts = wordCounts(change.summary);
  return `${opening}: ${changeLine(change.summary)}${counts ? ` (${counts})` : ""}`;
}

/** How long it took from one version to the next, where there is room to say it; and the stretch of the pair shown. */
function between({ pair }: TimelineOf, happened: readonly Happening[], places: readonly number[]): Html {
  const ticks = happened.flatMap((each, i) => ("version" in each ? [{ ...each, place: places[i]! }] : []));
  const x1 = ticks.find(({ version }) => version.place === pair?.from)?.place;
  const x2 = ticks.find(({ version }) => version.place === pair?.to)?.place;
  const labels = ticks.slice(1).map(({ at, place }, i) => {
    const room = place - ticks[i]!.place;
    if (room < ROOM) return "";
    const time = shortDuration(at - ticks[i]!.at);
    return html`<text class="gap${room < ROOM_ON_PHONE ? " roomy" : ""}" x="${percent(place - room / 2)}" y="${HEIGHT - 4}">${time}</text>`;
  });
  return html`${x1 !== undefined && x2 !== undefined ? html`<line class="shown" x1="${percent(x1)}" x2="${percent(x2)}" y1="${AXIS}" y2="${AXIS}"/>` : ""}${labels}`;
}
