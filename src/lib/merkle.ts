import { createHash } from "node:crypto";

/**
 * The hash tree of certificate transparency (RFC 9162, section 2.1) over SHA-256. Leaves and inner nodes are hashed with
 * different first bytes, so that no inner node can be passed off as a leaf. A hash here is 32 raw bytes.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (data: string | Uint8Array): Uint8Array =>
  createHash("sha256").update(LEAF).update(data).digest();

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash("sha256").update(NODE).update(left).update(right).digest();

/** Takes leaves one by one and keeps no more than one hash per level: a day of a hundred million looks needs 27. */
export class MerkleRoot {
  /** Roots of complete subtrees, the largest first, with the number of leaves below each. */
  readonly #peaks: { readonly hash: Uint8Array; readonly leaves: number }[] = [];

  add(leaf: Uint8Array): void {
    let grown = { hash: leaf, leaves: 1 };
    for (let last = this.#peaks.at(-1); last?.leaves === grown.leaves; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      grown = { hash: nodeHash(last.hash, grown.hash), leaves: last.leaves * 2 };
    }
    this.#peaks.push(grown);
  }

  /** The root of all leaves so far; of none it is the hash of nothing, as the RFC has it. */
  root(): Uint8Array {
    if (this.#peaks.length === 0) return createHash("sha256").digest();
    return this.#peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right));
  }
}

export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const tree = new MerkleRoot();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The hashes that lead from leaf `index` to the root, the nearest first: about log2 of the number of leaves. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`There is no leaf ${index} among ${leaves.length}.`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))]
    : [...inclusionProof(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))];
}

/** The root that a leaf and its proof lead to; null when no tree of that size has such a proof. */
export function provenRoot(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return null;
  if (size === 1) return proof.length === 0 ? leaf : null;
  const beside = proof.at(-1);
  if (!beside) return null;
  const split = largestPowerBelow(size);
  const left = index < split;
  const below = left
    ? provenRoot(leaf, index, split, proof.slice(0, -1))
    : provenRoot(leaf, index - split, size - split, proof.slice(0, -1));
  return below && (left ? nodeHash(below, beside) : nodeHash(beside, below));
}

const largestPowerBelow = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);
