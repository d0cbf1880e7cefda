import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { Edit, EditKind } from "#view/compare/edits";
import { editId } from "#view/compare/stops";
import { clipped, divided, plural } from "#words/wording";

/** Edits listed one by one. No one reads a longer list, and the text marks all edits. */
const MAX_SHOWN = 80;

/** The edits in words, for those who listen to the page and for those who would rather read a list. */
export function editList(variants: readonly Edit[], lang: string | undefined, name = "edit"): Html | "" {
  if (variants.length === 0) return "";
  const more = variants.length - MAX_SHOWN;
  return html`<details class="told"><summary>${plural(variants.length, name)} in words</summary>
<ol>
${variants.slice(0, MAX_SHOWN).map((each) => html`<li>${place(each)} ${inWords(each.what, lang)}</li>\n`)}</ol>
${more > 0 ? html`<p class="hint">${plural(more, `more ${name}`)} ${more === 1 ? "is" : "are"} marked in the text.</p>` : ""}</details>`;
}

const PLACES = { headline: "Headline", standfirst: "Standfirst", corrections: "Correction note" } as const;

function place({ number, part, paragraph, what }: Edit): Html {
  const numbered = what.kind === "whole-removed" ? "Former paragraph" : "Paragraph";
  const name = part === "body" ? `${numbered} ${paragraph}` : PLACES[part];
  return html`<a href="#${editId(number)}">${name}</a>:`;
}

/** Hebrew, Arabic and their neighbours: among English words such a text needs a direction of its own. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

function inWords(what: EditKind, lang: string | undefined): Html {
  // The page is in English: what is quoted needs to say its language only where that is another.
  const own = lang && lang !== "en" ? html` lang="${lang}"` : "";
  const quoted = (text: string): Html =>
    html`<q${RIGHT_TO_LEFT.test(text) ? html` dir="auto"` : ""}${own}>${clipped(text)}</q>`;
  switch (what.kind) {
    case "replaced":
      return html`${quoted(what.old)} became ${quoted(what.new)}`;
    case "added":
      return what.after ? html`after ${quoted(what.after)} added ${quoted(what.new)}` : html`added ${quoted(what.new)}`;
    case "removed":
      return html`removed ${quoted(what.old)}`;
    case "whole-added":
      return html`added whole, ${quoted(what.text)}`;
    case "whole-removed":
      return html`removed whole, ${quoted(what.text)}`;
    case "struck":
      return html`struck out by the publisher: ${quoted(what.text)}`;
    case "unstruck":
      return html`no longer struck out: ${quoted(what.text)}`;
    case "sentence-came":
      return html`a sentence moved here from paragraph ${what.from}: ${quoted(what.text)}`;
    case "sentence-left":
      return html`a sentence moved from here to paragraph ${what.to}: ${quoted(what.text)}`;
    case "moved":
      return html`moved ${what.way} from place ${what.from} to ${what.to}${what.divided ? `, ${divided(what.divided)}` : ""}`;
    default:
      return html`${divided(what)}`;
  }
}
