import assert from "node:assert/strict";
import { test } from "node:test";
import { collateTexts } from "#collate/index";
import type { Block, BlockKind } from "#model/document";
import type { VersionText } from "#model/version";

const version = (blocks: readonly Block[], headline: string | null = null): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks,
});

const block = (kind: BlockKind, text: string): Block => ({ kind, text });

test("a headline pairs with the headline, however different", () => {
  const { headline } = collateTexts(version([], "Rain in Ems"), version([], "Twelve dead as river bursts"));
  assert.deepEqual([headline?.kind, headline?.old, headline?.new], ["edited", [0], [0]]);
});

test("a headline that appears or goes is added or removed; none on both sides is null", () => {
  assert.equal(collateTexts(version([]), version([], "Rain")).headline?.kind, "added");
  assert.equal(collateTexts(version([], "Rain"), version([])).headline?.kind, "removed");
  assert.equal(collateTexts(version([]), version([])).headline, null);
});

test("a heading does not pair with a running paragraph that merely resembles it", () => {
  const heading = block("heading", "The night the river came to the old town of Ems");
  const paragraph = block("paragraph", "The night was quiet until the river came over the bank below the old mill");
  const kinds = (old: Block, next: Block) =>
    collateTexts(version([old]), version([next])).body.groups.map((g) => g.kind);
  assert.deepEqual(kinds(heading, paragraph), ["removed", "added"]);
  assert.deepEqual(kinds(block("paragraph", heading.text), paragraph), ["edited"]);
});

test("the same text is the same whatever its kind", () => {
  const text = "Power was back in most homes by Sunday.";
  const { body } = collateTexts(version([block("paragraph", text)]), version([block("item", text)]));
  assert.deepEqual(
    body.groups.map((g) => g.kind),
    ["equal"],
  );
});
