import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { collate } from "#collate/collate";
import { withGrains } from "#collate/grains";
import { isStyleOnly } from "#collate/words/style";
import { witnesses } from "./arbitraries.ts";

/** Old and new wording, and whether only the style of writing differs. */
const STYLES: readonly (readonly [string, string, boolean])[] = [
  ["7 p.m.", "7pm", true],
  ["U.S.", "US", true],
  ["Prime Minister", "prime minister", true],
  ["e-mail", "email", true],
  ["São Tomé", "Sao Tome", true],
  ["organised", "organized", true],
  ["theatre", "theater", true],
  ["cancelled", "canceled", true],
  ["Straße", "Strasse", true],
  ["Ph.D.", "PhD", true],
  ["ems.example", "emsexample", false],
  ["1.5", "15", false],
  ["-5", "5", false],
  ["filled", "filed", false],
  ["mourning", "morning", false],
  ["four", "for", false],
  ["court", "cort", false],
  ["there", "ther", false],
  ["שם", "שֵׁם", false],
  [".", "", false],
  ["12 March", "13 March", false],
];
for (const [old, next, expected] of STYLES)
  test(`${old} and ${next} ${expected ? "differ in style alone" : "are different words"}`, () => {
    assert.equal(isStyleOnly(old, next), expected);
    assert.equal(isStyleOnly(next, old), expected);
  });

const inner = (old: string, next: string) =>
  withGrains(collate([old], [next]).groups[0]!, [old], [next]).edits.map((edit) => ({
    words: (edit.inner ?? []).map((each) => [
      old.slice(each.oldStart, each.oldEnd),
      next.slice(each.newStart, each.newEnd),
    ]),
    style: edit.style === true,
  }));

test("the words that differ within a reworded phrase are its inner edits", () => {
  assert.deepEqual(inner("The first rain of the year fell in Ems.", "The last snow of the winter fell in Ems."), [
    {
      words: [
        ["first rain", "last snow"],
        ["year", "winter"],
      ],
      style: false,
    },
  ]);
});

test("of two words that changed places neither stayed", () => {
  assert.deepEqual(inner("They voted 61 to 39 per cent for it.", "They voted 39 to 61 per cent against it."), [
    {
      words: [
        ["61", "39"],
        ["39", "61"],
        ["for", "against"],
      ],
      style: false,
    },
  ]);
  const [edit] = inner("In the final Venn beat Kamara on points.", "In the final Kamara beat Venn on points.");
  assert.deepEqual(edit?.words, [
    ["Venn", "Kamara"],
    ["Kamara", "Venn"],
  ]);
});

test("an edit of which every word differs has no inner edits, nor has one of style", () => {
  assert.deepEqual(inner("The river rose on Monday.", "The river fell on Monday."), [{ words: [], style: false }]);
  assert.deepEqual(inner("They met in the U.S. embassy.", "They met in the US embassy."), [{ words: [], style: true }]);
});

test("inner edits lie within theirs, in order, and turn the old phrase into the new one", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        const [before, after] = [group.old.map((i) => old[i]).join("\n"), group.new.map((j) => next[j]).join("\n")];
        for (const edit of withGrains(group, old, next).edits) {
          let [oldAt, newAt] = [edit.oldStart, edit.newStart];
          for (const each of edit.inner ?? []) {
            assert.ok(each.oldStart >= oldAt && each.newStart >= newAt);
            assert.ok(each.oldEnd - each.oldStart + each.newEnd - each.newStart > 0);
            [oldAt, newAt] = [each.oldEnd, each.newEnd];
          }
          assert.ok(oldAt <= edit.oldEnd && newAt <= edit.newEnd);
          if (edit.style)
            assert.ok(isStyleOnly(before.slice(edit.oldStart, edit.oldEnd), after.slice(edit.newStart, edit.newEnd)));
        }
      }
    }),
    { numRuns: 200 },
  );
});
