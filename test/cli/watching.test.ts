import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { z } from "zod";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import type { articleRecord } from "#json/article";
import type { articlesRecord } from "#json/articles";
import type { changeRecord } from "#json/change";
import type { looksRecord } from "#json/looks";
import type { searchRecord } from "#json/search";
import type { sourcesRecord } from "#json/sources";
import type { versionRecord } from "#json/version";
import { type Clock, HOUR_MS, MINUTE_MS, systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { type Ran, run } from "./run.ts";

type Sources = z.infer<typeof sourcesRecord>;
type Articles = Pick<z.infer<typeof articlesRecord>, "articles">;

/** The way of a new user on the command line, at a press on loopback whose time the test moves. */
suite("watching from the command line", () => {
  let newsroom: Newsroom;
  let folder: string;
  let aheadMs = 0;
  const pressClock: Clock = { now: () => systemClock.now() + aheadMs, sleep: systemClock.sleep };
  const variorum = (...args: string[]): Promise<Ran> =>
    run(["--data", join(folder, "data"), ...args], {
      cwd: folder,
      variables: {
        VARIORUM_ALLOW_PRIVATE: `*.localhost:${newsroom.port}`,
        VARIORUM_GAP: "0 s",
        VARIORUM_INTERACTIVE_GAP: "0 s",
        VARIORUM_THREADS: "0",
      },
    });
  const json = async <T>(...args: string[]): Promise<T> => {
    const ran = await variorum(...args, "--json");
    assert.equal(ran.code, 0, ran.err);
    return JSON.parse(ran.out) as T;
  };

  /** What a crontab does so much later: the looks that confirm. */
  const minutesLater = async (minutes: number) => {
    const clock: Clock = { ...systemClock, now: () => systemClock.now() + minutes * MINUTE_MS };
    const store = await openStore(join(folder, "data", "variorum.db"));
    const fetcher = createFetcher(
      { userAgent: "Variorum/test", allowPrivate: [`*.localhost:${newsroom.port}`] },
      clock,
    );
    const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
    const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "crontab" });
    try {
      return await engine.checkDue();
    } finally {
      await engine.close();
      await fetcher.close();
      await store.close();
    }
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-cli-"));
    newsroom = await openNewsroom({ clock: pressClock, startAt: systemClock.now() - 6 * HOUR_MS, seed: 1, slowMs: 1 });
  });
  after(async () => {
    await newsroom.close();
    rmSync(folder, { recursive: true });
  });

  test("before anything was added, commands that look say what to do", async () => {
    const { code, err } = await variorum("sources");
    assert.equal(code, 3);
    assert.match(err, /variorum add URL/);
    assert.equal(existsSync(join(folder, "data")), false, "looking made a folder");
  });

  test("add a site", async () => {
    const { code, out } = await variorum("add", newsroom.sources[0]!.homeUrl);
    assert.equal(code, 0);
    assert.match(out, /^Added .+: \d feeds?, \d+ new articles?\./);
  });

  test("add it again, and one that is not there", async () => {
    const { code, out, err } = await variorum(
      "add",
      newsroom.sources[0]!.homeUrl,
      `http://nobody.localhost:${newsroom.port}/`,
    );
    assert.equal(code, 1);
    assert.match(out, /^Already known: /);
    assert.match(err, /nobody\.localhost.*\n1 address of 2 could not be added\.$/s);
  });

  test("add an OPML file, with patterns that are checked first", async () => {
    const feeds = newsroom.sources[1]!.feedUrls.map((url) => `<outline type="rss" text="x" xmlUrl="${url}"/>`);
    writeFileSync(join(folder, "feeds.opml"), `<opml version="2.0"><body>${feeds.join("")}</body></opml>`);
    const bad = await variorum("add", "feeds.opml", "--exclude-url", "(");
    assert.equal(bad.code, 2);
    assert.match(bad.err, /\(/);
    const missing = await variorum("add", "no-such.opml");
    assert.equal(missing.code, 1);
    assert.match(missing.err, /There is no file no-such\.opml\./);
    const { added } = await json<{ added: { sources: { added: boolean }[] }[] }>(
      "add",
      "feeds.opml",
      "--every",
      "20 min",
    );
    assert.ok(added[0]!.sources.every((source) => source.added));
  });

  test("an address without a scheme is tried without TLS where there is none, as browsers do", async () => {
    const home = new URL(newsroom.sources[0]!.homeUrl);
    const { code, out, err } = await variorum("add", home.host);
    assert.equal(code, 0, err);
    assert.match(out, /^Already known: /);
  });

  test("Ctrl+C ends what waits for a foreign host, and nothing half-found is stored", async () => {
    const before = (await json<Sources>("sources")).found;
    const stop = AbortSignal.abort();
    const options = { variables: { VARIORUM_THREADS: "0", VARIORUM_ALLOW_PRIVATE: `*.localhost:${newsroom.port}` } };
    const data = ["--data", join(folder, "data")];
    const added = await run([...data, "add", newsroom.sources[2]!.homeUrl], { ...options, signal: stop });
    assert.equal(added.code, 130, added.err);
    assert.equal((await json<Sources>("sources")).found, before);
    const checked = await run([...data, "check", newsroom.sources[0]!.homeUrl], { ...options, signal: stop });
    assert.equal(checked.code, 130, checked.err);
    const fetched = await run([...data, "extract", newsroom.sources[0]!.homeUrl], { ...options, signal: stop });
    assert.equal(fetched.code, 130, fetched.err);
    const feeds = (await json<Sources>("sources")).sources.flatMap((source) => source.feeds);
    assert.ok(
      feeds.every(({ failures }) => failures === 0),
      "a feed counts as failed because we stopped",
    );
  });

  test("a period below the floor is refused", async () => {
    const { code, err } = await variorum("add", "example.org", "--every", "1 min");
    assert.equal(code, 2);
    assert.match(err, /--every must be from 5 min to 7 d/);
  });

  test("check what is due, and hours later everything", async () => {
    const first = await variorum("check");
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /articles? checked: .* new versions?/);
    aheadMs = 8 * HOUR_MS;
    const later = await json<{ newVersions: number; looks: number }>("check", "--all");
    assert.deepEqual((await json<Articles>("articles", "--changed")).articles, [], "a first sighting opened a version");
    const confirmed = await minutesLater(3);
    assert.ok(confirmed.looks < later.looks, `${confirmed.looks} looks to confirm what ${later.looks} met`);
    assert.ok(confirmed.newVersions > 3, `${confirmed.newVersions} new versions in ${confirmed.looks} looks`);
  });

  test("sources says how they do", async () => {
    const table = await variorum("sources", "--feeds");
    assert.match(table.out, /^SOURCE +HOME +FEEDS/);
    assert.match(table.out, /answered just now/);
    const { sources } = await json<Sources>("sources");
    assert.ok(sources.length >= 2);
    assert.ok(sources.some(({ feeds }) => feeds.some(({ lastSuccessAt }) => lastSuccessAt?.endsWith("Z"))));
  });

  const changed = async () => (await json<Articles>("articles", "--changed")).articles[0]!;

  test("articles lists them, newest first", async () => {
    const { articles } = await json<Articles>("articles", "--limit", "5");
    assert.equal(articles.length, 5);
    assert.ok((await changed()).versions > 1);
    assert.match((await variorum("articles", "--limit", "1")).out, /^ARTICLE +ADDRESS +VERSIONS +NEXT LOOK\n.+$/);
    assert.equal((await variorum("articles", "--limit", "none")).code, 2);
    assert.equal((await variorum("articles", "--source", "nobody.example")).code, 3);
  });

  test("show prints versions and the decision on each look", async () => {
    const { url } = await changed();
    const shown = await json<z.infer<typeof articleRecord>>("show", url);
    assert.equal(shown.url, url);
    assert.ok(shown.knownAs.includes(url));
    assert.deepEqual(
      shown.versions.map(({ number }) => number),
      shown.versions.map((_, i) => i + 1),
    );
    assert.ok(shown.versions.every(({ firstSeenAt }) => firstSeenAt.endsWith("Z")));
    const { looks } = await json<z.infer<typeof looksRecord>>("show", url, "--looks");
    assert.ok(looks.some(({ decision }) => decision === "first"));
    assert.deepEqual(looks.at(-1)!.reason, { code: "first-text", text: "the first text seen" });
    assert.ok(looks.some(({ decision }) => decision === "new"));
    const few = await json<z.infer<typeof looksRecord>>("show", url, "--looks", "--captures", "1");
    assert.deepEqual(few.looks, looks.slice(0, 1));
    assert.match(few.next ?? "", /^http:\/\/127\.0\.0\.1:\d+\/articles\/\d+\/looks\.json\?before=\d+$/);
    assert.equal((await variorum("show", "https://nowhere.example/")).code, 3);
    assert.match((await variorum("show", url)).out, /VERSIONS\n +1 .*first.*\n[\s\S]*LOOKS, NEWEST FIRST\n.*UTC/);
  });

  test("show prints one version to read, and two side by side", async () => {
    const { id, url, versions } = await changed();
    const version = await json<z.infer<typeof versionRecord>>("show", url, "--version", "1");
    assert.equal(version.number, 1);
    const read = (await variorum("show", url, "--version", "1")).out;
    assert.match(read, new RegExp(`Version +1 of ${versions}\\n`));
    for (const { text } of version.blocks) assert.ok(read.replace(/\s+/g, " ").includes(text.split(/\s+/)[0]!), text);
    const change = await json<z.infer<typeof changeRecord>>("show", String(id), "--change", "1..2");
    assert.equal(change.id, "1..2");
    const beside = (await variorum("show", url, "--change", "1..2")).out;
    assert.match(beside, /^Version 1, last seen .* UTC; version 2, first seen .* UTC\.\nChanged: /);
    assert.match(beside, /\[-|\{\+/);
    const unchanged = (await variorum("show", url, "--change", "1..2", "--full")).out;
    assert.ok(unchanged.length >= beside.length);
    assert.equal((await variorum("show", url, "--version", "99")).code, 3);
    assert.equal((await variorum("show", url, "--change", "1..99")).code, 3);
    assert.equal((await variorum("show", url, "--change", "2..1")).code, 2);
    assert.equal((await variorum("show", url, "--version", "1", "--looks")).code, 2);
  });

  test("check looks at one article and says what was decided", async () => {
    const { id, url } = await changed();
    const { code, out } = await variorum("check", url);
    assert.equal(code, 0);
    assert.match((await variorum("check", String(id))).out, /decided: /);
    assert.equal((await variorum("check", "99999")).code, 3);
    const look = await json<{ decision: string; nextLookAt: string }>("check", url);
    assert.match(look.nextLookAt, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.match(out, /decided: .*\n.*next look in/);
    assert.equal((await variorum("check", "https://nowhere.example/")).code, 3);
    assert.equal((await variorum("check", url, "--all")).code, 2);
  });

  test("search finds words and marks them", async () => {
    const { headline } = await changed();
    const word = headline!.match(/\p{L}+/gu)!.sort((a, b) => b.length - a.length)[0]!;
    const found = await variorum("search", word);
    assert.equal(found.code, 0);
    assert.match(found.out.toLowerCase(), new RegExp(`\\*${word.toLowerCase()}`));
    assert.equal((await variorum("search", "xyzzyxyzzy")).err, "Nothing found.");
    const { hits } = await json<z.infer<typeof searchRecord>>("search", word);
    assert.ok(hits[0]!.marks.length > 0);
  });

  test("hide takes an article away, unhide brings it back", async () => {
    const { id, url } = await changed();
    assert.equal((await variorum("hide", url)).code, 2, "without a reason");
    assert.match(
      (await variorum("hide", url, "--reason", "Order of a court")).out,
      /^Hidden: .* \(Order of a court\)$/,
    );
    const ids = async (...args: string[]) =>
      (await json<Articles>("articles", "--limit", "500", ...args)).articles.map(({ id }) => id);
    assert.ok(!(await ids()).includes(id));
    assert.deepEqual(await ids("--hidden"), [id]);
    assert.match((await variorum("unhide", String(id))).out, /^Shown again/);
    assert.ok((await ids()).includes(id));
  });

  test("backup copies everything, and never overwrites", async () => {
    const { path } = await json<{ path: string }>("backup", "copy/kept.db");
    assert.equal(path, join(folder, "copy", "kept.db"));
    const again = await variorum("backup", "copy/kept.db");
    assert.equal(again.code, 1);
    assert.match(again.err, /never overwritten/);
    assert.match((await variorum("backup")).out, /backups\/variorum-.*\.db \(\d+ [KM]B\)/);
  });

  test("doctor finds nothing wrong, but asks for a contact", async () => {
    const { code, out } = await variorum("doctor");
    assert.equal(code, 0, out);
    assert.match(out, /warn +contact: /);
    assert.match(out, /ok +data: intact: 2 sources/);
  });
});
