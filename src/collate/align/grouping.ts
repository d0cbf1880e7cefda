import type { Candidate } from "./candidates.ts";
import { type Bag, concat, type FeatureSpace, overlap } from "./features.ts";

/** Texts of both sides that belong together; indices ascending. */
export interface Cluster {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Share of a text that a group must add cover for, to take it in as a part; and where either is under `SHORT_WORDS`. */
const CONTAINED = 0.5;
const CONTAINED_SHORT = 0.7;
const SHORT_WORDS = 12;
/** The same for a text that stands next to a part of the group and raises its similarity. */
const ADJOINING = 0.25;
const ADJOINING_SHORT = 0.3;
/** The same where texts without partner stand between: a paragraph taken out between two that were merged. */
const ADJOINING_APART = 0.4;
/** Share of a text that two groups must explain together and neither alone, to be one. */
const UNITES = 0.25;
/** A group of several must be this similar as a whole. */
const WHOLE = 0.4;
/** Most texts per side, and most on one side when the other has a single one: pages are re-made by joining whole lists. */
const MAX_PARTS = 4;
const MAX_PARTS_OF_ONE = 8;
/** Parts of one paragraph stand together; this many foreign paragraphs may have been put between two of them. */
const MAX_BETWEEN = 2;
/** A pair weaker than this gives way when one of its texts is far better explained as part of another group. */
const WEAK_PAIR = 0.5;
const BETTER_BY = 0.3;

/** Sums come out differently in the last digits when the sides are exchanged; what is equal has to stay so. */
const ROUNDING = 1e-9;

interface Side {
  readonly name: "old" | "new";
  readonly bags: readonly Bag[];
  readonly weights: Float64Array;
}

/**
 * Splits and merges: lets a text without partner join the group that contains it. `pairs` are the 1-1 matches; `distance` tells
 * how many texts stand between two of a side.
 */
export function growGroups(
  space: FeatureSpace,
  candidates: readonly Candidate[],
  pairs: readonly Candidate[],
  position: { readonly old: readonly number[]; readonly new: readonly number[] },
): Cluster[] {
  const table = new GroupTable(space, pairs, position);
  const containments = candidates
    .flatMap((c) => [
      { text: c.new, side: "new" as const, into: c.old, covered: c.newCovered, pair: c.similarity },
      { text: c.old, side: "old" as const, into: c.new, covered: c.oldCovered, pair: c.similarity },
    ])
    .filter((c) => c.covered >= ADJOINING)
    .sort((a, b) => b.covered - a.covered || b.pair - a.pair || a.text + a.into - b.text - b.into || a.text - b.text);
  // A second round lets a part join through a sibling that only joined in the first.
  for (let round = 0; round < 2; round += 1) for (const c of containments) table.tryJoin(c.side, c.text, c.into);
  return table.clusters();
}

/** Groups under construction; lives for one collation. */
class GroupTable {
  readonly #space: FeatureSpace;
  readonly #position: { readonly old: readonly number[]; readonly new: readonly number[] };
  readonly #groupOf: { readonly old: (Cluster | undefined)[]; readonly new: (Cluster | undefined)[] };

  constructor(
    space: FeatureSpace,
    pairs: readonly Candidate[],
    position: { readonly old: readonly number[]; readonly new: readonly number[] },
  ) {
    this.#space = space;
    this.#position = position;
    this.#groupOf = { old: new Array(space.old.length), new: new Array(space.new.length) };
    for (const pair of pairs) this.#put({ old: [pair.old], new: [pair.new] });
  }

  clusters(): Cluster[] {
    return [...new Set([...this.#groupOf.old, ...this.#groupOf.new])].filter((group) => group !== undefined);
  }

  /** Lets `text` join the group of `into` (a text of the other side) if that explains it better than what it has. */
  tryJoin(side: "old" | "new", text: number, into: number): void {
    const other = side === "old" ? "new" : "old";
    const present = this.#groupOf[side][text];
    const host = this.#groupOf[other][into] ?? alone(other, into);
    if (present === host || (present && (present.old.length > 1 || present.new.length > 1))) return;
    // A paragraph cut down to one of its sentences is still that paragraph; a few words found in another are chance.
    if (host[side].length === 0 && this.#words(side, text) < SHORT_WORDS) return;
    const presentCover = present ? this.#cover(side, text, present) : 0;
    if (present && this.#similarity(present) >= WEAK_PAIR - ROUNDING) {
      this.#tryUnite(side, text, present, host);
      return;
    }
    const grown: Cluster = { ...host, [side]: [...host[side], text].sort((a, b) => a - b) };
    if (
      grown[side].length > (host[other].length === 1 ? MAX_PARTS_OF_ONE : MAX_PARTS) ||
      !this.#together(side, grown[side])
    )
      return;
    const gain = this.#gain(side, text, host, grown);
    if (
      gain < this.#enough(side, text, host, grown) - ROUNDING ||
      (present && gain < presentCover + BETTER_BY - ROUNDING)
    )
      return;
    if (grown[side].length > 1 && this.#similarity(grown) < WHOLE - ROUNDING) return;
    if (present) this.#drop(present);
    this.#put(grown);
  }

  /** A text cut in two whose second part was joined to its neighbour: its own group and that of the neighbour are one. */
  #tryUnite(side: "old" | "new", text: number, present: Cluster, host: Cluster): void {
    if (host[side].length === 0) return;
    const united: Cluster = {
      old: [...present.old, ...host.old].sort((a, b) => a - b),
      new: [...present.new, ...host.new].sort((a, b) => a - b),
    };
    if (Math.max(united.old.length, united.new.length) > MAX_PARTS) return;
    if (!this.#adjoin("old", united.old) || !this.#adjoin("new", united.new)) return;
    const gain = this.#shared(united) - this.#shared(present) - this.#shared(host);
    if (gain >= (UNITES - ROUNDING) * this.#side(side).weights[text]! && this.#words(side, text) >= SHORT_WORDS)
      this.#put(united);
  }

  #adjoin(side: "old" | "new", texts: readonly number[]): boolean {
    return texts.every(
      (text, k) => k === 0 || this.#position[side][text]! - this.#position[side][texts[k - 1]!]! === 1,
    );
  }

  /** Cover asked of a text: less where it adjoins the host's own parts and makes the group more alike as a whole. */
  #enough(side: "old" | "new", text: number, host: Cluster, grown: Cluster): number {
    const short = this.#words(side, text) < SHORT_WORDS;
    const alone = short ? CONTAINED_SHORT : CONTAINED;
    if (!host[side].some((part) => this.#adjoins(side, part, text))) return alone;
    if (this.#similarity(grown) <= this.#similarity(host) + ROUNDING) return alone;
    const following = host[side].some((part) => Math.abs(part - text) === 1);
    return following ? (short ? ADJOINING_SHORT : ADJOINING) : ADJOINING_APART;
  }

  /** Nothing stands between the two but what has no partner. */
  #adjoins(side: "old" | "new", a: number, b: number): boolean {
    const first = Math.min(a, b);
    const last = Math.max(a, b);
    if (this.#position[side][last]! - this.#position[side][first]! !== last - first) return false;
    for (let between = first + 1; between < last; between += 1) if (this.#groupOf[side][between]) return false;
    return true;
  }

  #put(group: Cluster): void {
    for (const i of group.old) this.#groupOf.old[i] = group;
    for (const j of group.new) this.#groupOf.new[j] = group;
  }

  #drop(group: Cluster): void {
    for (const i of group.old) this.#groupOf.old[i] = undefined;
    for (const j of group.new) this.#groupOf.new[j] = undefined;
  }

  #side(name: "old" | "new"): Side {
    const space = this.#space;
    return name === "old"
      ? { name, bags: space.old, weights: space.oldWeights }
      : { name, bags: space.new, weights: space.newWeights };
  }

  #words(name: "old" | "new", text: number): number {
    return this.#side(name).bags[text]!.words;
  }

  #shared(group: Cluster): number {
    if (group.old.length === 0 || group.new.length === 0) return 0;
    const old = concat(group.old.map((i) => this.#space.old[i]!));
    const next = concat(group.new.map((j) => this.#space.new[j]!));
    return overlap(old, next, this.#space.weights);
  }

  #weight(group: Cluster): number {
    let sum = 0;
    for (const i of group.old) sum += this.#space.oldWeights[i]!;
    for (const j of group.new) sum += this.#space.newWeights[j]!;
    return sum;
  }

  #similarity(group: Cluster): number {
    return (2 * this.#shared(group)) / (this.#weight(group) || 1);
  }

  #cover(side: "old" | "new", text: number, group: Cluster): number {
    return this.#shared(group) / (this.#side(side).weights[text]! || 1);
  }

  /** Share of the text that only it brings: what the group's other parts explain already does not count twice. */
  #gain(side: "old" | "new", text: number, host: Cluster, grown: Cluster): number {
    return (this.#shared(grown) - this.#shared(host)) / (this.#side(side).weights[text]! || 1);
  }

  #together(side: "old" | "new", texts: readonly number[]): boolean {
    const places = texts.map((text) => this.#position[side][text]!).sort((a, b) => a - b);
    return places.every((place, k) => k === 0 || place - places[k - 1]! <= MAX_BETWEEN + 1);
  }
}

const alone = (side: "old" | "new", text: number): Cluster =>
  side === "old" ? { old: [text], new: [] } : { old: [], new: [text] };
