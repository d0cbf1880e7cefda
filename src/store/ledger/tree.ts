import { MerkleRoot } from "#lib/merkle";
import { digestHex } from "#store/bytes";

/** Bytes kept of each leaf: they find the row that was altered, while the root proves that one was. */
const MARK_BYTES = 8;
/** Leaves whose marks share a row: 32 kB. */
const PART_LEAVES = 4096;

/** What the leaves of one kind come to on one day. */
export interface Tree {
  readonly count: number;
  /** Hex. */
  readonly root: string;
  readonly parts: readonly Uint8Array[];
}

export async function treeOf<T>(items: AsyncIterable<T>, leaf: (item: T) => Uint8Array): Promise<Tree> {
  const tree = new MerkleRoot();
  const parts: Uint8Array[] = [];
  let count = 0;
  for await (const item of items) {
    const hash = leaf(item);
    tree.add(hash);
    const place = count++ % PART_LEAVES;
    if (place === 0) parts.push(new Uint8Array(PART_LEAVES * MARK_BYTES));
    parts.at(-1)!.set(hash.subarray(0, MARK_BYTES), place * MARK_BYTES);
  }
  const used = count % PART_LEAVES;
  if (used > 0) parts.push(parts.pop()!.slice(0, used * MARK_BYTES));
  return { count, root: digestHex(tree.root()), parts };
}

/** The marks of a day, one hex string each. */
export const marksOf = (parts: readonly Uint8Array[]): readonly string[] =>
  parts.flatMap((part) =>
    Array.from({ length: part.length / MARK_BYTES }, (_, at) =>
      digestHex(part.subarray(at * MARK_BYTES, (at + 1) * MARK_BYTES)),
    ),
  );

export const markOf = (leaf: Uint8Array): string => digestHex(leaf.subarray(0, MARK_BYTES));
