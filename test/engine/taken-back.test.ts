import assert from "node:assert/strict";
import { test } from "node:test";
import { reextractArticle } from "#engine/rereading/reextract-article";
import { openWorkshop } from "#engine/threads/workshop";
import { NO_TEMPLATE } from "#extract/site/template";
import { HOUR_MS } from "#lib/clock";
import { lookUntilDecided, openRig, page } from "./rig.ts";

const WALL = "<title>Un instant</title><h1>Un instant</h1><p>Nous vérifions que vous n'êtes pas un robot.</p>";

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

  // The second page is a wall to the present reader, as it would be to one that knows more of them than the one that stored it.
  const workshop = openWorkshop(0);
  t.after(() => workshop.close());
  const knowing: typeof workshop = {
    open: (job) => workshop.open(job),
    close: () => workshop.close(),
    read: (job) =>
      workshop.read(Buffer.from(job.bytes).includes("robot guards") ? { ...job, bytes: Buffer.from(WALL) } : job),
  };
  const context = { store: rig.store, workshop: knowing, clock: rig.clock };
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
});
