import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { sha256 } from "#lib/hash";
import { inclusionProof, leafHash, MerkleRoot, merkleRoot, provenRoot } from "#lib/merkle";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** The inputs and roots that implementations of RFC 6962 are commonly tested with. */
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the hash tree", () => {
  const leaves = INPUTS.map((input) => leafHash(Buffer.from(input, "hex")));

  for (const [at, root] of ROOTS.entries()) {
    test(`of ${at + 1} leaves is the one of the RFC`, () =>
      assert.equal(hex(merkleRoot(leaves.slice(0, at + 1))), root));
  }

  test("of no leaves is the hash of nothing", () => {
    assert.equal(hex(merkleRoot([])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("a stream of leaves has the root of the list, at every length", () => {
    const tree = new MerkleRoot();
    for (let n = 1; n <= 70; n++) {
      tree.add(leafHash(`leaf ${n}`));
      const list = Array.from({ length: n }, (_, i) => leafHash(`leaf ${i + 1}`));
      assert.equal(hex(tree.root()), hex(rootByDefinition(list)));
    }
  });

  test("a proof leads to the root, and for no other leaf, place or size", () => {
    const place = fc.integer({ min: 1, max: 60 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    fc.assert(
      fc.property(place, fc.nat(200), ([size, index], other) => {
        const all = Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
        const proof = inclusionProof(all, index);
        const root = hex(merkleRoot(all));
        assert.equal(hex(provenRoot(all[index]!, index, size, proof)!), root);
        const wrong = provenRoot(leafHash("another"), index, size, proof);
        assert.notEqual(wrong && hex(wrong), root);
        if (other === index) return;
        const misplaced = provenRoot(all[index]!, other, size, proof);
        assert.notEqual(misplaced && hex(misplaced), root);
      }),
    );
  });

  test("there is no proof of a leaf that is not there", () => {
    assert.throws(() => inclusionProof(leaves, 8), /There is no leaf 8 among 8/);
    assert.equal(provenRoot(leaves[0]!, 8, 8, []), null);
    assert.equal(provenRoot(leaves[0]!, -1, 8, []), null);
    assert.equal(provenRoot(leaves[0]!, 0, 1, [leaves[1]!]), null);
  });
});

/** MTH of RFC 9162, 2.1.1, word by word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split))];
  return Buffer.from(sha256(Buffer.concat([Uint8Array.of(1), left, right])), "hex");
}
