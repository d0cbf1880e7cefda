import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Group } from "#collate/collation";
import { changedGroups, keptOf } from "#collate/kept";
import { collateTexts, type TextCollation } from "#collate/texts";
import type { KeptCollation } from "#model/kept-collation";
import type { VersionText } from "#model/version";
import { compareTexts } from "#view/compare/collator";
import { changedParts } from "#view/compare/difference";
import { paragraph, witnesses } from "./arbitraries.ts";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 200) };
const field = fc.option(paragraph, { nil: null });

/** Two versions of an article, mostly related. */
const versions = fc
  .tuple(witnesses, fc.tuple(field, field), fc.tuple(field, field), fc.array(paragraph, { maxLength: 2 }))
  .map(([bodies, headlines, standfirsts, corrections]) =>
    bodies.map(
      (body, side): VersionText => ({
        headline: headlines[side]!,
        standfirst: standfirsts[side]!,
        corrections: side === 0 ? [] : corrections,
        blocks: body.map((text) => ({ kind: "paragraph", text })),
      }),
    ),
  )
  .map(([old, next]) => [old!, next!] as const);

const isPlain = ({ kind, moved, edits }: Group) => kind === "equal" && !moved && edits.length === 0;
const changedOf = ({ headline, standfirst, corrections, body }: TextCollation) => ({
  headline: headline && isPlain(headline) ? null : headline,
  standfirst: standfirst && isPlain(standfirst) ? null : standfirst,
  corrections: corrections.groups.filter((group) => !isPlain(group)),
  body: body.groups.filter((group) => !isPlain(group)),
});

/** The text as the store gives it back: without the paragraphs that no group names. */
function partly(text: VersionText, places: readonly number[]): VersionText {
  let place = 0;
  const at = (own: string): string => (places.includes(place++) ? own : "");
  return {
    headline: text.headline === null ? null : at(text.headline),
    standfirst: text.standfirst === null ? null : at(text.standfirst),
    corrections: text.corrections.map(at),
    blocks: text.blocks.map((block) => ({ ...block, text: at(block.text) })),
  };
}

test("what is kept gives the changed groups back, from the paragraphs concerned alone", () => {
  fc.assert(
    fc.property(versions, ([old, next]) => {
      const collation = collateTexts(old, next);
      const kept = keptOf(old, next, collation)!;
      const read = changedGroups(kept, partly(old, kept.old), partly(next, kept.new));
      assert.deepEqual(read, changedOf(collation));
    }),
    RUNS,
  );
});

test("its rows are those of the whole comparison in which something changed", () => {
  fc.assert(
    fc.property(versions, ([old, next]) => {
      const kept = keptOf(old, next, collateTexts(old, next))!;
      const texts = { old: partly(old, kept.old), new: partly(next, kept.new) };
      const parts = changedParts({ collation: kept, ...texts })!;
      const shown = (
        each: readonly { readonly name: string; readonly rows: readonly { kind: string; move: unknown }[] }[],
      ) =>
        each.flatMap(({ name, rows }) =>
          rows
            .filter(({ kind, move }) => kind !== "left" && (kind !== "equal" || move !== null))
            .map((row) => [name, row]),
        );
      assert.deepEqual(shown(parts), shown(compareTexts(old, next).parts));
    }),
    RUNS,
  );
});

test("what does not fit the texts is no collation, and never fails", () => {
  fc.assert(
    fc.property(versions, fc.nat(), fc.nat(40), fc.integer({ min: -2, max: 60 }), ([old, next], which, at, by) => {
      const kept = keptOf(old, next, collateTexts(old, next))!;
      if (kept.groups.length === 0) return;
      const groups = kept.groups.map((numbers, index) =>
        index === which % kept.groups.length ? numbers.with(at % numbers.length, by) : numbers,
      );
      const damaged: KeptCollation = { ...kept, groups };
      // Whatever it gives can be shown.
      changedParts({ collation: damaged, old, new: next });
      assert.equal(changedGroups({ ...kept, sizes: [kept.sizes[0] + 1, kept.sizes[1]] }, old, next), null);
      assert.equal(changedGroups({ ...kept, groups: [[0, 9, 0, 0, 0]] }, old, next), null);
      assert.equal(changedGroups({ ...kept, groups: [[3, 1, 0, 1, 99, 1, 0]] }, old, next), null);
    }),
    RUNS,
  );
});

test("a collation of very many groups is not kept", () => {
  const text = (mark: string): VersionText => ({
    headline: null,
    standfirst: null,
    corrections: [],
    blocks: Array.from({ length: 900 }, (_, k) => ({
      kind: "paragraph",
      text: `Line ${k} of the log says ${mark} today.`,
    })),
  });
  const [old, next] = [text("ten"), text("six")];
  assert.equal(keptOf(old, next, collateTexts(old, next)), null);
});
