import { alignPair } from "#collate/collate";
import type { ApparatusSentence } from "./sentence.ts";

/** Words of a sentence that were left out of it once and are back. */
export interface ReturnedWords {
  readonly words: string;
  /** The latest version that had them before, and the one that has them again. */
  readonly last: number;
  readonly back: number;
}

/** Readings compared, the latest of them: a page that was retouched all day has dozens. */
const MAX_READINGS = 8;

/**
 * What came back into a sentence in its present wording, although the sentence as a whole is none that was there before: words put in
 * by one wording that an earlier one had taken out.
 */
export function returnedWords({ text, since, readings }: ApparatusSentence): readonly ReturnedWords[] {
  const wordings = [...readings.slice(-MAX_READINGS), { text, since, until: since }];
  const gone = new Map<string, number>();
  const found: ReturnedWords[] = [];
  for (const [at, next] of wordings.entries()) {
    const before = wordings[at - 1];
    if (!before) continue;
    for (const { oldStart, oldEnd, newStart, newEnd, cosmetic } of alignPair(before.text, next.text).edits) {
      if (cosmetic) continue;
      const [was, is] = [before.text.slice(oldStart, oldEnd).trim(), next.text.slice(newStart, newEnd).trim()];
      const last = gone.get(is.toLowerCase());
      if (is !== "" && last !== undefined) found.push({ words: is, last, back: next.since });
      if (was !== "") gone.set(was.toLowerCase(), before.until);
    }
  }
  return found;
}
