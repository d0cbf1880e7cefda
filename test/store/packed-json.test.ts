import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { packJson, unpackJson } from "#store/packed-json";

it("gives back what was packed, whatever it says", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(fc.json(), text), (given) => assert.equal(unpackJson(packJson(given)), given.toWellFormed())),
  );
});

it("takes little room for the summary of a usual change", () => {
  const summary = JSON.stringify({
    paragraphsEdited: 1,
    wordsAdded: 6,
    wordsRemoved: 1,
    sample: {
      old: "…open again because the bridge is dry, keepers said. A second flood is expected…",
      new: "…open again because the bridge is dry, a report that nobody signed said. A second flood is expected…",
    },
    labels: [
      {
        kind: "attribution",
        reason: "“keepers said” became “a report that nobody signed said”",
        place: { field: "body", old: 3, new: 3, oldOffset: 41, newOffset: 41 },
      },
    ],
    rank: 0.231,
    silent: true,
  });
  assert.ok(packJson(summary).length * 2 < summary.length, `${packJson(summary).length} of ${summary.length}`);
});

it("refuses what it did not pack", () => {
  assert.throws(() => unpackJson(Uint8Array.of(200, 1, 2)), /dictionary 200/);
  assert.throws(() => unpackJson(Uint8Array.of()), RangeError);
  assert.throws(() => unpackJson(packJson('{"rank":1}').subarray(0, 4)));
});

it("reads what was packed when this was written: a dictionary is never changed", () => {
  const packed = Buffer.from("0023c2cb4608fd06a6b500", "hex");
  assert.equal(unpackJson(packed), '{"paragraphsEdited":1,"wordsAdded":2,"rank":0.05}');
});
