import { fnv1a } from "#lib/fnv";

/** Of a list that no one has seen before so many entries are taken: what lies further back is no news. */
const FIRST_TAKEN = 50;
/** A list of which more than this share is new was rebuilt, and is one that no one has seen before. */
const REBUILT_SHARE = 0.5;
/** Entries that are remembered: twice what a sitemap may list, so that one that came out empty once is not all new afterwards. */
const REMEMBERED = 100_000;
/** Entries that tell at which end a list grows. */
const SAMPLE = 20;

export interface UndatedNews {
  /** New entries, in the order of the list. */
  readonly fresh: readonly string[];
  /** To be given to the next reading; null when it is as it was. */
  readonly listed: Uint32Array | null;
}

/**
 * What is new in a list without dates: what it did not have before, wherever it stands. The first time no one can tell; then it is
 * the end that looks newer by the numbers and dates in its addresses, or a part of either end.
 * @param entries as the list has them, in its order
 * @param limit new entries that are taken at once; the others are new again at the next reading
 * @param before hashes of the entries that it had so far; null when it is read for the first time
 */
export function newsOfUndated(entries: readonly string[], before: Uint32Array | null, limit: number): UndatedNews {
  const known = new Set(before ?? []);
  const fresh = entries.filter((entry) => !known.has(fnv1a(entry)));
  if (fresh.length === 0) return { fresh: [], listed: null };
  const isFirst = before === null || (fresh.length > FIRST_TAKEN && fresh.length > entries.length * REBUILT_SHARE);
  const taken = isFirst ? newestOf(entries) : fresh.slice(0, limit);
  // What is left for the next reading is not remembered.
  const seen = isFirst ? entries : taken;
  const listed = Uint32Array.from(new Set([...seen.map(fnv1a), ...known]));
  return { fresh: taken, listed: listed.subarray(0, REMEMBERED) };
}

function newestOf(entries: readonly string[]): readonly string[] {
  if (entries.length <= FIRST_TAKEN) return entries;
  const rises = risesAlong(entries);
  if (rises > 0) return entries.slice(-FIRST_TAKEN);
  if (rises < 0) return entries.slice(0, FIRST_TAKEN);
  return [...entries.slice(0, FIRST_TAKEN / 2), ...entries.slice(-FIRST_TAKEN / 2)];
}

/** Above 0 when the numbers in the addresses rise from the beginning to the end, below 0 when they fall, 0 when they do neither. */
function risesAlong(entries: readonly string[]): number {
  const step = Math.max(1, Math.floor(entries.length / SAMPLE));
  const sample = entries.filter((_, at) => at % step === 0).map(numbersIn);
  let rising = 0;
  for (let at = 1; at < sample.length; at++) rising += Math.sign(compareNumbers(sample[at]!, sample[at - 1]!));
  return Math.abs(rising) > (sample.length - 1) / 2 ? rising : 0;
}

/** Numbers in a text, in their order: a date in an address is three of them. */
export const numbersIn = (text: string): readonly number[] => (text.match(/\d{1,15}/g) ?? []).map(Number);

/** By the first number that differs; 0 where none does. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 || b[at] === undefined ? 0 : a[at]! - b[at];
}
