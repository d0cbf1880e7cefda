/** What an aligner says: edges "i>j" between paragraphs, and those of them that it calls moved. */
export interface Alignment {
  readonly edges: ReadonlySet<string>;
  readonly moves: ReadonlySet<string>;
}

export interface Peer {
  readonly name: string;
  readonly align: (old: readonly string[], next: readonly string[]) => Alignment;
}

type Pair = readonly [number, number];

/** Longest common subsequence of equal lines, by table. */
function lcs(old: readonly string[], next: readonly string[]): Pair[] {
  const width = next.length + 1;
  const table = new Int32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = next.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        old[i] === next[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < old.length && j < next.length; ) {
    if (old[i] === next[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The hunks between equal lines: what was replaced by what. */
function hunks(
  old: readonly string[],
  next: readonly string[],
  equal: readonly Pair[],
): { old: number[]; new: number[] }[] {
  const found: { old: number[]; new: number[] }[] = [];
  let i = 0;
  let j = 0;
  for (const [a, b] of [...equal, [old.length, next.length] as const]) {
    const hunk = { old: range(i, a), new: range(j, b) };
    if (hunk.old.length + hunk.new.length > 0) found.push(hunk);
    i = a + 1;
    j = b + 1;
  }
  return found;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
const edgesOf = (pairs: readonly Pair[]): Set<string> => new Set(pairs.map(([i, j]) => `${i}>${j}`));

/** News Sniffer: LCS of paragraphs, and in each replaced hunk first with first, second with second. */
const positional: Peer = {
  name: "LCS + positional",
  align: (old, next) => {
    const equal = lcs(old, next);
    const pairs = hunks(old, next, equal).flatMap((hunk) =>
      range(0, Math.min(hunk.old.length, hunk.new.length)).map((k): Pair => [hunk.old[k]!, hunk.new[k]!]),
    );
    return { edges: edgesOf([...equal, ...pairs]), moves: new Set() };
  },
};

/** "Changing Times": equal paragraphs drop out, the rest pair by smallest word Levenshtein distance up to one half. */
const levenshteinHalf: Peer = {
  name: "exact + Levenshtein 50%",
  align: (old, next) => {
    const pairs: Pair[] = [];
    const taken = new Set<number>();
    const oldRest: number[] = [];
    old.forEach((text, i) => {
      const j = next.findIndex((other, k) => other === text && !taken.has(k));
      if (j === -1) oldRest.push(i);
      else {
        taken.add(j);
        pairs.push([i, j]);
      }
    });
    const newRest = range(0, next.length).filter((j) => !taken.has(j));
    const distances = oldRest.flatMap((i) =>
      newRest.map((j) => [distance(words(old[i]!), words(next[j]!)), i, j] as const),
    );
    const used = { old: new Set<number>(), new: new Set<number>() };
    for (const [d, i, j] of distances.sort((a, b) => a[0] - b[0])) {
      if (d > 0.5 || used.old.has(i) || used.new.has(j)) continue;
      used.old.add(i);
      used.new.add(j);
      pairs.push([i, j]);
    }
    return { edges: edgesOf(pairs), moves: offAscent(pairs) };
  },
};

const words = (text: string): string[] => text.match(/[\p{Script=Han}\p{Script=Thai}]|[\p{L}\p{N}]+|[^\s]/gu) ?? [];

/** Levenshtein distance as a share of the longer side. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = range(0, b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const following = [i];
    for (let j = 1; j <= b.length; j += 1)
      following.push(Math.min(row[j]! + 1, following[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = following;
  }
  return row[b.length]! / Math.max(1, a.length, b.length);
}

/** Pairs off the longest run that keeps its order count as moved: more than the original says. */
function offAscent(pairs: readonly Pair[]): Set<string> {
  const sorted = [...pairs].sort((a, b) => a[1] - b[1]);
  const best = sorted.map(() => 1);
  const from = sorted.map(() => -1);
  sorted.forEach(([i], k) => {
    for (let p = 0; p < k; p += 1)
      if (sorted[p]![0] < i && best[p]! + 1 > best[k]!) {
        best[k] = best[p]! + 1;
        from[k] = p;
      }
  });
  const kept = new Set<number>();
  for (let k = best.indexOf(Math.max(0, ...best)); k >= 0; k = from[k]!) kept.add(k);
  return edgesOf(sorted.filter((_, k) => !kept.has(k)));
}

const CHANGE_THRESHOLD = 0.2;
const MOVED_THRESHOLD = 0.4;
const MAX_SPLIT = 3;
const SPLIT_INITIAL = 0.1;
const SPLIT_FINAL = 0.6;
const MAX_MOVE_LINES = 100;

/** After wikidiff2: LCS of lines, inside hunks the best monotone pairing by copied characters, greedy splits, then moves. */
const wikidiff: Peer = {
  name: "wikidiff2-like",
  align: (old, next) => {
    const equal = lcs(old, next);
    const pairs: Pair[] = [...equal];
    const free = { old: [] as number[], new: [] as number[] };
    for (const hunk of hunks(old, next, equal)) {
      const matched = monotone(hunk, (i, j) => copied(old[i]!, next[j]!));
      const usedNew = new Set(matched.map(([, j]) => j));
      for (const [i, j] of matched)
        for (const part of splitParts(old[i]!, j, hunk.new, usedNew, next)) matched.push([i, part]);
      pairs.push(...matched);
      const usedOld = new Set(matched.map(([i]) => i));
      free.old.push(...hunk.old.filter((i) => !usedOld.has(i)));
      free.new.push(...hunk.new.filter((j) => !usedNew.has(j)));
    }
    const moves = free.old.length + free.new.length > MAX_MOVE_LINES ? [] : moved(old, next, free);
    return { edges: edgesOf([...pairs, ...moves]), moves: edgesOf(moves) };
  },
};

function monotone(hunk: { old: number[]; new: number[] }, likeness: (i: number, j: number) => number): Pair[] {
  const width = hunk.new.length + 1;
  const best = new Float64Array((hunk.old.length + 1) * width);
  const like = new Float64Array(hunk.old.length * hunk.new.length);
  for (let a = hunk.old.length - 1; a >= 0; a -= 1)
    for (let b = hunk.new.length - 1; b >= 0; b -= 1) {
      const value = likeness(hunk.old[a]!, hunk.new[b]!);
      like[a * hunk.new.length + b] = value;
      const pair = value > CHANGE_THRESHOLD ? best[(a + 1) * width + b + 1]! + value : 0;
      best[a * width + b] = Math.max(pair, best[(a + 1) * width + b]!, best[a * width + b + 1]!);
    }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < hunk.old.length && b < hunk.new.length; ) {
    const value = like[a * hunk.new.length + b]!;
    const here = best[a * width + b]!;
    if (value > CHANGE_THRESHOLD && here === best[(a + 1) * width + b + 1]! + value)
      pairs.push([hunk.old[a++]!, hunk.new[b++]!]);
    else if (here === best[(a + 1) * width + b]!) a += 1;
    else b += 1;
  }
  return pairs;
}

function splitParts(
  text: string,
  first: number,
  hunk: readonly number[],
  used: Set<number>,
  next: readonly string[],
): number[] {
  const parts: number[] = [];
  let whole = next[first]!;
  while (parts.length < MAX_SPLIT - 1) {
    const following = first + parts.length + 1;
    if (!hunk.includes(following) || used.has(following) || copied(text, next[following]!) < SPLIT_INITIAL) break;
    const grown = `${whole} ${next[following]!}`;
    if (copied(text, grown) < Math.max(SPLIT_FINAL, copied(text, whole))) break;
    whole = grown;
    used.add(following);
    parts.push(following);
  }
  return parts;
}

function moved(old: readonly string[], next: readonly string[], free: { old: number[]; new: number[] }): Pair[] {
  const found: Pair[] = [];
  const used = new Set<number>();
  for (const i of free.old) {
    let best: [number, number] | null = null;
    for (const j of free.new) {
      const value = used.has(j) ? 0 : copied(old[i]!, next[j]!);
      if (value >= MOVED_THRESHOLD && value > (best?.[0] ?? 0)) best = [value, j];
    }
    if (!best) continue;
    used.add(best[1]);
    found.push([i, best[1]]);
  }
  return found;
}

/** Characters of words in common order, as a share of all. */
function copied(a: string, b: string): number {
  const x = words(a);
  const y = words(b);
  const row = new Float64Array(y.length + 1);
  for (let i = 0; i < x.length; i += 1) {
    let diagonal = 0;
    for (let j = 0; j < y.length; j += 1) {
      const above = row[j + 1]!;
      row[j + 1] = x[i] === y[j] ? diagonal + x[i]!.length : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  const total = [...x, ...y].reduce((sum, word) => sum + word.length, 0);
  return total === 0 ? 0 : (2 * row[y.length]!) / total;
}

export const PEERS: readonly Peer[] = [positional, levenshteinHalf, wikidiff];
