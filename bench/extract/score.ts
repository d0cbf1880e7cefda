/** Counts of one page, scaled so that every page weighs the same: tp + fp + fn = 1 (all 0 when both texts are empty). */
export interface Overlap {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** The tokens of both texts are equal, one by one. */
  readonly exact: boolean;
}

export interface Score {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exactShare: number;
  /** Share of pages whose own F1 is under 0.80: the tail a reader would notice. */
  readonly tailShare: number;
}

const SHINGLE_WORDS = 4;
/** Python's \w, which the article-extraction-benchmark scores with: letters, digits, underscore; no combining marks. */
const TOKEN = /[\p{L}\p{N}_]+/gu;

const tokens = (text: string): readonly string[] => text.match(TOKEN) ?? [];

function shingles(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1);
  for (let i = 0; i < last && words.length > 0; i++) {
    const key = words.slice(i, i + SHINGLE_WORDS).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Overlap of 4-word shingles, as the article-extraction-benchmark counts it (case matters). */
export function overlap(gold: string, got: string): Overlap {
  const goldWords = tokens(gold);
  const gotWords = tokens(got);
  const wanted = shingles(goldWords);
  const found = shingles(gotWords);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const [key, count] of found) {
    const hit = Math.min(count, wanted.get(key) ?? 0);
    tp += hit;
    fp += count - hit;
  }
  for (const [key, count] of wanted) fn += Math.max(0, count - (found.get(key) ?? 0));
  const sum = tp + fp + fn || 1;
  const exact = goldWords.length === gotWords.length && goldWords.every((word, i) => word === gotWords[i]);
  return { tp: tp / sum, fp: fp / sum, fn: fn / sum, exact };
}

const precisionOf = ({ tp, fp, fn }: Overlap): number =>
  fp === 0 && fn === 0 ? 1 : tp + fp === 0 ? 0 : tp / (tp + fp);
const recallOf = ({ tp, fp, fn }: Overlap): number => (fp === 0 && fn === 0 ? 1 : tp + fn === 0 ? 0 : tp / (tp + fn));
const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

export const pageF1 = (page: Overlap): number => harmonic(precisionOf(page), recallOf(page));

/** Means over pages; F1 is that of the two means, not the mean of the pages' F1. */
export function summarise(pages: readonly Overlap[]): Score {
  const mean = (of: (page: Overlap) => number) => pages.reduce((sum, page) => sum + of(page), 0) / (pages.length || 1);
  const precision = mean(precisionOf);
  const recall = mean(recallOf);
  return {
    pages: pages.length,
    f1: harmonic(precision, recall),
    precision,
    recall,
    exactShare: mean((page) => (page.exact ? 1 : 0)),
    tailShare: mean((page) => (pageF1(page) < 0.8 ? 1 : 0)),
  };
}
