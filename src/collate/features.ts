import { comparable } from "./comparable.ts";
import { hasUnspaced, UNSPACED } from "./scripts.ts";

/** A text as the multiset of its words and neighbouring word pairs (characters and their pairs in unspaced scripts). */
export interface Bag {
  /** Feature numbers, ascending, each once. */
  readonly ids: readonly number[];
  readonly counts: readonly number[];
  /** Words; two characters of an unspaced script count as one. */
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
/** Weight of a word by its length: short words are mostly grammar, in every language, and say little. */
const BY_LENGTH = [0, 0.15, 0.2, 0.35, 0.6, 0.85];
const PAIR_BASE = 0x4000000;

export function featureSpace(old: readonly string[], neu: readonly string[]): FeatureSpace {
  const length = [...old, ...neu].reduce((sum, text) => sum + text.length, 0) / (old.length + neu.length);
  const reader = new FeatureReader(SINGLE * Math.min(1, LONG_TEXT / length));
  const oldBags = old.map((text) => reader.read(text));
  const newBags = neu.map((text) => reader.read(text));
  const weights = weigh(reader.priors, oldBags, newBags);
  const weightOf = (bag: Bag): number => bag.ids.reduce((sum, id, k) => sum + bag.counts[k]! * weights[id]!, 0);
  return {
    old: oldBags,
    new: newBags,
    weights,
    oldWeights: Float64Array.from(oldBags, weightOf),
    newWeights: Float64Array.from(newBags, weightOf),
  };
}

/** idf over the side where a feature is more frequent, so that occurring once on both sides costs nothing. */
function weigh(priors: readonly number[], old: readonly Bag[], neu: readonly Bag[]): Float64Array {
  const frequencies = [old, neu].map((bags) => {
    const frequency = new Int32Array(priors.length);
    for (const bag of bags) for (const id of bag.ids) frequency[id]! += 1;
    return frequency;
  });
  const texts = Math.max(old.length, neu.length) + 2;
  return Float64Array.from(priors, (prior, id) => {
    const often = Math.max(frequencies[0]![id]!, frequencies[1]![id]!);
    return (prior * Math.log(texts / (often + 0.5))) / Math.log(texts / 1.5);
  });
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;
const UNSPACED_OR_WORD = new RegExp(`[${UNSPACED}]|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+(?:'[\\p{L}\\p{M}]+)*`, "gv");

/** Numbers words and pairs while it reads; its state lives for one collation. */
class FeatureReader {
  readonly priors: number[] = [];
  readonly #words = new Map<string, number>();
  readonly #wordPriors: number[] = [];
  readonly #ids = new Map<number, number>();
  readonly #single: number;

  constructor(single: number) {
    this.#single = single;
  }

  read(text: string): Bag {
    const form = comparable(clip(text)).toLowerCase();
    const unspaced = hasUnspaced(form);
    const found: number[] = [];
    let characters = 0;
    let previous = -1;
    for (const match of form.matchAll(unspaced ? UNSPACED_OR_WORD : WORDS)) {
      const single = unspaced && hasUnspaced(match[0]);
      if (single) characters += 1;
      const word = this.#word(match[0], single);
      found.push(this.#feature(word, this.#single * this.#wordPriors[word]!));
      const prior = previous === -1 ? 0.5 : this.#wordPriors[previous]!;
      found.push(this.#feature((previous + 2) * PAIR_BASE + word, (prior + this.#wordPriors[word]!) / 2 + 0.2));
      previous = word;
    }
    return bagOf(found, found.length / 2 - characters / 2);
  }

  #word(text: string, single: boolean): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const digits = text.charCodeAt(0) <= 57;
    this.#wordPriors.push(single ? 0.5 : digits ? 1 : (BY_LENGTH[text.length] ?? 1));
    this.#words.set(text, this.#words.size);
    return this.#words.size - 1;
  }

  #feature(key: number, prior: number): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.priors.length);
    this.priors.push(prior);
    return this.priors.length - 1;
  }
}

const clip = (text: string): string =>
  text.length <= 2 * MAX_FEATURE_TEXT ? text : text.slice(0, MAX_FEATURE_TEXT) + text.slice(-MAX_FEATURE_TEXT);

function bagOf(found: number[], words: number): Bag {
  const sorted = Int32Array.from(found).sort();
  const ids: number[] = [];
  const counts: number[] = [];
  for (const id of sorted) {
    if (ids.at(-1) === id) counts[counts.length - 1]! += 1;
    else {
      ids.push(id);
      counts.push(1);
    }
  }
  return { ids, counts, words };
}

/** Several texts as one. */
export function concat(bags: readonly Bag[]): Bag {
  if (bags.length === 1) return bags[0]!;
  const counts = new Map<number, number>();
  let words = 0;
  for (const bag of bags) {
    words += bag.words;
    bag.ids.forEach((id, k) => {
      counts.set(id, (counts.get(id) ?? 0) + bag.counts[k]!);
    });
  }
  const ids = [...counts.keys()].sort((a, b) => a - b);
  return { ids, counts: ids.map((id) => counts.get(id)!), words };
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
