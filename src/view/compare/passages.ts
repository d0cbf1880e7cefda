import type { ApparatusParagraph } from "#collate/apparatus";
import { returnedWords } from "#collate/apparatus/returned-words";
import { alignPair } from "#collate/collate";
import type { Piece } from "#collate/collation";
import { sidesOf } from "#collate/pieces";

type Sentence = ApparatusParagraph["sentences"][number];

/** Neighbouring sentences with the same story, or a place where some were removed. */
export type Passage =
  | {
      readonly kind: "present";
      readonly text: string;
      /** Version that first had these words. */
      readonly since: number;
      /** Between this passage and the next: nothing in scripts without spaces. */
      readonly space: string;
      readonly letter: string | null;
      readonly sentences: readonly Sentence[];
    }
  | { readonly kind: "removed"; readonly letter: string; readonly sentences: readonly Sentence[] };

/** What the margin says of one passage, under the letter that stands in the text. */
export interface Note {
  readonly letter: string;
  /** Oldest first. */
  readonly states: readonly State[];
}

export type State =
  | { readonly kind: "removed"; readonly text: string; readonly last: number; readonly gone: number }
  | { readonly kind: "restored"; readonly last: number; readonly back: number }
  /** Words of the sentence that were left out once. */
  | { readonly kind: "words-restored"; readonly words: string; readonly last: number; readonly back: number }
  /** An earlier wording; what the next one took out of it is marked. */
  | { readonly kind: "wording"; readonly pieces: readonly Piece[]; readonly since: number; readonly until: number };

/** A paragraph as passages. A sentence with a story of its own stands alone, so that its note is about it and nothing else. */
export function passagesOf({ sentences }: ApparatusParagraph): readonly Passage[] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = runs.at(-1);
    if (last && isLike(last[0]!, sentence)) last.push(sentence);
    else runs.push([sentence]);
  }
  let letters = 0;
  return runs.map((run): Passage => {
    const first = run[0]!;
    if (first.until !== null) return { kind: "removed", letter: letterOf(letters++), sentences: run };
    const letter = hasStory(first) ? letterOf(letters++) : null;
    const text = joined(run);
    return { kind: "present", text, since: first.since, space: gapAfter(text), letter, sentences: run };
  });
}

const hasStory = (sentence: Sentence): boolean =>
  sentence.until !== null || sentence.restoredIn !== null || sentence.readings.length > 0;

function isLike(a: Sentence, b: Sentence): boolean {
  if (a.until !== null || b.until !== null) return a.until === b.until;
  return !hasStory(a) && !hasStory(b) && a.since === b.since;
}

const joined = (sentences: readonly Sentence[]): string =>
  sentences.reduce((text, { text: next }) => (text === "" ? next : text + gapAfter(text) + next), "");

/** Ideographic and full-width marks carry their own space. */
const gapAfter = (text: string): string => (/[\u3000-\u303F\uFF00-\uFFEF]$/u.test(text) ? "" : " ");

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** a, b … z, aa, ab … */
export const letterOf = (n: number): string =>
  (n < ALPHABET.length ? "" : letterOf(Math.floor(n / ALPHABET.length) - 1)) + ALPHABET[n % ALPHABET.length];

/** Earlier wordings shown of one sentence, the latest of them; a page that was retouched all day has dozens. */
const MAX_WORDINGS = 8;

/** `versions` are the numbers of all versions, ascending: what went after version 3 was gone in the one that follows. */
export const notesOf = (passages: readonly Passage[], versions: readonly number[]): readonly Note[] =>
  passages.flatMap(({ kind, letter, sentences }) => {
    if (letter === null) return [];
    return [{ letter, states: kind === "removed" ? [removed(sentences, versions)] : statesOf(sentences[0]!) }];
  });

function removed(sentences: readonly Sentence[], versions: readonly number[]): State {
  const last = sentences[0]!.until!;
  return { kind: "removed", text: joined(sentences), last, gone: versions[versions.indexOf(last) + 1] ?? last };
}

function statesOf(sentence: Sentence): readonly State[] {
  const { readings, text, restoredIn, restoredFrom } = sentence;
  const returned = returnedWords(sentence).map((each): State => ({ kind: "words-restored", ...each }));
  const shown = readings.slice(-MAX_WORDINGS);
  const wordings = shown.map(({ text: own, since, until }, i): State => {
    return { kind: "wording", pieces: lostFrom(own, shown[i + 1]?.text ?? text), since, until };
  });
  if (restoredIn === null || restoredFrom === null) return [...wordings, ...returned];
  return [...wordings, { kind: "restored", last: restoredFrom, back: restoredIn }];
}

/** A wording with what the next one lacks marked; one that was replaced whole needs no marks. */
function lostFrom(own: string, next: string): readonly Piece[] {
  const pieces = sidesOf(alignPair(own, next), [own], [next]).old.flat();
  return pieces.some(({ op }) => op === "equal") ? pieces : [{ op: "equal", text: own }];
}
