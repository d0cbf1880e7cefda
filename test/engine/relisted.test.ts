import assert from "node:assert/strict";
import { test } from "node:test";
import { createPublicReader } from "#store/public-reader";
import { testServer } from "../store/postgres/server.ts";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";

const server = testServer();

const LEAD = "A skipper was accused on Tuesday of selling the old basin twice.";
const BODY = [
  "The harbour court heard on Monday that the basin behind the fish market had changed hands twice within a week.",
  "Both buyers had paid in coins, which they had carried over the mole in wheelbarrows, and both had a receipt.",
  "The hearing goes on next month, when the harbour master is to say who had the key.",
];
const OTHER = [
  "The library will lend garden tools from May, because so many flats in the upper town have no shed of their own.",
  "Readers may keep a spade for three weeks, as they may keep a novel.",
  "Whoever breaks one pays half its price, the library council decided by nine votes to two.",
];

/** Publishes a page, has it looked at and returns how its article stands then. */
async function published(rig: Rig, path: string, made: Parameters<typeof page>[0]) {
  rig.pages.set(path, page(made));
  const id = await rig.article(path);
  const { versionNumber } = await lookUntilDecided(rig, id);
  assert.equal(versionNumber, 1);
  return (await rig.store.reader.article(id))!;
}

for (const [database, place] of [
  ["SQLite", async () => ":memory:"],
  ["PostgreSQL", () => server.freshDatabase()],
] as const)
  test(`a hidden text that comes back under another address starts hidden, over ${database}`, async (t) => {
    const rig = await openRig(t, {}, await place());
    const { writer, reader } = rig.store;
    const first = await published(rig, "/first", { headline: "Skipper accused", lead: LEAD, paragraphs: BODY });
    const before = await published(rig, "/before", { headline: "Skipper charged", lead: LEAD, paragraphs: BODY });
    assert.equal(before.hidden, false, "nothing of the source was hidden");
    await writer.hide(first.id, "a court said so", rig.clock.now());

    const again = await published(rig, "/again", { headline: "Skipper charged", lead: LEAD, paragraphs: BODY });
    const { hiddenBecause } = again;
    assert.deepEqual([again.hidden, again.hiddenReason], [true, null]);
    assert.deepEqual(
      [hiddenBecause?.code, hiddenBecause?.article, hiddenBecause?.sameHeadline],
      ["like-hidden", first.id, false],
    );
    assert.ok(hiddenBecause!.share >= 0.8 && hiddenBecause!.share < 1, `${hiddenBecause!.share}`);
    assert.deepEqual(await createPublicReader(reader, "public").versions(again.id), []);
    await writer.unhide(again.id);

    const headline = "Skipper accused";
    const rewritten = await published(rig, "/rewritten", { headline, lead: LEAD, paragraphs: [BODY[0]!, ...OTHER] });
    const share = rewritten.hiddenBecause?.share ?? 0;
    assert.ok(rewritten.hidden && share >= 0.3 && share < 0.8, `the same headline, ${share} of the words`);
    await writer.unhide(rewritten.id);
    const others = await published(rig, "/others", {
      headline: "Tools to lend",
      lead: LEAD,
      paragraphs: [BODY[0]!, ...OTHER],
    });
    assert.equal(others.hidden, false, "as many of the words under another headline");

    const column = await published(rig, "/column", { headline, lead: "Nothing of that.", paragraphs: OTHER.slice(1) });
    if (column.hidden) await writer.unhide(column.id);
    const third = await published(rig, "/third", {
      headline,
      lead: LEAD,
      paragraphs: [BODY[0]!, ...OTHER.slice(0, 2)],
    });
    assert.equal(third.hidden, false, "a headline that the source used three times tells nothing");
  });
