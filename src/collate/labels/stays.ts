import type { ReadText } from "#language/read-text";
import type { Rules } from "#language/rules/rules";
import { hasUnspaced } from "#language/scripts";
import { type Stretch, sentences } from "#language/sentences";
import type { Term } from "#language/term";
import { countWords } from "#language/word-count";
import type { ReadPlace, Spot } from "./read-place.ts";

/** How much of a statement is in the other version, 0 to 1. */
export interface Kept {
  /** Of the words that mean something, in the shorter of both sentences. */
  readonly share: number;
  /** How many words that is. */
  readonly count: number;
  /** Of the words of both sentences together. */
  readonly alike: number;
}

/** Of a statement that the other version does not have. */
export const NOTHING_KEPT: Kept = { share: 0, count: 0, alike: 0 };

/** Shares of a statement from which it stays: for what took another's place, and for what came or went. */
export const STAYS = 0.34;
export const STAYS_ALONE = 0.5;
/** Words of both sentences that are in both: a long sentence that took in a few words of a short one is another. */
const ALIKE_ALONE = 0.36;

export const staysAlone = ({ share, alike }: Kept): boolean => share >= STAYS_ALONE && alike >= ALIKE_ALONE;

/** Whole sentences that only came or went. Of those that took another's place the words say whether the statement stays. */
export const isGrowth = ({ wholeSentences, edit }: Spot): boolean =>
  wholeSentences && (edit.oldStart === edit.oldEnd || edit.newStart === edit.newEnd);

/** Words that an edit may have besides what took another's place. */
const BESIDE = 2;

/** One term in another's place is all that the edit took and brought, or nearly so. */
export function isExact({ old, new: next }: ReadPlace, { edit }: Spot, before: Term, after: Term): boolean {
  const ownWords = (read: ReadText, start: number, end: number, term: Term) =>
    countWords(read.text.slice(start, end)) <= countWords(read.text.slice(term.start, term.end)) + BESIDE;
  return ownWords(old, edit.oldStart, edit.oldEnd, before) && ownWords(next, edit.newStart, edit.newEnd, after);
}

/** Letters of a word that have to be equal for it to be another form of a word: "kill" and "killed". */
const STEM = 5;
const LEAST_LETTERS = 3;
/** Sentences of the other version that are compared with one. */
const MOST_COMPARED = 6;
/** Words read of one sentence; a longer one is a list. */
const MOST_WORDS = 120;

export const stemOf = (word: string): string => word.slice(0, STEM);

/** Sentences of both sides of a place, and how much of one is in the other; made when it is first asked. */
export class Statements {
  readonly #reading: ReadPlace;
  readonly #rules: Rules;
  readonly #stretches: Partial<Record<"old" | "new", readonly Stretch[]>> = {};
  readonly #words = new Map<string, readonly string[]>();

  constructor(reading: ReadPlace, rules: Rules) {
    this.#reading = reading;
    this.#rules = rules;
  }

  /** How much of the sentence of a term that was taken or brought is in the other version, at the place of the edit. */
  keptOf(
    side: "old" | "new",
    term: Pick<Term, "start">,
    edit: { readonly oldStart: number; readonly oldEnd: number; readonly newStart: number; readonly newEnd: number },
  ): Kept {
    const other = side === "old" ? "new" : "old";
    const own = this.#sentenceAt(side, term.start);
    const [from, to] = other === "old" ? [edit.oldStart, edit.oldEnd] : [edit.newStart, edit.newEnd];
    if (!own) return NOTHING_KEPT;
    const near = this.#sentences(other).filter(({ start, end }) => start <= to + 1 && end >= from - 1);
    let best = NOTHING_KEPT;
    for (const each of near.slice(0, MOST_COMPARED)) {
      const kept = this.#compare(side, own, each);
      if (kept.alike > best.alike) best = kept;
    }
    return best;
  }

  #compare(side: "old" | "new", own: Stretch, each: Stretch): Kept {
    const [a, b] = [this.#wordsOf(side, own), this.#wordsOf(side === "old" ? "new" : "old", each)];
    const left = new Map<string, number>();
    for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
    let count = 0;
    for (const word of a) {
      const rest = left.get(word) ?? 0;
      if (rest === 0) continue;
      left.set(word, rest - 1);
      count += 1;
    }
    const least = Math.min(a.length, b.length);
    return { count, share: least === 0 ? 0 : count / least, alike: (2 * count) / Math.max(1, a.length + b.length) };
  }

  #sentences(side: "old" | "new"): readonly Stretch[] {
    const known = this.#stretches[side];
    if (known) return known;
    const { field } = this.#reading;
    const { text } = this.#reading[side];
    // A headline is one statement.
    const found = field === "headline" ? [{ start: 0, end: text.length }] : sentences(text);
    this.#stretches[side] = found;
    return found;
  }

  #sentenceAt(side: "old" | "new", at: number): Stretch | undefined {
    return this.#sentences(side).find(({ end }) => at < end);
  }

  /** Stems of the words that mean something, figures left out. */
  #wordsOf(side: "old" | "new", { start, end }: Stretch): readonly string[] {
    const key = `${side}${start}`;
    const known = this.#words.get(key);
    if (known) return known;
    const found = meaningful(this.#reading[side], start, end, this.#rules);
    this.#words.set(key, found);
    return found;
  }
}

/** Stems of words between two offsets that are not grammar and no figures. */
export function meaningful({ tokens, words }: ReadText, start: number, end: number, rules: Rules): readonly string[] {
  const found: string[] = [];
  for (
    let at = firstFrom(tokens, start);
    at < tokens.length && tokens[at]!.start < end && found.length < MOST_WORDS;
    at += 1
  ) {
    const word = words[at]!.replace(/['’]s?$/u, "");
    if (tokens[at]!.kind !== "word" || (word.length < LEAST_LETTERS && !hasUnspaced(word)) || rules.grammar.has(word))
      continue;
    found.push(stemOf(word));
  }
  return found;
}

/** Index of the first token that begins at an offset or after it. */
export function firstFrom(tokens: ReadText["tokens"], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
