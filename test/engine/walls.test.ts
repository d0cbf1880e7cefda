import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { STAY_MS } from "#version/hold";
import { reasonText } from "#words/reasons";
import { openRig, page, type Rig } from "./rig.ts";

const LEAD = "The harbour will close for 12 days in June.";
/** The first paragraph, and a sentence that sells the rest. */
const WALLED = page({ paragraphs: [] }).replace(
  "</article>",
  '<div class="paywall">Subscribe to continue reading. Already a subscriber? Log in.</div></article>',
);
/** The same without a word about it. */
const CUT = page({ lead: LEAD, paragraphs: [] });
const EDITED = page({ lead: "The harbour will close for 14 days in June." });

async function watched(rig: Rig): Promise<ArticleId> {
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
  return id;
}

const versionCount = async (rig: Rig, id: ArticleId) => (await rig.store.reader.article(id))!.versionCount;
const captures = async (rig: Rig, id: ArticleId) => (await rig.store.reader.captures(id, { limit: 400 })).items;

test("a marked wall that stays for days makes no version, and what was edited behind it is reported when it goes", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  rig.pages.set("/a", WALLED);
  const from = rig.clock.now();
  await rig.engine.driveTo(rig.clock, from + 3 * DAY_MS);
  assert.equal(await versionCount(rig, id), 1);
  const behind = (await captures(rig, id)).filter(({ capturedAt }) => capturedAt >= from);
  assert.ok(behind.length >= 8);
  for (const { outcome, decision, reason } of behind) {
    assert.deepEqual([outcome, decision], ["walled", "none"]);
    assert.match(reasonText(reason), /wall/);
  }
  rig.pages.set("/a", EDITED);
  const { nextLookAt } = (await rig.store.reader.article(id))!;
  assert.ok(nextLookAt !== null);
  await rig.engine.driveTo(rig.clock, nextLookAt + DAY_MS);
  assert.equal(await versionCount(rig, id), 2);
});

test("a cut that says nothing is held for three looks over six hours, and told from its first observation", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  rig.pages.set("/a", CUT);
  await rig.engine.driveTo(rig.clock, rig.clock.now() + DAY_MS);
  const met = (await captures(rig, id)).filter(({ reason }) => reason.code === "held-shorter").reverse();
  const [first] = met;
  const [, second] = await rig.store.reader.versions(id);
  assert.equal(second!.firstSeenAt, first!.capturedAt);
  assert.ok(second!.confirmedAt - first!.capturedAt >= STAY_MS);
  assert.ok(met.length >= 3);
  for (const { decision } of met.slice(0, -1)) assert.equal(decision, "held");
});

test("a cut that comes and goes every other hour or two never adds up to one that stayed", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  for (let round = 0; round < 12; round++) {
    rig.pages.set("/a", round % 2 === 0 ? CUT : page());
    await rig.engine.driveTo(rig.clock, rig.clock.now() + STAY_MS / 4);
  }
  assert.equal(await versionCount(rig, id), 1);
  const variants = await rig.store.reader.variants(id);
  assert.deepEqual(
    variants.map(({ rule }) => rule),
    ["collapse"],
  );
});
