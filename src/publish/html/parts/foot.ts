import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { Edit, EditKind } from "#view/compare/edits";
import { editId } from "#view/compare/stops";
import { clipped, divided, plural } from "#words/wording";

/** Readings printed at the foot of one page. */
const MAX_READINGS = 400;
/** A longer lemma is shortened to its first and last words, as in printed editions. */
const MAX_LEMMA = 44;

export interface Sigla {
  readonly from: number;
  readonly to: number;
  readonly lang: string | undefined;
}

/**
 * The apparatus at the foot of the page: lemma, bracket, reading, under the number of the paragraph. The list of edits says
 * the same in words, and the text marks it; this is the form in which an edit is quoted.
 */
export function foot(variants: readonly Edit[], { from, to, lang }: Sigla): Html | "" {
  if (variants.length === 0) return "";
  const shown = variants.slice(0, MAX_READINGS);
  const entries = Map.groupBy(shown, (each) => each.row);
  return html`<section class="foot" aria-labelledby="apparatus"><h2 id="apparatus">Apparatus</h2>
<p class="hint">The words before the bracket are in version ${from}, those after it in version ${to}. <i>om.</i> means left out, <i>add.</i> added; (1) is a paragraph of version ${from}.</p>
<ol${lang ? html` lang="${lang}"` : ""}>
${[...entries.values()].map(entry)}</ol>
${variants.length > MAX_READINGS ? html`<p class="hint">${plural(variants.length - MAX_READINGS, "more reading")} not shown on this page; the JSON has them all.</p>` : ""}</section>`;
}

const PLACES = { headline: "Headline", standfirst: "Standfirst", corrections: "Note" } as const;

function entry(readings: readonly Edit[]): Html {
  const { number: first, part, paragraph, what } = readings[0]!;
  const numbered = what.kind === "whole-removed" ? `(${paragraph})` : String(paragraph);
  const number = part === "body" ? numbered : PLACES[part];
  return html`<li><b lang="en"><a href="#${editId(first)}">${number}</a></b> ${readings.map((each, i) => html`${i > 0 ? html` <span aria-hidden="true">‖</span> ` : ""}${printed(each.what)}`)}</li>
`;
}

const editor = (words: string): Html => html`<i lang="en" dir="ltr">${words}</i>`;

/** Lemma and reading each find their own direction; the bracket belongs to the page. */
function printed(what: EditKind): Html {
  switch (what.kind) {
    case "replaced":
      return html`<bdi>${lemma(what.old)}</bdi>] <bdi>${clipped(what.new)}</bdi>`;
    case "added":
      return html`${what.after ? html`<bdi>${what.after}</bdi>] ` : ""}${editor("add.")} <bdi>${clipped(what.new)}</bdi>`;
    case "removed":
      return html`<bdi>${lemma(what.old)}</bdi>] ${editor("om.")}`;
    case "whole-added":
      return html`${editor("add.")} <bdi>${clipped(what.text)}</bdi>`;
    case "whole-removed":
      return html`<bdi>${lemma(what.text)}</bdi>] ${editor("om.")}`;
    case "struck":
    case "unstruck":
      return html`<bdi>${lemma(what.text)}</bdi>] ${editor(what.kind === "struck" ? "struck out" : "no longer struck out")}`;
    case "sentence-came":
      return html`<bdi>${lemma(what.text)}</bdi>] ${editor(`moved from ${what.from}`)}`;
    case "sentence-left":
      return html`<bdi>${lemma(what.text)}</bdi>] ${editor(`moved to ${what.to}`)}`;
    case "moved":
      return editor(`moved ${what.way} from ${what.from}${what.divided ? `, ${divided(what.divided)}` : ""}`);
    default:
      return editor(divided(what));
  }
}

function lemma(text: string): string {
  const words = text.split(" ");
  if (text.length <= MAX_LEMMA || words.length < 6) return clipped(text);
  return `${words.slice(0, 2).join(" ")} … ${words.at(-1)}`;
}
