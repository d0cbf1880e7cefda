import { anchor } from "./anchors.ts";
import { heaviestAscent } from "./ascent.ts";
import { alignSentences, type Bead } from "./beads.ts";
import { nameParagraphs } from "./witness.ts";

export interface SentenceBead extends Bead {
  /** One sentence on each side, equal but for cosmetics. */
  readonly equal: boolean;
}

/** Aligns two lists of sentences in order: equal ones first, what lies between them by what it shares. */
export function pairSentences(old: readonly string[], next: readonly string[]): SentenceBead[] {
  const beads: SentenceBead[] = [];
  let i = 0;
  let j = 0;
  const between = (iEnd: number, jEnd: number) => {
    for (const bead of alignSentences(old.slice(i, iEnd), next.slice(j, jEnd)))
      beads.push({
        oldStart: i + bead.oldStart,
        oldEnd: i + bead.oldEnd,
        newStart: j + bead.newStart,
        newEnd: j + bead.newEnd,
        equal: false,
      });
  };
  for (const [a, b] of equalSentences(old, next)) {
    between(a, b);
    beads.push({ oldStart: a, oldEnd: a + 1, newStart: b, newEnd: b + 1, equal: true });
    i = a + 1;
    j = b + 1;
  }
  between(old.length, next.length);
  return beads;
}

/** Pairs of equal sentences that keep their order, the longest such sequence. */
function equalSentences(old: readonly string[], next: readonly string[]): (readonly [number, number])[] {
  const { oldKeys, newKeys } = nameParagraphs(old, next);
  const pairs = [...anchor(oldKeys, newKeys).newToOld.entries()].filter(([, a]) => a !== -1);
  const kept = heaviestAscent(
    pairs.map(([, a]) => a),
    pairs.map(([, a]) => old[a]!.length + 1),
    old.length,
  );
  return pairs.filter((_, at) => kept.has(at)).map(([b, a]) => [a, b]);
}
