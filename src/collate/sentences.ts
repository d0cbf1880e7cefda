/** A stretch of text, UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence may end here: terminators with closing quotes and brackets, then white space (none needed after ideographic
 * and Khmer ones), or a line break. Repeats are bounded, so that a megabyte of marks is not read again from each of them.
 */
const END = /(?:[.!?…؟۔։।॥]{1,8}["'”’»›)\]]{0,4}(?=\s)|[。！？｡។៕]{1,8}[」』”’）]{0,4}|\n)\s*/gu;
/** Before a full stop that ends no sentence: a single letter, an ordinal or a common abbreviation. */
const ABBREVIATED =
  /(?:^|[\s("'“‘„«-])(?:\p{L}|\p{Nd}{1,2}|[A-Z]\p{L}?\.\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Jr|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nr|Art|Abs|ca|bzw|usw|evtl|ggf|Mio|Mrd|Mme|Mlle|MM|Sr|Sra|Dra|Ud|núm|pág|т\.е|г|ул|им)$/u;
/** Marks and joiners belong to the character before, a lower-case letter to the sentence before. */
const NO_START = /^[\p{M}\p{Ll}\u200C\u200D]/u;
const LOOK_BACK = 12;

/** Sentences of a text, in order; together they tile it (each ends with the white space after it). */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const newline = match[0].includes("\n");
    if (end >= text.length || end <= start) continue;
    if (NO_START.test(text.slice(end, end + 2)) && !newline) continue;
    if (/^[\p{M}\u200D]/u.test(text.slice(end, end + 2))) continue;
    if (
      match[0][0] === "." &&
      !newline &&
      ABBREVIATED.test(text.slice(Math.max(start, match.index - LOOK_BACK), match.index))
    )
      continue;
    found.push({ start, end });
    start = end;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
