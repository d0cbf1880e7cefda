import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, type TestContext, test } from "node:test";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { openRig, page } from "../engine/rig.ts";
import { testServer } from "../store/postgres/server.ts";
import { type Ran, run } from "./run.ts";

const server = testServer();

/** Two sources, each with a feed and two articles of two versions, and the day closed; returns the address of each feed. */
async function watchedIn(place: string): Promise<readonly string[]> {
  const closing: (() => unknown)[] = [];
  const context = { after: (close: () => unknown) => void closing.push(close) } as unknown as TestContext;
  const rig = await openRig(context, {}, place);
  const hosts = [rig.base, rig.base.replace("gazette", "courier")];
  const links = hosts.map((base) => ["/a", "/b"].map((path) => base + path));
  for (const [at, own] of links.entries())
    rig.handlers.set(`/feed-${at}`, (_, response) => {
      const items = own.map((link) => `<item><title>${link}</title><link>${link}</link></item>`).join("");
      response.writeHead(200, { "content-type": "application/rss+xml" });
      response.end(`<rss version="2.0"><channel><title>Feed ${at}</title>${items}</channel></rss>`);
    });
  for (const days of [12, 15]) {
    for (const path of ["/a", "/b"])
      rig.pages.set(
        path,
        page({ headline: `Notes ${path}`, lead: `The harbour will close for ${days} days in June.` }),
      );
    if (days === 12) for (const [at, base] of hosts.entries()) await rig.engine.add(`${base}/feed-${at}`);
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 12 * HOUR_MS);
  }
  await rig.store.closeDay(rig.clock.now() + DAY_MS);
  for (const close of closing) await close();
  return hosts.map((base, at) => `${base}/feed-${at}`);
}

for (const database of ["SQLite", "PostgreSQL"] as const)
  suite(`variorum source, over ${database}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "variorum-source-"));
    let url = "";
    let feeds: readonly string[];
    before(async () => {
      mkdirSync(join(folder, "data"));
      if (database === "PostgreSQL") url = await server.freshDatabase();
      feeds = await watchedIn(url === "" ? join(folder, "data", "variorum.db") : url);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    const variorum = (...args: readonly string[]): Promise<Ran> =>
      run([...args, "--data", join(folder, "data")], {
        cwd: folder,
        variables: url === "" ? {} : { DATABASE_URL: url },
      });
    const done = async (...args: readonly string[]): Promise<string> => {
      const { code, out, err } = await variorum(...args);
      assert.equal(code, 0, `${args.join(" ")}: ${out}${err}`);
      return out;
    };
    const listed = async () =>
      (JSON.parse(await done("articles", "--json")) as { articles: readonly { url: string }[] }).articles.length;
    /** What the ledger sealed is all there, and the data are sound. */
    const isWhole = async () => {
      const verified = JSON.parse(await done("verify", "--json")) as { problems: readonly [] };
      assert.deepEqual(verified.problems, []);
      const doctor = JSON.parse((await variorum("doctor", "--json")).out) as {
        findings: readonly { subject: string; state: string; text: string }[];
      };
      const data = doctor.findings.find(({ subject }) => subject === "data")!;
      assert.match(data.text, /^intact: /);
      assert.deepEqual(
        doctor.findings.filter(({ subject, state }) => subject === "ledger" && state === "problem"),
        [],
      );
    };

    test("says what it needs, and finds no source that is not there", async () => {
      for (const [code, said, args] of [
        [2, /Say what to change/, [feeds[0]!]],
        [2, /--history stays, or --history goes/, [feeds[0]!, "--remove"]],
        [2, /choices|stays, goes/, [feeds[0]!, "--remove", "--history", "burns"]],
        [3, /no source/i, ["nowhere.example", "--pause"]],
        [3, /has no feed/, [feeds[0]!, "--remove-feed", "https://nowhere.example/feed"]],
        [1, /pattern/i, [feeds[0]!, "--include-url", "(("]],
      ] as const) {
        const ran = await variorum("source", ...args);
        assert.deepEqual([ran.code, said.test(ran.err)], [code, true], `${args.join(" ")}: ${ran.code} ${ran.err}`);
      }
    });

    test("renames, and gives another home page", async () => {
      assert.match(await done("source", feeds[0]!, "--name", "The Gazette"), /^The Gazette \(/);
      assert.match(await done("sources"), /The Gazette/);
      const changed = JSON.parse(await done("source", "The Gazette", "--home", "gazette.example", "--json")) as {
        name: string;
        homeUrl: string;
      };
      assert.deepEqual([changed.name, changed.homeUrl], ["The Gazette", "https://gazette.example/"]);
    });

    test("pauses and resumes", async () => {
      assert.match(await done("source", "The Gazette", "--pause"), /: paused /);
      const paused = JSON.parse(await done("sources", "--json")) as { sources: readonly { pausedAt: string | null }[] };
      assert.equal(paused.sources.filter(({ pausedAt }) => pausedAt !== null).length, 1);
      assert.match(await done("source", "The Gazette", "--resume"), /^The Gazette \([^)]+\)$/);
    });

    test("changes some patterns, leaves the others, and takes all away", async () => {
      const patterns = async (...args: readonly string[]) =>
        (JSON.parse(await done("source", "The Gazette", ...args, "--json")) as { patterns: Record<string, string[]> })
          .patterns;
      const first = await patterns("--exclude-url", "/sport/", "--exclude-url", "/video/");
      assert.deepEqual([first["excludeUrl"], first["includeUrl"]], [["/sport/", "/video/"], []]);
      const second = await patterns("--include-title", "Harbour");
      assert.deepEqual([second["excludeUrl"], second["includeTitle"]], [["/sport/", "/video/"], ["Harbour"]]);
      assert.deepEqual(Object.values(await patterns("--every-article")).flat(), []);
    });

    test("takes a feed away", async () => {
      await done("source", "The Gazette", "--remove-feed", feeds[0]!);
      const { sources } = JSON.parse(await done("sources", "--json")) as {
        sources: readonly { name: string; feeds: readonly object[] }[];
      };
      assert.deepEqual(sources.find(({ name }) => name === "The Gazette")!.feeds, []);
      await isWhole();
    });

    test("removes one whose history stays to be read, and one whose history goes; nothing sealed is lost", async () => {
      const before = await listed();
      assert.equal(before, 4);
      assert.match(await done("source", "The Gazette", "--remove", "--history", "stays"), /removed/);
      assert.equal(await listed(), 4);
      assert.match(await done("show", new URL("/a", feeds[0]!).href), /changed once/);
      await isWhole();
      const courier = feeds[1]!;
      assert.match(await done("source", courier, "--remove", "--history", "goes"), /removed/);
      assert.equal(await listed(), 2);
      assert.match(await done("show", new URL("/a", courier).href), /^.*\n.*\nHidden: /);
      const searched = JSON.parse(await done("search", "harbour", "--json")) as { hits: readonly object[] };
      assert.equal(searched.hits.length, 2);
      await isWhole();
    });

    test("one that was removed is watched again when it is resumed", async () => {
      assert.match(await done("source", "The Gazette", "--resume"), /^The Gazette \([^)]+\)$/);
      await isWhole();
    });
  });
