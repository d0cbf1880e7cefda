import { html } from "hono/html";
import type { ChangeSummary, Label, LabelKind } from "#model/change";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import type { ComparedPart } from "#view/compare/collator";
import type { Row } from "#view/compare/rows";
import { hrefOf, type Stop } from "#view/compare/stops";
import { definitionPath } from "#words/definitions";
import { FAMILIES, FIELD_NAMES, LABEL_NAMES, rankWord, silence } from "#words/labels";
import { labelParts } from "#words/quoted";
import { capital, plural } from "#words/wording";

/** Chips beside one entry of a list. */
const MAX_CHIPS = 4;
/** Reasons shown of one kind; the others unfold. */
const MAX_REASONS = 4;
/** Kinds shown, the most telling; the others unfold, or a rewritten article would begin below the screen. */
const MAX_KINDS = 6;

/** Told already by the line of the list that the chips stand beside. */
const IN_THE_LINE: ReadonlySet<LabelKind> = new Set<LabelKind>([
  "headline",
  "standfirst",
  "correction-note",
  "paragraph-added",
  "paragraph-moved",
  "sentence-added",
  "cosmetic",
]);

/** What was taken away cannot be found in the text: it is said wherever there is room for one chip. */
const REMOVALS: ReadonlySet<LabelKind> = new Set<LabelKind>([
  "paragraph-removed",
  "sentence-removed",
  "detail-removed",
]);

/**
 * The few most telling kinds of a change, for a list: what its line of counts does not say. Silence is marked beside
 * them; hardly a publisher announces a new headline or a cut alone, so there the mark would say nothing.
 */
export function chips({ labels, silent }: ChangeSummary, dateRaised: boolean | null = null): Html | "" {
  const told = [...byKind(labels).keys()].filter((kind) => !IN_THE_LINE.has(kind));
  const kinds = told.filter((kind, at) => at < MAX_CHIPS || REMOVALS.has(kind));
  if (kinds.length === 0) return "";
  return html`<ul class="chips" aria-label="What it touches">${kinds.map((kind) => html`<li class="chip f-${FAMILIES[kind]}">${defined(kind)}</li>\n`)}${silent && kinds.some((kind) => !REMOVALS.has(kind)) ? html`<li class="chip silent" title="${silence(dateRaised)}">${dateRaised === false ? "silent, undated" : "silent"}</li>` : ""}</ul>`;
}

const byKind = (labels: readonly Label[]): ReadonlyMap<LabelKind, readonly Label[]> =>
  Map.groupBy(labels, (label) => label.kind);

/** Which kinds of things a change touched and why, each reason leading to its paragraph. */
export function register(
  labels: readonly Label[],
  parts: readonly ComparedPart[],
  stops: ReadonlyMap<Row, Stop>,
): Html | "" {
  if (labels.length === 0) return "";
  const kinds = [...byKind(labels)].map(([kind, own]) => {
    const reasons = saidOnce(own).map((same) => reason(same, (label) => hrefOf(parts, stops, label.place)));
    const more = reasons.length - MAX_REASONS;
    return html`<div><dt class="chip f-${FAMILIES[kind]}">${defined(kind)}</dt>
<dd>${between(reasons.slice(0, MAX_REASONS))}${more > 0 ? html` <details><summary>${more} more</summary>${between(reasons.slice(MAX_REASONS))}</details>` : ""}</dd></div>
`;
  });
  const more = kinds.length > MAX_KINDS + 1 ? kinds.splice(MAX_KINDS) : [];
  return html`<dl class="register" aria-label="What was touched, and why">
${kinds}</dl>
${more.length > 0 ? html`<details class="told"><summary>${more.length} more kinds of edits</summary><dl class="register">${more}</dl></details>` : ""}`;
}

const between = (reasons: readonly Html[]): Html =>
  html`${reasons.map((each, i) => html`${i > 0 ? "; " : ""}${each}`)}`;

/** Reasons in the same words are one reason, in several places. */
const saidOnce = (labels: readonly Label[]): readonly (readonly Label[])[] => [
  ...Map.groupBy(labels, (label) => label.reason).values(),
];

/** Places named of a reason that holds in many; their number is said of all. */
const MAX_PLACES = 8;

function reason(same: readonly Label[], hrefTo: (label: Label) => string | undefined): Html {
  const [first] = same as readonly [Label];
  const words = isolated(labelParts(first.reason));
  const href = hrefTo(first);
  const said = href ? html`<a href="${href}">${words}</a>` : words;
  const places = same.map((label) => ({ where: whereOf(label), href: hrefTo(label) }));
  if (places.length === 1)
    return first.place.field === "body" ? html`${said} <span class="counts">${places[0]!.where}</span>` : said;
  const named = places
    .slice(0, MAX_PLACES)
    .map(({ where, href: to }, i) => html`${i > 0 ? ", " : ""}${to ? html`<a href="${to}">${where}</a>` : where}`);
  return html`${said} <span class="counts">(${plural(places.length, "place")}: ${named}${places.length > MAX_PLACES ? ", …" : ""})</span>`;
}

function whereOf({ place }: Label): string {
  const index = place.new ?? place.old;
  if (place.field !== "body") return FIELD_NAMES[place.field];
  return index === null ? "text" : `¶ ${index + 1}`;
}

/** The name of a kind, leading to what the kind means. */
const defined = (kind: LabelKind): Html => html`<a href="${definitionPath(kind)}">${LABEL_NAMES[kind]}</a>`;

/** Length of the scale beside the rank, in pixels. */
const SCALE = 72;

/** How much a change matters, in a word, as a number and as a line. `dateRaised` of the version that it opened. */
export function rankLine({ labels, rank, silent }: ChangeSummary, dateRaised: boolean | null): Html {
  const word = rankWord(rank, labels);
  return html`<p class="rank"><b>${capital(word)}</b> <svg class="scale" width="${SCALE}" height="6" aria-hidden="true"><path class="rail" d="M0 3h${SCALE}"/><path class="fill" d="M0 3h${Math.max(1, Math.round(SCALE * rank))}"/></svg> <span title="How much it matters, from 0 to 1">${rank.toFixed(2)}</span>${silent ? html` <span class="silence">${silence(dateRaised)}</span>` : ""}</p>`;
}

/** "9 edits in 5 paragraphs, 33 words in, 8 out" */
export const editCounts = (edits: number, places: number, words: string): string =>
  `${plural(edits, "edit")}${places < edits ? ` in ${plural(places, "place")}` : ""}${words ? `, ${words}` : ""}`;
