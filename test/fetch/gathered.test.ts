import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { Gathered } from "#fetch/gathered";

suite("a body while it comes", () => {
  test("is what came, whatever the pieces", () => {
    const piece = fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.integer({ min: 0, max: 200_000 }).map(filled));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = new Gathered();
        for (const one of pieces) body.push(Buffer.from(one));
        assert.ok(body.bytes().equals(Buffer.concat(pieces)));
      }),
      { numRuns: 100 },
    );
  });

  test("does not change with the buffer that it came in", () => {
    const read = Buffer.from("news");
    const body = new Gathered();
    body.push(read);
    read.fill(0);
    assert.equal(body.bytes().toString(), "news");
  });
});

const filled = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7) % 251);
