import type { Sentence } from "./read.ts";

/** One wording in an unbroken run of versions. */
export interface Wording {
  readonly text: string;
  readonly key: number;
  /** First and last version of the run, by number. */
  readonly since: number;
  until: number;
}

/** A sentence through the versions of its article: what it said when. Grows while the versions are read, in `weave`. */
export interface Strand {
  readonly wordings: Wording[];
  /** The paragraph of the last version that has it. */
  home: Home;
  /** True while the version read last has it. */
  alive: boolean;
  /** Its place among all strands after the version read last; -1 before it has one. */
  rank: number;
}

/** A paragraph of one version. */
export interface Home {
  readonly paragraph: number;
  readonly strands: Strand[];
}

export const newStrand = (sentence: Sentence, version: number, home: Home): Strand => ({
  wordings: [wordingOf(sentence, version)],
  home,
  alive: true,
  rank: -1,
});

/** Notes that a version has the strand in this wording. `follows` is the number of the version before. */
export function witness(strand: Strand, sentence: Sentence, version: number, follows: number): void {
  const last = strand.wordings.at(-1)!;
  if (last.key === sentence.key && last.until === follows)
    strand.wordings[strand.wordings.length - 1] = { ...last, text: sentence.text, until: version };
  else strand.wordings.push(wordingOf(sentence, version));
  strand.alive = true;
}

const wordingOf = ({ text, key }: Sentence, version: number): Wording => ({
  text,
  key,
  since: version,
  until: version,
});
