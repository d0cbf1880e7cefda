import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { reextractArticle } from "#engine/rereading/reextract-article";
import { openWorkshop, type Workshop } from "#engine/threads/workshop";
import { NO_TEMPLATE } from "#extract/site/template";
import { HOUR_MS } from "#lib/clock";
import { siteOver } from "../publish/site.ts";
import { lookUntilDecided, openRig, page } from "./rig.ts";

const WALL = "<title>Un instant</title><h1>Un instant</h1><p>Nous vérifions que vous n'êtes pas un robot.</p>";

/** A reader to which some pages are walls, as they would be to one that knows more of them than the one that stored them. */
function knowing(t: TestContext): Workshop {
  const workshop = openWorkshop(0);
  t.after(() => workshop.close());
  return {
    open: (job) => workshop.open(job),
    close: () => workshop.close(),
    read: (job) =>
      workshop.read(Buffer.from(job.bytes).includes("robot guards") ? { ...job, bytes: Buffer.from(WALL) } : job),
  };
}

test("a version whose page was another text is taken back, and the edit behind it stays an edit", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  for (const lead of [
    "The harbour will close for 12 days in June, the board said.",
    "A robot guards the gate of this page for 12 days, the board said.",
    "The harbour will close for 15 days in July, the board said.",
  ]) {
    rig.pages.set("/a", page({ lead }));
    rig.clock.advance(HOUR_MS);
    await lookUntilDecided(rig, id);
  }
  const before = await rig.store.reader.versions(id);
  assert.equal(before.length, 3);

  const context = { store: rig.store, workshop: knowing(t), clock: rig.clock };
  const options = { template: { ...NO_TEMPLATE, generation: 9 }, memory: await rig.store.reader.memory(id) };
  const dry = await reextractArticle(context, id, { ...options, dryRun: true });
  assert.equal(dry?.takenBack, 1);
  assert.equal((await rig.store.reader.versions(id))[1]!.takenBack, null);
  const done = await reextractArticle(context, id, { ...options, dryRun: false });
  assert.equal(done?.takenBack, 1);
  assert.equal(
    (await reextractArticle(context, id, { ...options, dryRun: false }))?.read,
    0,
    "a second run does nothing",
  );

  const [one, two, three] = await Promise.all([1, 2, 3].map((number) => rig.store.reader.version(id, number)));
  assert.deepEqual(two!.text, one!.text);
  assert.equal(two!.takenBack?.code, "challenge-page");
  assert.equal(three!.takenBack, null);
  const after = await rig.store.reader.versions(id);
  assert.deepEqual(
    after.map(({ textHash, chainHash, firstSeenAt }) => [textHash, chainHash, firstSeenAt]),
    before.map(({ textHash, chainHash, firstSeenAt }) => [textHash, chainHash, firstSeenAt]),
  );
  const [earlier] = await rig.store.reader.earlierReadings(id);
  assert.ok(earlier, "what was published then is kept");
  const { items } = await rig.store.reader.changes({ articleId: id, limit: 10 });
  assert.deepEqual(
    items.map(({ change }) => [change.from, change.to]),
    [[2, 3]],
  );
  assert.match(JSON.stringify(items[0]!.change.summary), /July/);
  assert.deepEqual(await rig.store.check(), []);
  const { text } = siteOver(rig.store);
  assert.match(
    await text(`/articles/${id}/versions/2`),
    /no text of the article, so the version reads as the one before\./,
  );
  assert.match(await text(`/articles/${id}/changes/1..2`), /Version 2 is taken back: .*It reads as the one before\./);
  assert.match(await text(`/articles/${id}`), /<dt>Changed<\/dt><dd>once/);
  const [listed] = (await rig.store.reader.articles({ limit: 9 })).items;
  assert.deepEqual([listed!.article.versionCount, listed!.article.standingCount], [3, 2]);
  const source = listed!.source.id;
  assert.match(await text(`/sources/${source}`), /found .*, 2 versions</);
  assert.deepEqual(
    JSON.parse(await text(`/sources/${source}.json`)).newestArticles.map((each: { versions: number }) => each.versions),
    [2],
  );
});

test("walls before the first text of an article are taken back: they read as that text", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  for (const lead of [
    "A robot guards the gate of this page for 12 days, the board said.",
    "A robot guards the gate of this page for 13 days, the board said.",
    "The harbour will close for 12 days in June, the board said.",
    "The harbour will close for 15 days in July, the board said.",
  ]) {
    rig.pages.set("/a", page({ lead }));
    rig.clock.advance(HOUR_MS);
    await lookUntilDecided(rig, id);
  }
  await rig.store.closeDay(rig.clock.now());
  const before = await rig.store.reader.versions(id);
  assert.equal(before.length, 4);
  const context = { store: rig.store, workshop: knowing(t), clock: rig.clock };
  const options = { template: { ...NO_TEMPLATE, generation: 9 }, memory: await rig.store.reader.memory(id) };
  assert.equal((await reextractArticle(context, id, { ...options, dryRun: true }))?.takenBack, 2);
  const done = await reextractArticle(context, id, { ...options, dryRun: false });
  assert.deepEqual([done?.takenBack, done?.vanished, done?.read, done?.unreadable], [2, 2, 4, 0]);
  assert.equal((await reextractArticle(context, id, { ...options, dryRun: false }))?.read, 0);

  const texts = await Promise.all([1, 2, 3].map((number) => rig.store.reader.version(id, number)));
  for (const text of texts) assert.deepEqual(text!.text, texts[2]!.text);
  const after = await rig.store.reader.versions(id);
  assert.deepEqual(
    after.map(({ takenBack }) => takenBack?.code ?? null),
    ["challenge-page", "challenge-page", null, null],
  );
  assert.deepEqual(
    after.map(({ textHash, chainHash, firstSeenAt }) => [textHash, chainHash, firstSeenAt]),
    before.map(({ textHash, chainHash, firstSeenAt }) => [textHash, chainHash, firstSeenAt]),
    "nothing sealed is rewritten",
  );
  const { items } = await rig.store.reader.changes({ articleId: id, limit: 10 });
  assert.deepEqual(
    items.map(({ change }) => [change.from, change.to]),
    [[3, 4]],
  );
  assert.equal((await rig.store.reader.search("robot guards", { limit: 5 })).items.length, 0);
  for await (const { problems } of rig.store.verifyDays()) assert.deepEqual(problems, []);
  assert.deepEqual(await rig.store.check(), []);

  const { text } = siteOver(rig.store);
  assert.match(await text(`/articles/${id}`), /<dt>Changed<\/dt><dd>once/);
  assert.equal((await text(`/articles/${id}`)).match(/class="tag">taken back/g)?.length, 2);
  assert.match(
    await text(`/articles/${id}/versions/1`),
    /no text of the article, so the version reads as the first one that is\./,
  );
  assert.match(
    await text(`/articles/${id}/changes/2..3`),
    /Version 2 is taken back: .*It reads as the first one that is\./,
  );
  const feed = await text(`/articles/${id}/feed.atom`);
  assert.equal(feed.match(/<entry>/g)?.length, 1);
  const record = JSON.parse(await text(`/articles/${id}/versions/1.json`)) as { takenBack: { code: string } };
  assert.equal(record.takenBack.code, "challenge-page");
});

test("a wall stays where no text of the article was ever seen", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page({ lead: "A robot guards the gate of this page for 12 days, the board said." }));
  await lookUntilDecided(rig, id);
  const context = { store: rig.store, workshop: knowing(t), clock: rig.clock };
  const options = { template: { ...NO_TEMPLATE, generation: 9 }, memory: await rig.store.reader.memory(id) };
  const done = await reextractArticle(context, id, { ...options, dryRun: false });
  assert.deepEqual([done?.takenBack, done?.unreadable], [0, 1]);
  assert.equal((await rig.store.reader.versions(id))[0]!.takenBack, null);
});
