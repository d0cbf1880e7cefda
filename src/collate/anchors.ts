/** Which item of one sequence belongs to which of the other; -1 where none does. Both directions agree. */
export interface Pairing {
  readonly oldToNew: Int32Array;
  readonly newToOld: Int32Array;
}

/**
 * Pairs items with equal keys, each at most once, in linear time. Items that occur once on both sides pair wherever they
 * stand (a move is still the same text). Repeated items pair where their neighbours pair (Heckel 1978), the ends of the
 * sequences counting as neighbours; what is left over pairs in order.
 */
export function anchor(old: Int32Array, neu: Int32Array): Pairing {
  const pairing = { oldToNew: new Int32Array(old.length).fill(-1), newToOld: new Int32Array(neu.length).fill(-1) };
  pairEnds(old, neu, pairing);
  pairUnique(old, neu, pairing);
  pairNeighbours(old, neu, pairing);
  pairRest(old, neu, pairing);
  return pairing;
}

function join(pairing: Pairing, i: number, j: number): void {
  pairing.oldToNew[i] = j;
  pairing.newToOld[j] = i;
}

function pairEnds(old: Int32Array, neu: Int32Array, pairing: Pairing): void {
  const shorter = Math.min(old.length, neu.length);
  let head = 0;
  while (head < shorter && old[head] === neu[head]) {
    join(pairing, head, head);
    head += 1;
  }
  for (let back = 1; back <= shorter - head && old.at(-back) === neu.at(-back); back += 1)
    join(pairing, old.length - back, neu.length - back);
}

function pairUnique(old: Int32Array, neu: Int32Array, pairing: Pairing): void {
  const places = onlyPlaces(old, pairing.oldToNew);
  for (const [key, j] of onlyPlaces(neu, pairing.newToOld)) {
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

function pairNeighbours(old: Int32Array, neu: Int32Array, pairing: Pairing): void {
  const free = (i: number, j: number) =>
    i >= 0 && i < old.length && j >= 0 && j < neu.length && pairing.oldToNew[i] === -1 && pairing.newToOld[j] === -1;
  const grow = (i: number, j: number) => {
    if (free(i, j) && old[i] === neu[j]) join(pairing, i, j);
  };
  for (let i = 0; i < old.length; i += 1) if (pairing.oldToNew[i] !== -1) grow(i + 1, pairing.oldToNew[i]! + 1);
  for (let i = old.length - 1; i >= 0; i -= 1) if (pairing.oldToNew[i] !== -1) grow(i - 1, pairing.oldToNew[i]! - 1);
}

function pairRest(old: Int32Array, neu: Int32Array, pairing: Pairing): void {
  const waiting = new Map<number, number[]>();
  for (let i = old.length - 1; i >= 0; i -= 1) {
    if (pairing.oldToNew[i] !== -1) continue;
    const places = waiting.get(old[i]!);
    if (places) places.push(i);
    else waiting.set(old[i]!, [i]);
  }
  for (let j = 0; j < neu.length; j += 1) {
    const i = pairing.newToOld[j] === -1 ? waiting.get(neu[j]!)?.pop() : undefined;
    if (i !== undefined) join(pairing, i, j);
  }
}
