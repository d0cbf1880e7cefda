import type { TextMark } from "#model/memory";

/** 8 digits each, see `TextMark.lines`. */
const LINE = /.{8}/g;

/**
 * Whether a new text may differ by what the house says on all its pages: under the same headline and standfirst, whole lines came or
 * went, or the first or the last one is another. Lines that were only reworded among others are the article's own.
 */
export function mayBeTheSites(text: TextMark, latest: TextMark): boolean {
  if (text.headline !== latest.headline || text.standfirst !== latest.standfirst) return false;
  const [was, is] = [linesOf(latest), linesOf(text)];
  if (was.length !== is.length) return true;
  return was.at(0) !== is.at(0) || was.at(-1) !== is.at(-1);
}

/** Without the headline. */
const linesOf = ({ lines }: TextMark): readonly string[] => (lines.match(LINE) ?? []).slice(1);
