import assert from "node:assert/strict";
import { test } from "node:test";
import { refitHabits } from "#engine/chores/refit-habits";
import { openWorkshop } from "#engine/threads/workshop";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import { lookOf, openVersion, stateOf, textOf } from "../contract/fixtures.ts";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";

interface Entry {
  readonly path: string;
  readonly title: string;
  readonly updatedAt: number;
}

function listIn(rig: Rig, entries: readonly Entry[]): void {
  const items = entries.map(
    ({ path, title, updatedAt }) =>
      `<entry><id>${rig.base}${path}</id><title>${title}</title><link href="${rig.base}${path}"/><updated>${new Date(updatedAt).toISOString()}</updated></entry>`,
  );
  const body = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><id>x</id>${items.join("")}</feed>`;
  rig.pages.set("/feed", { headers: { "content-type": "application/atom+xml" }, body });
}

async function addFeed(rig: Rig): Promise<SourceId> {
  const { writer } = rig.store;
  const { id } = await writer.addSource({ name: "G", homeUrl: `${rig.base}/`, patterns: NO_PATTERNS }, rig.clock.now());
  const feed = { url: `${rig.base}/feed`, kind: "atom" as const, title: null };
  await writer.addFeed(id, feed, 15 * MINUTE_MS, rig.clock.now());
  return id;
}

const drive = (rig: Rig, ms: number) => rig.engine.driveTo(rig.clock, rig.clock.now() + ms);

test("a feed that reports an edit brings the look forward, and is believed the more for it", async (t) => {
  const rig = await openRig(t);
  const source = await addFeed(rig);
  const found = { path: "/1", title: "Harbour board meets", updatedAt: rig.clock.now() };
  listIn(rig, [found]);
  rig.pages.set("/1", page({ headline: found.title }));
  await drive(rig, 20 * HOUR_MS);
  const before = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
  const { watch } = (await rig.store.reader.watched(before.id))!;
  assert.ok(watch.periodMs > 2 * HOUR_MS, "a day old and never edited: it is left alone for long");
  await rig.engine.driveTo(rig.clock, before.nextLookAt! + MINUTE_MS);

  const editedAt = rig.clock.now();
  rig.pages.set(
    "/1",
    page({ headline: found.title, lead: "The board gave way late on Monday night, its chairman said." }),
  );
  listIn(rig, [{ ...found, updatedAt: editedAt }]);
  await drive(rig, 100 * MINUTE_MS);
  const after = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
  assert.equal(after.versionCount, 2);
  assert.ok(after.lastChangedAt! - editedAt < 95 * MINUTE_MS, "seen with the next poll");
  assert.equal(after.signal, null);
  const { trust } = await rig.store.reader.outlook(source);
  assert.deepEqual(
    [trust.get("updated"), trust.get("young")],
    [
      { hits: 1, misses: 0 },
      { hits: 1, misses: 0 },
    ],
  );
});

test("another title in the list wakes an article that was left alone", async (t) => {
  const rig = await openRig(t);
  const source = await addFeed(rig);
  const found = { path: "/1", title: "Harbour board meets", updatedAt: rig.clock.now() };
  listIn(rig, [found]);
  rig.pages.set("/1", page({ headline: found.title }));
  await drive(rig, HOUR_MS);
  const { id } = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
  const quiet = stateOf({ status: "quiet", statusReason: { code: "few-edits-expected" }, nextLookAt: null });
  await rig.store.writer.recordLook(lookOf(id, rig.clock.now(), { sawVersion: 1, state: quiet }));

  listIn(rig, [{ ...found, title: "Harbour board gives way" }]);
  rig.pages.set("/1", page({ headline: "Harbour board gives way" }));
  await drive(rig, 8 * HOUR_MS);
  const woken = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
  assert.equal(woken.versionCount, 2);
  assert.deepEqual((await rig.store.reader.outlook(source)).trust.get("headline"), { hits: 1, misses: 0 });
});

test("a feed that cries wolf is soon not worth a look, and its looks are not wasted on trust", async (t) => {
  const rig = await openRig(t);
  const source = await addFeed(rig);
  rig.pages.set("/1", page({ headline: "Harbour board meets" }));
  const entry = () => ({ path: "/1", title: "Harbour board meets", updatedAt: rig.clock.now() });
  let looks = 0;
  // So many times it has been wrong at other articles already.
  const other = await rig.article("/other");
  const proved = [{ thing: "updated", hit: false }] as const;
  for (let i = 0; i < 100; i++) await rig.store.writer.recordLook(lookOf(other, rig.clock.now() + i, { proved }));
  await rig.store.writer.scheduleLook(other, rig.clock.now() + 90 * DAY_MS);
  for (let hour = 0; hour < 72; hour++) {
    listIn(rig, [entry()]);
    looks += (await drive(rig, HOUR_MS)).looks;
  }
  assert.ok(looks < 36, `${looks} looks in three days of a signal an hour`);
  const { hits, misses } = (await rig.store.reader.outlook(source)).trust.get("updated")!;
  assert.ok(hits === 0 && misses > 100, `${misses} misses`);
});

test("a host with more to do than it can becomes dearer, so that less is due, and cheaper when it has caught up", async (t) => {
  const rig = await openRig(t, { gapMs: 60 * SECOND_MS });
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: "" });
  for (let i = 0; i < 40; i++) {
    rig.pages.set(`/${i}`, page({ headline: `Story number ${i}` }));
    await rig.article(`/${i}`);
  }
  await drive(rig, 2 * HOUR_MS);
  const { hostId } = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
  const busy = await rig.store.reader.crowding(hostId);
  assert.ok(busy > 1, `${busy}`);
  await drive(rig, DAY_MS);
  assert.ok((await rig.store.reader.crowding(hostId)) < busy);
});

test("what a look was computed from is stored with it, and nothing while a text has to prove itself", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await lookUntilDecided(rig, id);
  const first = (await rig.store.reader.watched(id))!;
  assert.equal(first.watch.edits, 0);
  assert.ok(first.article.plan!.editsPerHour > 0 && first.article.plan!.crowding === 1);
  rig.clock.advance(5 * HOUR_MS);
  rig.pages.set("/a", page({ lead: "The board gave way late on Monday night, its chairman said." }));
  const held = await rig.engine.look(id);
  assert.ok(held.ok && held.value.decision === "held");
  assert.equal((await rig.store.reader.article(id))!.plan, null);
  rig.clock.advanceTo(held.value.nextLookAt!);
  await lookUntilDecided(rig, id);
  const edited = (await rig.store.reader.watched(id))!;
  const { edits } = edited.watch;
  assert.ok(edits > 1 && edits < 1.6, `${edits}: after five hours it may have been more than one`);
  assert.ok(edited.article.plan!.editsPerHour > 0);
});

test("the weekly fit learns that a section is edited more than the others, and looks there more often", async (t) => {
  const rig = await openRig(t);
  const { store, clock, base } = rig;
  const { writer, reader } = store;
  const source = await writer.addSource({ name: "G", homeUrl: `${base}/`, patterns: NO_PATTERNS }, clock.now());
  const startAt = clock.now();
  for (let i = 0; i < 100; i++) {
    const section = i % 2 === 0 ? "sport" : "garden";
    const found = { url: `${base}/${section}/${i}`, title: null, publishedAt: null, updatedAt: null };
    const [id] = await writer.addArticles(source.id, [found], startAt);
    const edits = section === "sport" ? 3 : 0;
    for (let n = 0; n <= edits; n++)
      await openVersion(store, id!, n, textOf("H", `state ${i} ${n}`), startAt + n * HOUR_MS);
    await writer.recordLook(lookOf(id!, startAt + 4 * DAY_MS, { sawVersion: edits + 1 }));
  }
  clock.advance(5 * DAY_MS);
  await refitHabits.run({ store, clock, log: silentLog, workshop: openWorkshop(0) }, "");
  const { overall, sections } = await reader.outlook(source.id);
  const mean = (name: string) => sections.find(({ section }) => section === name)!.habits.meanEdits;
  const host = new URL(base).hostname;
  assert.ok(overall!.meanEdits > 0.9);
  assert.equal(overall!.day!.length, 24);
  assert.ok(overall!.bursts!.share > 0, "nothing followed anything, but a hundred articles are not all of them");
  assert.ok(mean(`${host}/sport`) > mean(""), "sport above the source");
  assert.ok(mean("") > mean(`${host}/garden`), "the garden below it");
  assert.equal(refitHabits.nextAt(startAt, "") % (7 * DAY_MS), 0);
});
