import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { lookUntilDecided, openRig, page, type Rig } from "../engine/rig.ts";
import { siteOver } from "./site.ts";

const FIRST = page({ lead: "The old basin closes on Monday for two days." });
const SECOND = page({ lead: "The old basin closes on Monday, and may stay closed until the spring." });
const THIRD = page({ lead: "The old basin closes on Monday, and may stay closed until the autumn." });

async function watched(t: TestContext) {
  const rig = await openRig(t);
  rig.pages.set("/a", FIRST);
  const id = await rig.article("/a");
  await lookUntilDecided(rig, id);
  const site = siteOver(rig.store);
  const json = async () => JSON.parse(await (await site.get(`/articles/${id}.json`)).text());
  return { rig, id, json, html: () => site.text(`/articles/${id}`) };
}

/** An hour later. */
async function shows(rig: Rig, answer: Parameters<Rig["pages"]["set"]>[1], id: Parameters<Rig["engine"]["look"]>[0]) {
  rig.clock.advance(HOUR_MS);
  rig.pages.set("/a", answer);
  const looked = await rig.engine.look(id);
  assert.ok(looked.ok);
  return looked.value;
}

test("a revert is shown as an open edit with its pair, and as an edit once it stayed", async (t) => {
  const { rig, id, json, html } = await watched(t);
  await shows(rig, SECOND, id);
  await lookUntilDecided(rig, id);
  await shows(rig, THIRD, id);
  assert.equal((await lookUntilDecided(rig, id)).versionNumber, 3);
  assert.equal((await json()).returned, null);
  await shows(rig, SECOND, id);
  const since = rig.clock.now();

  const { returned, alternation } = await json();
  assert.deepEqual([returned.version, returned.insteadOf, returned.looks, alternation], [2, 3, 1, null]);
  assert.deepEqual([Date.parse(returned.since), Date.parse(returned.countsAt)], [since, since + 6 * HOUR_MS]);
  const shown = await html();
  assert.match(shown, /Went back<\/b> to the text of <a href="\/articles\/1\/versions\/2">version 2<\/a> at/);
  assert.match(shown, /counts as an edit if it stays until/);
  assert.match(shown, /href="\/articles\/1\/changes\/2\.\.3"/);
  assert.doesNotMatch(shown, /alternates|alternated/);

  await rig.engine.driveTo(rig.clock, since + 6 * HOUR_MS + 10 * MINUTE_MS);
  const counted = await json();
  assert.equal(counted.versions.length, 4);
  assert.equal(counted.returned, null);
  assert.equal(Date.parse(counted.versions[3].firstSeenAt), since);
});

test("what goes back and forth alternates, and is no revert", async (t) => {
  const { rig, id, json, html } = await watched(t);
  await shows(rig, SECOND, id);
  await lookUntilDecided(rig, id);
  for (const text of [FIRST, SECOND, FIRST]) await shows(rig, text, id);
  assert.equal((await json()).returned, null);
  assert.match(await html(), /The page alternates between two texts/);
});

const GONE = { status: 404, body: "<title>Not found</title><h1>Not found</h1>" };
for (const [what, after, edited] of [
  ["the same text", FIRST, false],
  ["another one", THIRD, true],
] as const)
  test(`an article that was gone and came back with ${what} says since when`, async (t) => {
    const { rig, id, json, html } = await watched(t);
    await shows(rig, GONE, id);
    const goneSince = rig.clock.now();
    rig.clock.advance(DAY_MS);
    await shows(rig, GONE, id);
    assert.equal((await json()).back, null);
    await shows(rig, after, id);
    const backAt = rig.clock.now();
    await lookUntilDecided(rig, id);
    const { back } = await json();
    assert.deepEqual([Date.parse(back.goneSince), Date.parse(back.backAt)], [goneSince, backAt]);
    assert.deepEqual([back.looks, back.before, back.edited, back.version], [2, 1, edited, edited ? 2 : 1]);
    const shown = await html();
    assert.match(shown, /Was gone<\/b> from/);
    assert.match(shown, edited ? /href="\/articles\/1\/changes\/1\.\.2">edited meanwhile/ : /with the same text\./);
  });

test("a text that came back and has to be confirmed says neither", async (t) => {
  const { rig, id, json } = await watched(t);
  for (const wait of [0, DAY_MS]) {
    rig.clock.advance(wait);
    await shows(rig, GONE, id);
  }
  await shows(rig, THIRD, id);
  const { back } = await json();
  assert.deepEqual([back.edited, back.version], [null, null]);
});

test("when an article was gone is shown however many looks ago it was", async (t) => {
  const { rig, id, json, html } = await watched(t);
  await shows(rig, GONE, id);
  const goneSince = rig.clock.now();
  await shows(rig, GONE, id);
  await shows(rig, FIRST, id);
  for (let look = 0; look < 70; look++) await shows(rig, FIRST, id);
  const { back } = await json();
  assert.deepEqual([Date.parse(back.goneSince), back.looks, back.edited], [goneSince, 2, false]);
  assert.match(await html(), /Was gone<\/b> from/);
});
