import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { openArchive } from "#archive/archive";
import { findFiles } from "#archive/find-files";
import { openHistory } from "#archive/history";
import { createEngine } from "#engine/create";
import type { Engine } from "#engine/engine";
import { type ImportReport, importHistory } from "#engine/import/import";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Archive } from "#model/archive";
import type { Article } from "#model/article";
import type { Fetcher } from "#model/fetcher";
import type { Version } from "#model/version";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { type Made, warc } from "../archive/made-files.ts";
import { freshFolder } from "../archive/rig.ts";
import { page, START_AT } from "./rig.ts";

const SETTINGS = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0, interactiveGapMs: 0 };
const NOBODY: Fetcher = {
  fetch: async ({ url }) => assert.fail(`an import asked for ${url}`),
  close: async () => {},
};

const archiveAt = (folder: string, clock: DrivenClock): Promise<Archive> =>
  openArchive({
    folder,
    bucket: null,
    keep: "all",
    owner: "press:1:ab",
    isDead: () => false,
    software: "Variorum/test",
    clock,
    log: silentLog,
  });

interface Imported {
  readonly store: Store;
  readonly engine: Engine;
}

async function emptyHouse(archive?: Archive): Promise<Imported> {
  const store = await openStore(":memory:");
  const clock = new DrivenClock(START_AT + 400 * DAY_MS);
  const deps = { store, fetcher: NOBODY, clock, log: silentLog, settings: SETTINGS, owner: "importer" };
  return { store, engine: createEngine({ ...deps, ...(archive && { archive }) }) };
}

async function importFrom(folder: string, { engine }: Imported, hosts = 4): Promise<ImportReport> {
  const files = await findFiles([folder]);
  assert.ok(files.ok);
  const history = await openHistory(files.value, { maxBytes: 10_000_000 });
  try {
    const report = await importHistory(engine, history, { hosts });
    assert.deepEqual([...history.tally.skipped], []);
    return report;
  } finally {
    await history.close();
  }
}

/** What has to be the same: texts, numbers, instants and the chain over them, by address. */
async function historyOf(store: Store): Promise<Map<string, readonly Partial<Version>[]>> {
  const all = new Map<string, readonly Partial<Version>[]>();
  for (const article of await articlesOf(store)) {
    const versions: Partial<Version>[] = [];
    for (let number = 1; number <= article.versionCount; number++) {
      const { articleId: _, extractor: _reader, ...version } = (await store.reader.version(article.id, number))!;
      versions.push(version);
    }
    if (versions.length > 0) all.set(article.url, versions);
  }
  return all;
}

async function articlesOf({ reader }: Store): Promise<readonly Article[]> {
  const found: Article[] = [];
  for (let before: number | undefined; ; ) {
    const { items, next } = await reader.articles({ limit: 200, before });
    found.push(...items.map(({ article }) => article));
    if (next === null) return found;
    before = next;
  }
}

test("an archive of our own, imported, is the same history: texts, numbers, instants and hashes", async (t) => {
  const folder = freshFolder();
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 5, slowMs: 1 });
  const store = await openStore(":memory:");
  const archive = await archiveAt(join(folder, "first"), clock);
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const engine = createEngine({ store, archive, fetcher, clock, log: silentLog, settings: SETTINGS, owner: "live" });
  t.after(async () => {
    await engine.close();
    await fetcher.close();
    await archive.close();
    await store.close();
    await newsroom.close();
  });
  for (const { homeUrl } of newsroom.sources.slice(0, 2)) assert.equal((await engine.add(homeUrl)).ok, true);
  await engine.driveTo(clock, START_AT + 7 * HOUR_MS);
  await archive.close();
  const live = await historyOf(store);
  assert.ok([...live.values()].filter((versions) => versions.length > 1).length >= 5, "several articles were edited");

  const copyClock = new DrivenClock(START_AT);
  const copies = await archiveAt(join(folder, "second"), copyClock);
  const first = await emptyHouse(copies);
  const report = await importFrom(join(folder, "first"), first);
  const again = await historyOf(first.store);
  assert.deepEqual([...again.keys()].sort(), [...live.keys()].sort());
  for (const [url, versions] of live) assert.deepEqual(again.get(url), versions, url);
  assert.deepEqual(await first.store.check(), []);
  assert.deepEqual([report.late, report.repeated], [0, 0]);

  const twice = await importFrom(join(folder, "first"), first);
  assert.deepEqual([twice.newVersions, twice.unchanged, twice.repeated], [0, 0, twice.captures]);
  assert.deepEqual(await historyOf(first.store), again);
  assert.equal((await first.store.reader.nextDueAt(clock.now())) ?? null, null, "nothing is planned");
  await copies.close();

  // What an import keeps is an archive too.
  const second = await emptyHouse();
  await importFrom(join(folder, "second"), second, 1);
  assert.deepEqual(await historyOf(second.store), again);
  assert.equal(readdirSync(join(folder, "second", "versions")).length, 1);

  // Where only what versions cite was kept, each text is seen once, when it was confirmed.
  const lean = await emptyHouse();
  await importFrom(join(folder, "first", "versions"), lean, 1);
  const textsOf = (history: Awaited<ReturnType<typeof historyOf>>) =>
    new Map([...history].map(([url, versions]) => [url, versions.map(({ number, text }) => ({ number, text }))]));
  assert.deepEqual(textsOf(await historyOf(lean.store)), textsOf(live));
  for (const { engine: one, store: its } of [first, second, lean]) {
    await one.close();
    await its.close();
  }
});

suite("a canonical address that an archived page declares, not only the first", () => {
  const at = (day: number) => `2026-03-0${day}T12:00:00Z`;
  const address = (path: string) => `https://daily.example${path}`;
  const text = "The harbour will close for 12 days in June.";
  const imported = async (...made: readonly Made[]) => {
    const folder = freshFolder();
    writeFileSync(join(folder, "crawl.warc"), Buffer.concat(made.map((each) => warc(each))));
    const house = await emptyHouse();
    await importFrom(folder, house, 1);
    return house.store;
  };

  test("is proved by a later capture there that has the text: one article, under its new address", async () => {
    const canonical = address("/news/harbour");
    const store = await imported(
      { url: address("/amp/harbour"), date: at(1), body: page({ lead: text }) },
      { url: address("/amp/harbour"), date: at(2), body: page({ lead: text, canonical }) },
      { url: canonical, date: at(3), body: page({ lead: text.replace("12", "15"), canonical }) },
      { url: address("/amp/harbour"), date: at(4), body: page({ lead: text.replace("12", "15"), canonical }) },
    );
    const [article, ...others] = await articlesOf(store);
    assert.deepEqual(others, []);
    assert.deepEqual([article!.url, article!.versionCount], [canonical, 2]);
    const [decision] = await store.reader.addressDecisions(article!.id);
    assert.deepEqual([decision!.verdict, decision!.kind, decision!.to], ["moved", "canonical", canonical]);
    assert.deepEqual(await store.check(), []);
  });

  test("proves nothing where another text was captured", async () => {
    const canonical = address("/news/fair");
    const fair = {
      headline: "Fair opens",
      lead: "The fair opens on Friday.",
      paragraphs: [
        "Umbrellas sold out by noon on the first day of the fair, and most stalls closed early.",
        "The big wheel stood still until the wind went down in the evening, its owner said.",
      ],
    };
    const store = await imported(
      { url: address("/news/harbour"), date: at(1), body: page({ lead: text }) },
      { url: address("/news/harbour"), date: at(2), body: page({ lead: text, canonical }) },
      { url: canonical, date: at(3), body: page(fair) },
      { url: address("/news/harbour"), date: at(4), body: page({ lead: text, canonical }) },
    );
    assert.deepEqual((await articlesOf(store)).map(({ url, versionCount }) => [url, versionCount]).toSorted(), [
      [canonical, 1],
      [address("/news/harbour"), 1],
    ]);
  });
});
