import type { TextMark } from "#model/memory";

/** More new lines than this share of a text are no line of prices, whatever comes next. */
const MOST_MOVING = 0.5;

/**
 * A page that is edited at every look never shows the same text twice: what two looks have in common is confirmed by both.
 * Headline and standfirst are left out, which take longer to confirm, whatever moves beside them.
 */
export function shareNews(before: TextMark, text: TextMark, latest: TextMark): boolean {
  const fresh = linesUnder(before).difference(linesUnder(latest));
  return !fresh.isDisjointFrom(linesUnder(text));
}

/**
 * True when two looks in a row met another text each, and all they say of the latest version is that some lines move: under
 * the same head they have nothing new in common, and lack no more lines of it than came in their place.
 */
export function linesMove(before: TextMark, text: TextMark, latest: TextMark): boolean {
  if (![before, text].every((mark) => hasHeadOf(mark, latest))) return false;
  const old = linesUnder(latest);
  const [was, is] = [linesUnder(before), linesUnder(text)];
  const fresh = is.difference(old);
  if (!fresh.isDisjointFrom(was) || fresh.size > MOST_MOVING * old.size) return false;
  return old.difference(was).difference(is).size <= fresh.size;
}

const hasHeadOf = (one: TextMark, other: TextMark): boolean =>
  one.headline === other.headline && one.standfirst === other.standfirst;

/** The lines of correction notes and body. */
function linesUnder({ lines, standfirst }: TextMark): ReadonlySet<string> {
  const [, ...under] = lines.match(/.{8}/g) ?? [];
  return new Set(under.filter((line) => line !== standfirst));
}
