import { html } from "hono/html";
import type { ChangeSummary, Label, LabelKind } from "#model/change";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import type { ComparedPart } from "#view/compare/collator";
import type { Row } from "#view/compare/rows";
import { hrefOf, type Stop } from "#view/compare/stops";
import { FAMILIES, LABEL_NAMES, rankWord, silence } from "#words/labels";
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
  "paragraph-removed",
  "paragraph-moved",
  "sentence-added",
  "cosmetic",
]);

/**
 * The few most telling kinds of a change, for a list: what its line of counts does not say. Silence is marked beside
 * them; hardly a publisher announces a new headline or a cut alone, so there the mark would say nothing.
 */
export function chips({ labels, silent }: ChangeSummary, dateRaised: boolean | null = null): Html | "" {
  const kinds = [...byKind(labels).keys()].filter((kind) => !IN_THE_LINE.has(kind)).slice(0, MAX_CHIPS);
  if (kinds.length === 0) return "";
  return html`<ul class="chips" aria-label="What it touches">${kinds.map((kind) => html`<li class="chip f-${FAMILIES[kind]}">${LABEL_NAMES[kind]}</li>\n`)}${silent && kinds.some((kind) => kind !== "sentence-removed") ? html`<li class="chip silent" title="${silence(dateRaised)}">${dateRaised === false ? "silent, undated" : "silent"}</li>` : ""}</ul>`;
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
    const reasons = own.map((label) => reason(label, hrefOf(parts, stops, label.place)));
    const more = reasons.length - MAX_REASONS;
    return html`<div><dt class="chip f-${FAMILIES[kind]}">${LABEL_NAMES[kind]}</dt>
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

function reason({ reason: text, place }: Label, href: string | undefined): Html {
  const index = place.new ?? place.old;
  const where = place.field === "body" && index !== null ? html` <span class="counts">¶ ${index + 1}</span>` : "";
  const words = isolated(labelParts(text));
  return html`${href ? html`<a href="${href}">${words}</a>` : words}${where}`;
}

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
