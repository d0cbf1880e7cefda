import { heaviestAscent } from "#collate/align/ascent";
import { continued } from "./continue.ts";
import { type Sentence, SentenceReader } from "./read.ts";
import { type Home, newStrand, type Strand, witness } from "./strand.ts";

/** One version's paragraphs. */
export interface Layer {
  readonly number: number;
  readonly paragraphs: readonly string[];
}

export interface Woven {
  /** All sentences there ever were, each where it stands or last stood. */
  readonly order: readonly Strand[];
  /** How each version reads: its sentences by paragraph. */
  readonly testimonies: readonly (readonly (readonly Strand[])[])[];
}

interface Loom {
  /** All sentences there ever were, each where it stands or last stood. */
  readonly order: readonly Strand[];
  /** Those of the version read last, in its order. */
  readonly present: readonly Strand[];
  /** By key: the strands that ever had this wording, as WikiWho's tables do (Flöck and Acosta 2014). */
  readonly byKey: ReadonlyMap<number, Strand[]>;
}

/**
 * The sentences of all versions (in order of number), each followed through its wordings: equal ones by hash, ones that come
 * back by the hashes of everything there ever was, edited ones by what they share with those that went.
 */
export function weave(layers: readonly Layer[]): Woven {
  const reader = new SentenceReader();
  const byKey = new Map<number, Strand[]>();
  let loom: Loom = { order: [], present: [], byKey };
  const testimonies: Strand[][][] = [];
  let follows = Number.NaN;
  for (const { number, paragraphs } of layers) {
    const read = reader.read(paragraphs);
    const present = follow(loom, read, number, follows);
    for (const [k, strand] of present.entries()) remember(byKey, read[k]!.key, strand);
    loom = { order: reorder(loom.order, present, follows), present, byKey };
    follows = number;
    testimonies.push(paragraphsOf(read, present));
  }
  return { order: loom.order, testimonies };
}

/** The strands of a version by paragraph, in its own order; paragraphs without a sentence are left out. */
function paragraphsOf(read: readonly Sentence[], present: readonly Strand[]): Strand[][] {
  const paragraphs: Strand[][] = [];
  for (const [k, strand] of present.entries()) {
    if (read[k]!.paragraph === read[k - 1]?.paragraph) paragraphs.at(-1)!.push(strand);
    else paragraphs.push([strand]);
  }
  return paragraphs;
}

function remember(byKey: Map<number, Strand[]>, key: number, strand: Strand): void {
  const known = byKey.get(key);
  if (!known) byKey.set(key, [strand]);
  else if (!known.includes(strand) && known.length < MAX_SAME) known.push(strand);
}

/** Sentences with the same words that are told apart; more are a refrain. */
const MAX_SAME = 16;

/** The strand of each sentence of a version: an old one that goes on or comes back, or a new one. */
function follow(loom: Loom, read: readonly Sentence[], version: number, follows: number): Strand[] {
  const found = continued(loom.present, loom.byKey, read);
  const homes = new Map<number, Home>();
  for (const strand of loom.present) strand.alive = false;
  return read.map((sentence, k) => {
    const home = homes.get(sentence.paragraph) ?? { paragraph: sentence.paragraph, strands: [] };
    homes.set(sentence.paragraph, home);
    const old = found[k];
    const strand = old ?? newStrand(sentence, version, home);
    if (old) witness(old, sentence, version, follows);
    strand.home = home;
    home.strands.push(strand);
    return strand;
  });
}

/**
 * Puts the sentences of a version into the order of all. Those that kept their order stay; new and moved ones follow the one
 * they stand behind, after what has just been removed there.
 */
function reorder(order: readonly Strand[], present: readonly Strand[], follows: number): readonly Strand[] {
  const staying = keptOrder(order, present);
  if (staying.size === present.length) return order;
  const behind = followers(present, staying);
  const ordered: Strand[] = [];
  let waiting: readonly Strand[] = behind.get(null) ?? [];
  const flush = () => {
    for (const strand of waiting) ordered.push(strand);
    waiting = [];
  };
  for (const strand of order) {
    const stays = strand.alive && staying.has(strand);
    if (strand.alive && !stays) continue;
    if (stays || strand.wordings.at(-1)!.until !== follows) flush();
    ordered.push(strand);
    if (stays) waiting = behind.get(strand) ?? [];
  }
  flush();
  for (const [rank, strand] of ordered.entries()) strand.rank = rank;
  return ordered;
}

/** The heaviest set of sentences that stand in the same order as before. */
function keptOrder(order: readonly Strand[], present: readonly Strand[]): ReadonlySet<Strand> {
  const known = present.filter((strand) => strand.rank !== -1);
  const kept = heaviestAscent(
    known.map((strand) => strand.rank),
    known.map((strand) => strand.wordings.at(-1)!.text.length + 1),
    order.length,
  );
  return new Set(known.filter((_, at) => kept.has(at)));
}

/** New and moved sentences by the staying one that they stand behind; null is the beginning. */
function followers(present: readonly Strand[], staying: ReadonlySet<Strand>): ReadonlyMap<Strand | null, Strand[]> {
  const behind = new Map<Strand | null, Strand[]>();
  let leader: Strand | null = null;
  for (const strand of present) {
    if (staying.has(strand)) {
      leader = strand;
      continue;
    }
    const list = behind.get(leader);
    if (list) list.push(strand);
    else behind.set(leader, [strand]);
  }
  return behind;
}
