import { MerkleRoot } from "#lib/merkle";
import { digestHex } from "#store/bytes";

/** What the leaves of a day are of. */
export type LeafKind = "versions" | "captures";

/**
 * Bytes kept of each leaf, its mark: of a look enough to find the row that was altered; of a version the whole hash, from which
 * its proof is made.
 */
const MARK_BYTES: Readonly<Record<LeafKind, number>> = { versions: 32, captures: 8 };
/** Leaves whose marks share a row, of 32 or 128 kB. */
const PART_LEAVES = 4096;

/** What the leaves of one kind come to on one day. */
export interface Tree {
  readonly count: number;
  /** Hex. */
  readonly root: string;
  readonly parts: readonly Uint8Array[];
}

export async function treeOf<T>(kind: LeafKind, items: AsyncIterable<T>, leaf: (item: T) => Uint8Array): Promise<Tree> {
  const bytes = MARK_BYTES[kind];
  const tree = new MerkleRoot();
  const parts: Uint8Array[] = [];
  let count = 0;
  for await (const item of items) {
    const hash = leaf(item);
    tree.add(hash);
    const place = count++ % PART_LEAVES;
    if (place === 0) parts.push(new Uint8Array(PART_LEAVES * bytes));
    parts.at(-1)!.set(hash.subarray(0, bytes), place * bytes);
  }
  const used = count % PART_LEAVES;
  if (used > 0) parts.push(parts.pop()!.slice(0, used * bytes));
  return { count, root: digestHex(tree.root()), parts };
}

/** The marks of a day in order. */
export function marksOf(kind: LeafKind, parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const bytes = MARK_BYTES[kind];
  return parts.flatMap((part) =>
    Array.from({ length: part.length / bytes }, (_, at) => part.subarray(at * bytes, (at + 1) * bytes)),
  );
}

/** Hex. */
export const markOf = (kind: LeafKind, leaf: Uint8Array): string => digestHex(leaf.subarray(0, MARK_BYTES[kind]));
