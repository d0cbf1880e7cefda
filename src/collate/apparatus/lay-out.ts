import type { ApparatusSentence, Reading } from "./sentence.ts";
import type { Home, Strand, Wording } from "./strand.ts";

interface Paragraph {
  /** Index in the latest version; null when the paragraph is gone. */
  readonly index: number | null;
  readonly sentences: readonly ApparatusSentence[];
}

/**
 * Puts strands back into paragraphs. A removed sentence stays in the paragraph it was in as long as that still has another
 * of its sentences; else it stands in a paragraph of its own, with those that were removed with it.
 */
export function layOut(strands: readonly Strand[]): Paragraph[] {
  const hosts = hostsOf(strands);
  const paragraphs: { home: Home; index: number | null; sentences: ApparatusSentence[] }[] = [];
  for (const [at, strand] of strands.entries()) {
    const home = hosts[at]!;
    const last = paragraphs.at(-1);
    const sentence = sentenceOf(strand);
    if (last?.home === home) last.sentences.push(sentence);
    else paragraphs.push({ home, index: isPresent(home) ? home.paragraph : null, sentences: [sentence] });
  }
  return paragraphs.map(({ index, sentences }) => ({ index, sentences }));
}

/** True for a paragraph of the latest version; the home of a removed sentence is empty now. */
const isPresent = (home: Home): boolean => home.strands.some((strand) => strand.alive && strand.home === home);

/** The paragraph in which each sentence is shown. Those of one paragraph stand together. */
function hostsOf(strands: readonly Strand[]): Home[] {
  const hosts: Home[] = strands.map((strand) => strand.home);
  const heirs = heirsOf(strands);
  const after: (Home | null)[] = [];
  let next: Home | null = null;
  for (let at = strands.length - 1; at >= 0; at -= 1) {
    const { alive, home } = strands[at]!;
    after[at] = next;
    if (alive) next = home;
    else if (next && hosts[at + 1] === next && heirs.get(home)!.has(next)) hosts[at] = next;
  }
  let before: Home | null = null;
  for (const [at, { alive, home }] of strands.entries()) {
    if (alive) before = home;
    else if (before && hosts[at - 1] === before && (before === after[at] || heirs.get(home)!.has(before)))
      hosts[at] = before;
  }
  return hosts;
}

/** For each paragraph that sentences were removed from: those that now have others of its sentences. */
function heirsOf(strands: readonly Strand[]): ReadonlyMap<Home, ReadonlySet<Home>> {
  const heirs = new Map<Home, ReadonlySet<Home>>();
  for (const { alive, home } of strands)
    if (!alive && !heirs.has(home))
      heirs.set(home, new Set(home.strands.filter((other) => other.alive).map((other) => other.home)));
  return heirs;
}

function sentenceOf({ wordings, alive }: Strand): ApparatusSentence {
  const last = wordings.at(-1)!;
  const same = wordings.filter((wording) => wording.key === last.key);
  const before = same.at(-2);
  return {
    text: last.text,
    since: same[0]!.since,
    until: alive ? null : last.until,
    restoredIn: before ? last.since : null,
    restoredFrom: before ? before.until : null,
    readings: wordings.filter((wording) => wording.key !== last.key).map(readingOf),
  };
}

const readingOf = ({ text, since, until }: Wording): Reading => ({ text, since, until });
