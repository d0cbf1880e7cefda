import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import { openStore } from "#store/open";
import { playLively } from "../publish/lively.ts";
import { seed } from "../publish/seed.ts";
import { makeEarlier } from "../store/earlier.ts";
import { run } from "./run.ts";

/** What the feeds of the seeded press carry behind the authority, as the program before the step 0013 wrote it. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  "/feed.atom": [
    "feed.atom",
    "articles/9/live/1",
    "articles/5/changes/2..3",
    "articles/5/changes/1..2",
    "articles/3/changes/1..2",
    "articles/2/changes/1..2",
    "articles/1/changes/2..3",
    "articles/1/changes/1..2",
  ],
  "/sources/1/feed.atom": [
    "sources/1/feed.atom",
    "articles/9/live/1",
    "articles/5/changes/2..3",
    "articles/5/changes/1..2",
    "articles/1/changes/2..3",
    "articles/1/changes/1..2",
  ],
  "/articles/9/feed.atom": [
    "articles/9/feed.atom",
    "articles/9/changes/5..6",
    "articles/9/changes/4..5",
    "articles/9/changes/3..4",
    "articles/9/changes/2..3",
    "articles/9/changes/1..2",
  ],
  "/search/feed.atom?q=bridge": ["search/feed.atom?q=bridge", "articles/9/live/1"],
  "/search/feed.atom?q=ferry": ["search/feed.atom?q=ferry", "articles/5/changes/2..3"],
};

const idsUnder = (authority: string) =>
  Object.fromEntries(
    Object.entries(WRITTEN).map(([path, ids]) => [path, ids.map((id) => `tag:${authority},2026:${id}`)]),
  );

suite("ids of feed entries", () => {
  const root = mkdtempSync(join(tmpdir(), "variorum-ids-"));
  after(() => rmSync(root, { recursive: true, force: true }));

  /** A data folder with the seeded press, as today's program makes it. */
  async function seededFolder(name: string): Promise<string> {
    const folder = join(root, name);
    mkdirSync(folder);
    const { store, sources } = await seed();
    await playLively(store, sources.ledger);
    await store.backup(join(folder, "variorum.db"));
    await store.close();
    return folder;
  }

  async function earlierFolder(name: string): Promise<string> {
    const made = await seededFolder(`${name}-made`);
    const folder = join(root, name);
    mkdirSync(folder);
    await makeEarlier(join(folder, "variorum.db"), join(made, "variorum.db"), "0012");
    return folder;
  }

  /** All ids as the feeds have them that `variorum web` serves. */
  async function served(folder: string, publicUrl?: string): Promise<Record<string, readonly string[]>> {
    const stop = new AbortController();
    const asked = Promise.withResolvers<Record<string, readonly string[]>>();
    const port = await freePort();
    const ended = run(["web", "--port", String(port), "--data", folder], {
      cwd: folder,
      signal: stop.signal,
      variables: publicUrl === undefined ? {} : { VARIORUM_PUBLIC_URL: publicUrl },
      onOut: () => void ids(`http://127.0.0.1:${port}`).then(asked.resolve, asked.reject),
    });
    try {
      return await Promise.race([asked.promise, ended.then(({ err }) => assert.fail(err))]);
    } finally {
      stop.abort();
      assert.equal((await ended).code, 0);
    }
  }

  async function ids(base: string): Promise<Record<string, readonly string[]>> {
    const found: Record<string, readonly string[]> = {};
    for (const path of Object.keys(WRITTEN)) {
      const feed = parseAtomFeed(await (await fetch(base + path)).text());
      found[path] = [feed.id!, ...feed.entries!.map((entry) => entry.id!)];
    }
    return found;
  }

  test("are after the upgrade what the setting made them before, and stay so when public-url is set or changed", async () => {
    const folder = await earlierFolder("local");
    assert.deepEqual(await served(folder), idsUnder("localhost"));
    assert.deepEqual(await served(folder, "https://news.example.org:8443/pages"), idsUnder("localhost"));

    const named = await earlierFolder("named");
    assert.deepEqual(await served(named, "https://news.example.org:8443/pages"), idsUnder("news.example.org"));
    assert.deepEqual(await served(named, "https://other.example"), idsUnder("news.example.org"));
    assert.deepEqual(await served(named), idsUnder("news.example.org"));
  });

  test("of a new installation have an authority of their own, which backup and restore keep", async () => {
    const folder = await seededFolder("new");
    const before = await served(folder);
    const [, authority] = /^tag:([^,]+),/.exec(before["/feed.atom"]![0]!)!;
    assert.match(authority!, /^v-[0-9a-f]{32}\.variorum\.invalid$/);
    assert.deepEqual(before, idsUnder(authority!));
    assert.deepEqual(await served(folder, "https://news.example.org"), before);

    const copy = join(root, "copy.db");
    const restored = join(root, "restored");
    assert.equal((await run(["backup", copy, "--data", folder])).code, 0);
    assert.equal((await run(["restore", copy, "--data", restored])).code, 0);
    assert.deepEqual(await served(restored, "https://third.example"), before);

    const another = await openStore(":memory:");
    assert.notEqual(await another.writer.settleAuthority("x.example"), authority);
    await another.close();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
