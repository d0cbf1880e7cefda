import type { Token } from "./token.ts";

/**
 * Characters that may belong to the grapheme of the one before: marks, joiners, variation selectors, emoji modifiers and
 * tags, regional indicators, Hangul jamo, Thai and Lao "am", and the line feed of CR LF.
 */
const MAY_EXTEND =
  /[\p{M}\p{Grapheme_Extend}\p{Join_Control}\p{Emoji_Modifier}\p{Regional_Indicator}\u1160-\u11FF\uD7B0-\uD7FB\u0E33\u0EB3\n\u{E0020}-\u{E007F}]/u;
/** Characters that may draw the next one into their grapheme: joiners, number signs and other prepended marks, jamo, CR. */
const MAY_DRAW = /[\p{M}\p{Cf}\u0D4E\u1100-\u115F\uA960-\uA97C\r\u{11000}-\u{11FFF}]/u;

/** Latin letters and the marks of print around them are none of these: the text of most articles needs no closer look. */
const BEYOND_LATIN = /[\u0300-\u200F\u2028-\u20AB\u20AD-\uFFFF\u00AD\r]/;
/** Any of these, but for the line feed, which only matters after a carriage return. */
const MAY_JOIN = new RegExp(`${MAY_EXTEND.source.replace("\\n", "")}|${MAY_DRAW.source}`, "u");
/** Marks draw the next letter only where one of them is a virama; these scripts have none, and marks at every other word. */
const HAS_OTHER_MARKS = /[\p{M}--[\u0300-\u036F\u0591-\u06FF\p{Script=Thai}\p{Script=Lao}\uFE0E\uFE0F]]/v;
const MAY_DRAW_WITHOUT_VIRAMA = new RegExp(MAY_DRAW.source.replace("\\p{M}", ""), "u");

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Start of the grapheme that `offset` falls into (`offset` itself at a boundary). `from` is a boundary before it. */
function graphemeStart(text: string, offset: number, from: number, mayDraw: RegExp = MAY_DRAW): number {
  if (offset <= 0 || offset >= text.length) return offset;
  const next = text.codePointAt(offset)!;
  const unit = text.charCodeAt(offset - 1);
  if (next < 0x300 && unit < 0x300 && unit !== CARRIAGE_RETURN) return offset;
  const previous = unit >= 0xdc00 && unit <= 0xdfff && offset > 1 ? text.codePointAt(offset - 2)! : unit;
  if (!MAY_EXTEND.test(String.fromCodePoint(next)) && !mayDraw.test(String.fromCodePoint(previous))) return offset;
  const start = Math.max(from, offset - WINDOW);
  const window = text.slice(start, offset + (next > 0xffff ? 2 : 1));
  const at = segmenter.segment(window).containing(offset - start)?.index ?? offset - start;
  return start + at;
}

/** True when a cut at `offset` would part a grapheme. */
export const cutsGrapheme = (text: string, offset: number): boolean =>
  graphemeStart(text, offset, Math.max(0, offset - WINDOW)) !== offset;

const CARRIAGE_RETURN = 13;
/** Far longer than any real grapheme (a family emoji has 11 units): keeps hostile runs of marks from costing quadratic time. */
const WINDOW = 64;

/** Moves token edges outwards where they would cut a grapheme, and joins tokens that share one. */
export function joinGraphemes(
  text: string,
  tokens: readonly Token[],
  keyOf: (raw: string) => string,
): readonly Token[] {
  if (!BEYOND_LATIN.test(text) || !MAY_JOIN.test(text)) return tokens;
  const mayDraw = HAS_OTHER_MARKS.test(text) ? MAY_DRAW : MAY_DRAW_WITHOUT_VIRAMA;
  const joined: Token[] = [];
  let open: Token | undefined;
  const close = () => {
    if (open) joined.push(open.key === WIDENED ? { ...open, key: keyOf(text.slice(open.start, open.end)) } : open);
  };
  for (const token of tokens) {
    if (open && token.end <= open.end) continue;
    const start = graphemeStart(text, token.start, open?.start ?? 0, mayDraw);
    const end = graphemeEnd(text, token.end, start, mayDraw);
    if (open && start < open.end) {
      open = { ...open, end, key: WIDENED };
      continue;
    }
    close();
    open = start === token.start && end === token.end ? token : { start, end, kind: token.kind, key: WIDENED };
  }
  close();
  return joined;
}

/** Stands for a key until the token has stopped growing. */
const WIDENED = "";

function graphemeEnd(text: string, offset: number, from: number, mayDraw: RegExp): number {
  let end = offset;
  while (end < text.length && graphemeStart(text, end, from, mayDraw) < end)
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  return end;
}
