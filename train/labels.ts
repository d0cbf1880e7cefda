const SHINGLE = 4;
/** A run is body when at least so much of it stands in the gold text. */
const MIN_SHARE = 0.5;
/** How far a short line's words may stand from where the paragraph before it ended. */
const SLACK = 12;

const TOKEN = /[\p{L}\p{N}_]+/gu;
export const tokens = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/**
 * Which of a page's runs are in its gold body: those most of whose 4-word shingles stand there, in a place that no earlier
 * run has taken; and lines of fewer words when just these words stand between the body runs around them.
 */
export function labelRuns(runs: readonly string[], gold: string): Uint8Array {
  const words = tokens(gold);
  const own = runs.map(tokens);
  const labels = new Uint8Array(runs.length);
  const spans = new Map<number, { readonly from: number; readonly to: number }>();
  const taken = new Uint8Array(words.length);
  const places = placesOf(words);
  own.forEach((run, r) => {
    const from = run.length < SHINGLE ? null : placeOf(run, places, taken);
    if (from === null) return;
    labels[r] = 1;
    const to = Math.min(words.length, from + run.length);
    spans.set(r, { from, to });
    taken.fill(1, from, to);
  });
  own.forEach((run, r) => {
    if (run.length === 0 || run.length >= SHINGLE) return;
    const from = between(run, r, words, taken, spans, runs.length);
    if (from === null) return;
    labels[r] = 1;
    spans.set(r, { from, to: from + run.length });
    taken.fill(1, from, from + run.length);
  });
  return labels;
}

const shingle = (words: readonly string[], at: number): string => words.slice(at, at + SHINGLE).join(" ");

function placesOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const key = shingle(words, i);
    const list = places.get(key);
    if (list) list.push(i);
    else places.set(key, [i]);
  }
  return places;
}

/** Where in the gold text the run begins, or null when it does not stand there or its place is taken. */
function placeOf(run: readonly string[], places: ReturnType<typeof placesOf>, taken: Uint8Array): number | null {
  let [hits, free] = [0, 0];
  let from: number | null = null;
  const last = run.length - SHINGLE + 1;
  for (let i = 0; i < last; i++) {
    const found = places.get(shingle(run, i));
    if (!found) continue;
    hits++;
    const place = found.find((at) => taken[at] === 0);
    if (place === undefined) continue;
    free++;
    from ??= Math.max(0, place - i);
  }
  return hits / last >= MIN_SHARE && free >= hits * 0.5 ? from : null;
}

function between(
  run: readonly string[],
  r: number,
  words: readonly string[],
  taken: Uint8Array,
  spans: ReadonlyMap<number, { readonly from: number; readonly to: number }>,
  count: number,
): number | null {
  let before = r - 1;
  while (before >= 0 && !spans.has(before)) before--;
  let after = r + 1;
  while (after < count && !spans.has(after)) after++;
  const low = Math.max(0, (spans.get(before)?.to ?? 0) - 2);
  const high = Math.min(words.length, (spans.get(after)?.from ?? words.length) + 2);
  for (let i = low; i + run.length <= high && i < low + SLACK; i++)
    if (run.every((word, k) => taken[i + k] === 0 && word === words[i + k])) return i;
  return null;
}
