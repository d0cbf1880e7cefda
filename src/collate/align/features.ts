import { comparable } from "#language/comparable";
import { hasUnspaced, UNSPACED, UNSPACED_LETTERS, UNSPACED_SIGNS } from "#language/scripts";
import { PairNumbers } from "./pair-numbers.ts";

/** A text as the multiset of its words and neighbouring word pairs (characters and their pairs in unspaced scripts). */
export interface Bag {
  /** Feature numbers, ascending, each once. */
  readonly ids: Int32Array;
  readonly counts: Int32Array;
  /** Words; estimated from characters in an unspaced script. */
  readonly words: number;
}

/** Bags of two sides with the weight of each feature: rare ones tell more. */
export interface FeatureSpace {
  readonly old: readonly Bag[];
  readonly new: readonly Bag[];
  readonly weights: Float64Array;
  readonly oldWeights: Float64Array;
  readonly newWeights: Float64Array;
}

/** Longest text read for features, in UTF-16 units: beyond, head and tail of this size stand for the whole. */
const MAX_FEATURE_TEXT = 150_000;
/** Share of a single word against a word pair: words survive heavy editing, pairs tell texts on one topic apart. */
const SINGLE = 0.7;
/** Texts longer than this on average (UTF-16 units) share most single words with any other; there pairs have to decide. */
const LONG_TEXT = 1000;
/** In more text than this pairs alone are read: they find the partners too, in half the time. */
const MUCH_TEXT = 1_000_000;
/** Weight of a word by its length: short words are mostly grammar, in every language, and say little. */
const BY_LENGTH = [0, 0.15, 0.2, 0.35, 0.6, 0.85];
/** Characters of an unspaced script in a word, roughly: two in Chinese, four in Thai. */
const WORD_PER_CHARACTER = 0.4;

export function featureSpace(old: readonly string[], next: readonly string[]): FeatureSpace {
  const reader = new FeatureReader(singleWeight(old, next));
  const oldBags = old.map((text) => reader.read(text));
  const newBags = next.map((text) => reader.read(text));
  const weights = weigh(reader.priors, oldBags, newBags);
  return {
    old: oldBags,
    new: newBags,
    weights,
    oldWeights: Float64Array.from(oldBags, (bag) => weightOf(bag, weights)),
    newWeights: Float64Array.from(newBags, (bag) => weightOf(bag, weights)),
  };
}

function singleWeight(old: readonly string[], next: readonly string[]): number {
  let total = 0;
  for (const text of old) total += text.length;
  for (const text of next) total += text.length;
  if (total > MUCH_TEXT) return 0;
  return SINGLE * Math.min(1, (LONG_TEXT * (old.length + next.length)) / total);
}

/** idf over the side where a feature is more frequent, so that occurring once on both sides costs nothing. */
function weigh(priors: readonly number[], old: readonly Bag[], next: readonly Bag[]): Float64Array {
  const inOld = frequencies(old, priors.length);
  const inNew = frequencies(next, priors.length);
  const texts = Math.max(old.length, next.length) + 2;
  // Most features occur once or twice: each logarithm is taken once.
  const rarity = new Float64Array(texts);
  for (let often = 0; often < texts; often += 1)
    rarity[often] = Math.log(texts / (often + 0.5)) / Math.log(texts / 1.5);
  const weights = new Float64Array(priors.length);
  for (let id = 0; id < weights.length; id += 1) weights[id] = priors[id]! * rarity[Math.max(inOld[id]!, inNew[id]!)]!;
  return weights;
}

/** Number of texts that have each feature. */
function frequencies(bags: readonly Bag[], features: number): Int32Array {
  const frequency = new Int32Array(features);
  for (const { ids } of bags) for (let k = 0; k < ids.length; k += 1) frequency[ids[k]!]! += 1;
  return frequency;
}

function weightOf({ ids, counts }: Bag, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < ids.length; k += 1) sum += counts[k]! * weights[ids[k]!]!;
  return sum;
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}']/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}']+/u;
const PARTS = new RegExp(`[${UNSPACED_SIGNS}]|[${UNSPACED_LETTERS}]+|[[\\p{L}\\p{M}\\p{N}']--[${UNSPACED}]]+`, "gv");
const LETTERS_RUN = new RegExp(`^[${UNSPACED_LETTERS}]`, "u");
/** Letters that stand for a word where words are not spaced: two are shared by any two texts in Thai, three are telling. */
const WINDOW = 3;

/** Words of a canonical, lower-case text. Splitting is twice as fast as matching, and looking characters up four times as splitting. */
function wordsOf(form: string): readonly string[] {
  if (hasUnspaced(form))
    return (form.match(PARTS) ?? []).flatMap((part) => (LETTERS_RUN.test(part) ? windows(part) : [part]));
  return spacedWords(form) ?? form.split(BETWEEN_WORDS);
}

/** Which of the first characters (to the end of the Arabic ones) are part of words. */
const FIRST_CHARACTERS = String.fromCharCode(...Array.from({ length: 0x0700 }, (_, code) => code));
const IN_WORD = new Uint8Array(FIRST_CHARACTERS.length);
for (const { index } of FIRST_CHARACTERS.matchAll(WORD_CHARACTER)) IN_WORD[index] = 1;

/** Words of a text that consists of the first characters only, else null. */
function spacedWords(form: string): string[] | null {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (code >= IN_WORD.length) return null;
    if (IN_WORD[code] === 1) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      words.push(form.slice(start, at));
      start = -1;
    }
  }
  if (start !== -1) words.push(form.slice(start));
  return words;
}

const windows = (run: string): string[] =>
  Array.from({ length: Math.max(1, run.length - WINDOW + 1) }, (_, at) => run.slice(at, at + WINDOW));

/** Numbers words and pairs while it reads; its state lives for one collation. */
class FeatureReader {
  readonly priors: number[] = [];
  readonly #words = new Map<string, number>();
  readonly #wordPriors: number[] = [];
  readonly #isCharacter: boolean[] = [];
  /** Feature of each word by itself; empty where pairs alone are read. */
  readonly #singles: number[] = [];
  readonly #pairs = new PairNumbers();
  readonly #single: number;

  constructor(single: number) {
    this.#single = single;
  }

  read(raw: string): Bag {
    const form = comparable(clip(raw)).toLowerCase();
    const found: number[] = [];
    let words = 0;
    let previous = -1;
    for (const text of wordsOf(form)) {
      if (text === "" || text === "'") continue;
      const word = this.#word(text);
      words += this.#isCharacter[word] ? WORD_PER_CHARACTER : 1;
      if (this.#single > 0) found.push(this.#singles[word]!);
      found.push(this.#pair(previous, word));
      previous = word;
    }
    return bagOf(found, words);
  }

  #word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const digits = text.charCodeAt(0) <= 57;
    const character = hasUnspaced(text);
    const prior = character ? 0.5 : digits ? 1 : (BY_LENGTH[text.length] ?? 1);
    this.#isCharacter.push(character);
    this.#wordPriors.push(prior);
    this.#words.set(text, this.#words.size);
    if (this.#single > 0) this.#singles.push(this.priors.push(this.#single * prior) - 1);
    return this.#words.size - 1;
  }

  #pair(previous: number, word: number): number {
    const id = this.#pairs.numberOf(previous + 1, word, this.priors.length);
    if (id < this.priors.length) return id;
    const prior = previous === -1 ? 0.5 : this.#wordPriors[previous]!;
    this.priors.push((prior + this.#wordPriors[word]!) / 2 + 0.2);
    return id;
  }
}

const clip = (text: string): string =>
  text.length <= 2 * MAX_FEATURE_TEXT ? text : text.slice(0, MAX_FEATURE_TEXT) + text.slice(-MAX_FEATURE_TEXT);

/** A view into a longer array (`subarray`) would cost more than the whole bag of a short text: exact lengths throughout. */
function bagOf(found: readonly number[], words: number): Bag {
  const all = new Int32Array(found.length);
  for (let at = 0; at < all.length; at += 1) all[at] = found[at]!;
  all.sort();
  let distinct = 0;
  for (let at = 0; at < all.length; at += 1) if (at === 0 || all[at] !== all[at - 1]) distinct += 1;
  const counts = new Int32Array(distinct);
  if (distinct === all.length) return { ids: all, counts: counts.fill(1), words };
  const ids = new Int32Array(distinct);
  let last = -1;
  for (let at = 0; at < all.length; at += 1) {
    if (at === 0 || all[at] !== all[at - 1]) ids[++last] = all[at]!;
    counts[last]! += 1;
  }
  return { ids, counts, words };
}

/** Several texts (at least one) as one. */
export const concat = (bags: readonly Bag[]): Bag => bags.reduce(merge);

function merge(a: Bag, b: Bag): Bag {
  const ids = new Int32Array(a.ids.length + b.ids.length - common(a, b));
  const counts = new Int32Array(ids.length);
  for (let at = 0, i = 0, j = 0; at < ids.length; at += 1) {
    const left = i < a.ids.length ? a.ids[i]! : LAST;
    const right = j < b.ids.length ? b.ids[j]! : LAST;
    ids[at] = Math.min(left, right);
    counts[at] = (left <= right ? a.counts[i++]! : 0) + (right <= left ? b.counts[j++]! : 0);
  }
  return { ids, counts, words: a.words + b.words };
}

const LAST = 0x7fffffff;

/** Number of features that both have. */
function common(a: Bag, b: Bag): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}

/** Weight of what two bags share, counting repeats. */
export function overlap(a: Bag, b: Bag, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) sum += Math.min(a.counts[i++]!, b.counts[j++]!) * weights[a.ids[i - 1]!]!;
    else if (difference < 0) i += 1;
    else j += 1;
  }
  return sum;
}
