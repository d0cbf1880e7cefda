/** Which item of one sequence belongs to which of the other; -1 where none does. Both directions agree. */
export interface Pairing {
  readonly oldToNew: Int32Array;
  readonly newToOld: Int32Array;
}

/** Position of each item in its sequence, 0-1, on one scale for both. */
export interface Places {
  readonly old: Float64Array;
  readonly new: Float64Array;
}

/**
 * Pairs items with equal keys, each at most once, in linear time. Items that occur once on both sides pair wherever they
 * stand (a move is still the same text). Repeated items pair where their neighbours pair (Heckel 1978), the ends of the
 * sequences counting as neighbours; what is left over with the nearest.
 */
export function anchor(old: Int32Array, next: Int32Array): Pairing {
  const pairing = { oldToNew: new Int32Array(old.length).fill(-1), newToOld: new Int32Array(next.length).fill(-1) };
  pairEnds(old, next, pairing);
  pairUnique(old, next, pairing);
  pairNeighbours(old, next, pairing);
  pairRest(old, next, pairing);
  return pairing;
}

function join(pairing: Pairing, i: number, j: number): void {
  pairing.oldToNew[i] = j;
  pairing.newToOld[j] = i;
}

function pairEnds(old: Int32Array, next: Int32Array, pairing: Pairing): void {
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old[head] === next[head]) {
    join(pairing, head, head);
    head += 1;
  }
  for (let back = 1; back <= shorter - head && old.at(-back) === next.at(-back); back += 1)
    join(pairing, old.length - back, next.length - back);
}

function pairUnique(old: Int32Array, next: Int32Array, pairing: Pairing): void {
  const places = onlyPlaces(old, pairing.oldToNew);
  for (const [key, j] of onlyPlaces(next, pairing.newToOld)) {
    const i = places.get(key);
    if (i !== undefined && i >= 0 && j >= 0) join(pairing, i, j);
  }
}

/** Place of each key that is still free; -1 when it occurs more than once. */
function onlyPlaces(keys: Int32Array, partner: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at < keys.length; at += 1)
    if (partner[at] === -1) places.set(keys[at]!, places.has(keys[at]!) ? -1 : at);
  return places;
}

function pairNeighbours(old: Int32Array, next: Int32Array, pairing: Pairing): void {
  const free = (i: number, j: number) =>
    i >= 0 && i < old.length && j >= 0 && j < next.length && pairing.oldToNew[i] === -1 && pairing.newToOld[j] === -1;
  const grow = (i: number, j: number) => {
    if (free(i, j) && old[i] === next[j]) join(pairing, i, j);
  };
  for (let i = 0; i < old.length; i += 1) if (pairing.oldToNew[i] !== -1) grow(i + 1, pairing.oldToNew[i]! + 1);
  for (let i = old.length - 1; i >= 0; i -= 1) if (pairing.oldToNew[i] !== -1) grow(i - 1, pairing.oldToNew[i]! - 1);
}

/** What repeats and has no paired neighbour pairs with the nearest, as the anchors found so far map the places. */
function pairRest(old: Int32Array, next: Int32Array, pairing: Pairing): void {
  const waiting = new Map<number, number[]>();
  for (let i = 0; i < old.length; i += 1) {
    if (pairing.oldToNew[i] !== -1) continue;
    const places = waiting.get(old[i]!);
    if (places) places.push(i);
    else waiting.set(old[i]!, [i]);
  }
  if (waiting.size === 0) return;
  const asking = new Map<number, number[]>();
  for (let j = 0; j < next.length; j += 1) {
    if (pairing.newToOld[j] !== -1 || !waiting.has(next[j]!)) continue;
    const places = asking.get(next[j]!);
    if (places) places.push(j);
    else asking.set(next[j]!, [j]);
  }
  if (asking.size === 0) return;
  const places = commonPlaces(pairing);
  for (const [key, news] of asking) pairNearest(waiting.get(key)!, news, places, pairing);
}

/** Lists so long that all their pairs would cost too much are paired in order. */
const MAX_NEAREST = 64;

function pairNearest(olds: readonly number[], news: readonly number[], places: Places, pairing: Pairing): void {
  if (olds.length > MAX_NEAREST || news.length > MAX_NEAREST) {
    for (let k = 0; k < Math.min(olds.length, news.length); k += 1) join(pairing, olds[k]!, news[k]!);
    return;
  }
  const pairs = olds.flatMap((i) => news.map((j) => ({ i, j, gap: Math.abs(places.old[i]! - places.new[j]!) })));
  const chosenOld = new Set<number>();
  const chosenNew = new Set<number>();
  for (const { i, j } of pairs.sort((a, b) => a.gap - b.gap || a.i + a.j - b.i - b.j)) {
    if (chosenOld.has(i) || chosenNew.has(j)) continue;
    chosenOld.add(i);
    chosenNew.add(j);
  }
  // Which of them pair is decided by nearness; equal texts never cross.
  const inOrder = [...chosenNew].sort((a, b) => a - b);
  for (const [k, i] of [...chosenOld].sort((a, b) => a - b).entries()) join(pairing, i, inOrder[k]!);
}

/**
 * Positions on one scale: a pair stands halfway between its two places, the others evenly between their paired neighbours; so
 * nothing seems to move because something was inserted above it.
 */
export function commonPlaces({ oldToNew, newToOld }: Pairing): Places {
  return { old: spread(oldToNew, newToOld.length), new: spread(newToOld, oldToNew.length) };
}

function spread(partners: Int32Array, otherCount: number): Float64Array {
  const places = new Float64Array(partners.length);
  const placeOf = (at: number) => ((at + 1) / (partners.length + 1) + (partners[at]! + 1) / (otherCount + 1)) / 2;
  let before = 0;
  for (let at = 0; at < places.length; ) {
    let following = at;
    while (following < places.length && partners[following] === -1) following += 1;
    const after = following < places.length ? placeOf(following) : 1;
    for (let k = at; k < following; k += 1)
      places[k] = before + ((after - before) * (k - at + 1)) / (following - at + 1);
    if (following < places.length) places[following] = after;
    before = after;
    at = following + 1;
  }
  return places;
}
