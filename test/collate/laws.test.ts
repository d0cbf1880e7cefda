import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Collation, Group } from "#collate/collation";
import { applyEdits, collate, inlineOf, sidesOf } from "#collate/index";
import { echoes, paragraph, witnesses } from "./arbitraries.ts";

const side = (group: Group, name: "old" | "new", texts: readonly string[]) =>
  group[name].map((i) => texts[i]!).join("\n");
const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 400) };

test("edits rebuild the new side of every group from the old one", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        if (group.old.length === 0 || group.new.length === 0) assert.deepEqual(group.edits, []);
        else
          assert.equal(applyEdits(group, side(group, "old", old), side(group, "new", next)), side(group, "new", next));
      }
    }),
    RUNS,
  );
});

test("edits are ordered, do not overlap, and keep equal text equal", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        let oldAt = 0;
        let newAt = 0;
        for (const edit of group.edits) {
          assert.ok(edit.oldStart >= oldAt && edit.oldEnd >= edit.oldStart && edit.newStart >= newAt);
          assert.ok(edit.newEnd >= edit.newStart && edit.oldEnd - edit.oldStart + edit.newEnd - edit.newStart > 0);
          assert.equal(edit.oldStart - oldAt, edit.newStart - newAt);
          oldAt = edit.oldEnd;
          newAt = edit.newEnd;
        }
      }
    }),
    RUNS,
  );
});

test("every paragraph of both witnesses is in exactly one group", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      const { groups } = collate(old, next);
      const sorted = (name: "old" | "new") => groups.flatMap((g) => g[name]).sort((a, b) => a - b);
      assert.deepEqual(sorted("old"), [...old.keys()]);
      assert.deepEqual(sorted("new"), [...next.keys()]);
    }),
    RUNS,
  );
});

test("groups stand in the reading order of the new witness", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      const firsts = collate(old, next).groups.flatMap((g) => g.new.slice(0, 1));
      assert.deepEqual(
        firsts,
        [...firsts].sort((a, b) => a - b),
      );
    }),
    RUNS,
  );
});

test("a text collated with itself has equal groups only, none moved", () => {
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 10 }), (texts) => {
      for (const group of collate(texts, texts).groups)
        assert.deepEqual([group.kind, group.moved, group.edits, group.old], ["equal", false, [], group.new]);
    }),
    RUNS,
  );
});

test("no edit begins or ends inside a grapheme", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const boundaries = (text: string) => new Set([...segmenter.segment(text)].map((s) => s.index)).add(text.length);
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        const oldCuts = boundaries(side(group, "old", old));
        const newCuts = boundaries(side(group, "new", next));
        for (const edit of group.edits) {
          for (const offset of [edit.oldStart, edit.oldEnd]) assert.ok(offset === 0 || oldCuts.has(offset));
          for (const offset of [edit.newStart, edit.newEnd]) assert.ok(offset === 0 || newCuts.has(offset));
        }
      }
    }),
    RUNS,
  );
});

test("collating backwards finds the same groups, additions and removals exchanged", () => {
  const shape = (collation: Collation, flip: boolean) =>
    collation.groups.map((g) => (flip ? `${g.new}>${g.old}` : `${g.old}>${g.new}`)).sort();
  fc.assert(
    fc.property(fc.oneof(witnesses, echoes), ([old, next]) => {
      assert.deepEqual(shape(collate(old, next), false), shape(collate(next, old), true));
    }),
    RUNS,
  );
});

test("the printed pieces of a side concatenate to its paragraphs", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        const sides = sidesOf(group, old, next);
        const texts = (pieces: { text: string }[][]) => pieces.map((p) => p.map((piece) => piece.text).join(""));
        assert.deepEqual(
          texts(sides.old),
          group.old.map((i) => old[i]),
        );
        assert.deepEqual(
          texts(sides.new),
          group.new.map((j) => next[j]),
        );
        const inline = inlineOf(group, old, next);
        if (group.new.length > 0) {
          const printed = inline.map((p) => p.filter((piece) => piece.op !== "deleted"));
          assert.deepEqual(
            texts(printed),
            group.new.map((j) => next[j]),
          );
        }
      }
    }),
    RUNS,
  );
});
