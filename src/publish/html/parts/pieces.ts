import { html } from "hono/html";
import type { Piece } from "#collate/collation";
import type { SpanKind } from "#model/document";
import type { Html } from "#publish/markup";
import type { CellPiece, SentenceMove } from "#view/compare/cell";

/** Said, not shown. With a direction and a language of its own, so that it bends neither those of the text around it. */
export const say = (text: string): Html => html`<span class="say" dir="ltr" lang="en">${text}</span>`;

/**
 * Marked words. The element carries the meaning, the hidden words say it to those who listen, line and tint show it to
 * those who look; none of them depends on colour alone. Space at the ends stays outside the mark, which would else run
 * on into the margin or leave an empty box on the next line.
 */
export const deleted = (text: string, name: Html | "" = "", grain: Grain = {}): Html =>
  withoutEnds(
    text,
    (words, from) =>
      html`<del${classOf(grain)}${name}>${say(`${styleOf(grain)}removed: `)}${grained(words, from, grain)}</del>${say(" end of removed ")}`,
  );

/** `instead`: stands right after what it replaces. */
export const inserted = (text: string, instead = false, name: Html | "" = "", grain: Grain = {}): Html =>
  withoutEnds(
    text,
    (words, from) =>
      html`<ins${classOf(grain, instead ? "instead" : "")}${name}>${say(`${styleOf(grain)}added: `)}${grained(words, from, grain)}</ins>${say(" end of added ")}`,
  );

/** What is known of marked words besides that they are marked. */
export type Grain = Pick<CellPiece, "strong" | "style" | "span">;

const styleOf = ({ style }: Grain): string => (style ? "style only, " : "");

function classOf({ style }: Grain, other = ""): Html | "" {
  const names = [other, style ? "style" : ""].filter((name) => name !== "");
  return names.length === 0 ? "" : html` class="${names.join(" ")}"`;
}

/** A phrase with the words that really differ set strong. */
function grained(words: string, from: number, { strong, span }: Grain): Html | string {
  if (!strong) return spanned(words, span);
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const stretch of strong) {
    const [start, end] = [Math.max(at, stretch[0] - from), Math.min(words.length, stretch[1] - from)];
    if (end <= start) continue;
    parts.push(words.slice(at, start), html`<b>${words.slice(start, end)}</b>`);
    at = end;
  }
  return spanned(html`${[...parts, words.slice(at)]}`, span);
}

function withoutEnds(text: string, mark: (words: string, from: number) => Html): Html {
  const words = text.trim();
  if (words === "" || words === text) return mark(text, 0);
  const at = text.indexOf(words);
  return html`${text.slice(0, at)}${mark(words, at)}${text.slice(at + words.length)}`;
}

/** Words as their publisher marks them. */
export const spanned = (words: string | Html, kind: SpanKind | undefined): string | Html => {
  if (kind === "struck")
    return html`<s title="Struck by the publisher">${say("struck by the publisher: ")}${words}${say(" end of struck ")}</s>`;
  if (kind === "inserted") return html`<u class="put">${words}</u>`;
  return kind === "moving" ? html`<span class="stir" title="Changes by itself; not compared">${words}</span>` : words;
};

/** Where a paragraph ended that now runs on. */
const formerEnd = html`<del class="break">${say("a paragraph ended here ")}<span aria-hidden="true">¶</span></del>`;

/** What only narrow screens show in a new text, with the space around it: wide ones have the old text beside it. */
const past = (gone: Html): Html => html`<span class="past">${gone}</span>`;

type Printed = Piece & Partial<Pick<CellPiece, "broke" | "span" | "strong" | "style" | "stays" | "move">>;

/** How the ends of a moved sentence are named and lead to each other. */
export type EndOf = (move: SentenceMove, end: "from" | "to") => { readonly id: Html | ""; readonly link: Html | "" };

const noEnd: EndOf = () => ({ id: "", link: "" });

/**
 * `name` gives a marked piece the attributes by which it is found.
 * @param hide what is gone stands here for narrow screens alone
 */
export const pieces = <P extends Printed>(
  run: readonly P[],
  name: (piece: P) => Html | "" = () => "",
  hide = false,
  endOf: EndOf = noEnd,
): Html =>
  html`${run.map((piece, i) => {
    const gone = goneOf(run, i, name, endOf);
    if (gone !== null) return hide && typeof gone !== "string" ? past(gone) : gone;
    if (piece.op !== "inserted") return spanned(piece.text, piece.span);
    if (piece.stays) return stayed(piece.text, piece.span, name(piece));
    if (isSpaceOfMove(run, i)) return piece.text;
    return piece.move
      ? came(piece.text, piece.move, name(piece), endOf)
      : inserted(piece.text, run[i - 1]?.op === "deleted", name(piece), piece);
  })}`;

/** What stood here and is gone; null for what is here. */
function goneOf<P extends Printed>(
  run: readonly P[],
  i: number,
  name: (piece: P) => Html | "",
  endOf: EndOf,
): Html | string | null {
  const piece = run[i]!;
  if (piece.broke) return formerEnd;
  if (piece.op !== "deleted") return null;
  // In one column the words follow, as they stand now.
  if (piece.stays) return run[i + 1]?.op === "inserted" ? "" : stayed(piece.text, piece.span, name(piece));
  if (isSpaceOfMove(run, i)) return piece.text;
  return piece.move ? left(piece.text, piece.move, name(piece), endOf) : deleted(piece.text, name(piece), piece);
}

/** The space beside a sentence that moved went with it: an empty box is no edit. */
const isSpaceOfMove = (run: readonly Printed[], i: number): boolean =>
  run[i]!.text.trim() === "" && [run[i - 1], run[i + 1]].some((beside) => beside?.op === run[i]!.op && beside.move);

/** Words that both texts have, and that one of them strikes out. */
const stayed = (text: string, span: SpanKind | undefined, name: Html | ""): Html =>
  withoutEnds(
    text,
    (words) =>
      html`<span class="stays"${name}>${span === "struck" ? "" : say("not struck out: ")}${spanned(words, span)}</span>`,
  );

/** A sentence at the place that it left, and at the one that it came to: each says where the other is. */
function left(text: string, move: SentenceMove, name: Html | "", endOf: EndOf): Html {
  const { id, link } = endOf(move, "from");
  return withoutEnds(
    text,
    (words) =>
      html`<span class="end"${id}><del class="went"${name}>${say("sentence moved away: ")}${words}</del>${say(" end of moved ")}${link}</span>`,
  );
}

function came(text: string, move: SentenceMove, name: Html | "", endOf: EndOf): Html {
  const { id, link } = endOf(move, "to");
  return withoutEnds(
    text,
    (words) =>
      html`<span class="end"${id}>${link}<ins class="came"${name}>${say("sentence moved here: ")}${words}</ins>${say(" end of moved ")}</span>`,
  );
}
