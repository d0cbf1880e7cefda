import { html } from "hono/html";
import type { Piece } from "#collate/collation";
import type { SpanKind } from "#model/document";
import type { Html } from "#publish/markup";

/** Said, not shown. With a direction and a language of its own, so that it bends neither those of the text around it. */
export const say = (text: string): Html => html`<span class="say" dir="ltr" lang="en">${text}</span>`;

/**
 * Marked words. The element carries the meaning, the hidden words say it to those who listen, line and tint show it to
 * those who look; none of them depends on colour alone. Space at the ends stays outside the mark, which would else run
 * on into the margin or leave an empty box on the next line.
 */
export const deleted = (text: string, name: Html | "" = "", span?: SpanKind): Html =>
  withoutEnds(
    text,
    (words) => html`<del${name}>${say("removed: ")}${spanned(words, span)}</del>${say(" end of removed ")}`,
  );

/** `instead`: stands right after what it replaces. */
export const inserted = (text: string, instead = false, name: Html | "" = "", span?: SpanKind): Html =>
  withoutEnds(
    text,
    (words) =>
      html`<ins${instead ? html` class="instead"` : ""}${name}>${say("added: ")}${spanned(words, span)}</ins>${say(" end of added ")}`,
  );

function withoutEnds(text: string, mark: (words: string) => Html): Html {
  const words = text.trim();
  if (words === "" || words === text) return mark(text);
  const at = text.indexOf(words);
  return html`${text.slice(0, at)}${mark(words)}${text.slice(at + words.length)}`;
}

/** Words as their publisher marks them. */
export const spanned = (text: string, kind: SpanKind | undefined): string | Html => {
  if (kind === "struck") return html`<s>${say("struck out: ")}${text}${say(" end of struck out ")}</s>`;
  if (kind === "inserted") return html`<u class="put">${text}</u>`;
  return kind === "moving" ? html`<span class="moves" title="Changes by itself; not compared">${text}</span>` : text;
};

/** Where a paragraph ended that now runs on. */
const formerEnd = html`<del class="break">${say("a paragraph ended here ")}<span aria-hidden="true">¶</span></del>`;

/** What only narrow screens show in a new text, with the space around it: wide ones have the old text beside it. */
const past = (gone: Html): Html => html`<span class="past">${gone}</span>`;

/**
 * `name` gives a marked piece the attributes by which it is found.
 * @param hide what is gone stands here for narrow screens alone
 */
export const pieces = <P extends Piece & { readonly broke?: boolean; readonly span?: SpanKind }>(
  run: readonly P[],
  name: (piece: P) => Html | "" = () => "",
  hide = false,
): Html =>
  html`${run.map((piece, i) => {
    const gone = piece.broke ? formerEnd : piece.op === "deleted" ? deleted(piece.text, name(piece), piece.span) : null;
    if (gone) return hide ? past(gone) : gone;
    return piece.op === "inserted"
      ? inserted(piece.text, run[i - 1]?.op === "deleted", name(piece), piece.span)
      : spanned(piece.text, piece.span);
  })}`;
