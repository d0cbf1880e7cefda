import { html } from "hono/html";
import type { Apparatus, ApparatusParagraph } from "#collate/apparatus";
import type { VersionHead } from "#model/version";
import type { Html } from "#publish/markup";
import { headPath, pairPath } from "#view/addresses";
import { type Note, notesOf, type Passage, passagesOf, type State } from "#view/compare/passages";
import { plural } from "#words/wording";
import { blockText } from "./block.ts";
import { pieces, say } from "./pieces.ts";

export interface Evolved {
  /** Of the article; the whole names them by their places. */
  readonly heads: readonly VersionHead[];
  readonly whole: Apparatus;
  readonly lang: string | undefined;
}

/** Paragraphs of one page, as many as of a comparison. */
const MAX_PARAGRAPHS = 1500;

/** The latest text, each passage marked with the version that brought it, and beside it what it was before. */
export function evolvedText(evolved: Evolved): Html {
  const { paragraphs } = evolved.whole;
  return html`<div class="evolved"${evolved.lang ? html` lang="${evolved.lang}"` : ""}>
${paragraphs.slice(0, MAX_PARAGRAPHS).map((each, at) => paragraph(evolved, each, at))}</div>
${paragraphs.length > MAX_PARAGRAPHS ? html`<p class="hint">${plural(paragraphs.length - MAX_PARAGRAPHS, "more paragraph")} not shown on this page; the JSON has them all.</p>` : ""}`;
}

function paragraph(evolved: Evolved, each: ApparatusParagraph, at: number): Html {
  const passages = passagesOf(each);
  const notes = notesOf(passages, evolved.whole.versions);
  const text = html`${passages.map((passage, i) => passageHtml(evolved, passage, at, passages[i + 1]))}`;
  return html`<div class="row part-${each.field}">${each.index === null ? html`<p class="lost"><span lang="en">${NAMES[each.field]} removed</span>${text}</p>` : element(each, text)}
${notes.length > 0 ? margin(evolved, notes, at) : ""}</div>
`;
}

const NAMES = {
  headline: "Headline",
  standfirst: "Standfirst",
  correction: "Correction note",
  body: "Paragraph",
} as const;

function element({ field, kind }: ApparatusParagraph, text: Html): Html {
  if (field === "headline") return html`<h2 dir="auto">${text}</h2>`;
  if (field === "standfirst") return html`<p class="standfirst" dir="auto">${text}</p>`;
  if (field === "correction") return html`<p class="correction" dir="auto">${text}</p>`;
  return html`<div class="text">${blockText(kind ?? "paragraph", text, 2)}</div>`;
}

/** Steps of the tint; the first version has none. */
const TINTS = 5;

/** 0 for the first version, `TINTS` for the latest. */
const tint = ({ versions }: Apparatus, version: number): number =>
  versions.length < 2 ? 0 : Math.ceil((TINTS * versions.indexOf(version)) / (versions.length - 1));

function passageHtml(evolved: Evolved, passage: Passage, at: number, next: Passage | undefined): Html {
  const note = passage.letter === null ? "" : reference(at, passage.letter);
  if (passage.kind === "removed") return html`${note} `;
  return html`<span class="t${tint(evolved.whole, passage.since)}">${passage.text}</span><sup><a href="${cameWith(evolved, passage.since)}">${say("from version ")}${passage.since}</a></sup>${note}${next ? passage.space : ""}`;
}

const reference = (at: number, letter: string): Html =>
  html`<sup class="note"><a href="#n${at}${letter}" id="r${at}${letter}">${say("note ")}${letter}</a></sup>`;

/** The change that brought a version, or the version itself where none was before it. */
function cameWith(evolved: Evolved, version: number): string {
  const { versions } = evolved.whole;
  const before = versions[versions.indexOf(version) - 1];
  return before === undefined ? headPath(headAt(evolved, version)) : between(evolved, before, version);
}

const headAt = ({ heads }: Evolved, at: number): VersionHead => heads.find(({ place }) => place === at)!;

const between = (evolved: Evolved, from: number, to: number): string =>
  pairPath(headAt(evolved, from), headAt(evolved, to));

const margin = (evolved: Evolved, notes: readonly Note[], at: number): Html =>
  html`<details class="margin"><summary lang="en">${contents(notes)}</summary>
<ol>${notes.map(({ letter, states }) => html`<li id="n${at}${letter}"><b lang="en"><a href="#r${at}${letter}">${say("note ")}${letter}</a></b> ${states.map((state, i) => html`${i > 0 ? html`<br>` : ""}${stateHtml(evolved, state)}`)}</li>\n`)}</ol></details>`;

/** "2 earlier wordings, 1 removed" */
function contents(notes: readonly Note[]): string {
  const count = (kind: State["kind"]) =>
    notes.flatMap(({ states }) => states).filter((state) => state.kind === kind).length;
  const [wordings, removed, restored] = [
    count("wording"),
    count("removed"),
    count("restored") + count("words-restored"),
  ];
  return [
    ...(wordings > 0 ? [plural(wordings, "earlier wording")] : []),
    ...(removed > 0 ? [plural(removed, "removed passage")] : []),
    ...(restored > 0 ? [`${restored} restored`] : []),
  ].join(", ");
}

function stateHtml(evolved: Evolved, state: State): Html {
  const link = (from: number, to: number, words: string): Html =>
    html`<a class="said" lang="en" href="${between(evolved, from, to)}">${words}</a>`;
  switch (state.kind) {
    case "removed":
      return html`${link(state.last, state.gone, `removed in ${state.gone}`)} <del dir="auto">${state.text}</del>`;
    case "restored":
      return link(state.last, state.back, `restored in ${state.back}, as in ${state.last}`);
    case "words-restored":
      return html`${link(state.last, state.back, `restored in ${state.back}, as in ${state.last}`)} <span dir="auto">${state.words}</span>`;
    default:
      return html`<span class="said" lang="en">in ${say(state.since === state.until ? "version " : "versions ")}${state.since === state.until ? state.since : `${state.since}–${state.until}`}</span> <span dir="auto">${pieces(state.pieces)}</span>`;
  }
}
