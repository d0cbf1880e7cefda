import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { ROUTES } from "#publish/routes";
import { createPublicReader } from "#store/public-reader";
import { createCollator } from "#view/compare/collator";
import { createEvolver } from "#view/compare/evolver";
import { createComparePool } from "#view/compare/pool";
import { run } from "../cli/run.ts";
import { addHidden, type Filled, fill, type Hidden, SECRET } from "./beside-hidden.ts";
import { NOW } from "./seed.ts";
import { siteOver } from "./site.ts";

/** Addresses of a route, made from what both stores have and what only one has. */
interface Case {
  /** Of the hidden articles alone: 410. */
  readonly own?: (hidden: Hidden) => readonly string[];
  /** Would show something of a hidden article if it were not hidden: the same as if it had never been. */
  readonly alike?: (filled: Filled, hidden: Hidden) => readonly string[];
  /** The same, but for what it says of the ledger. */
  readonly ledger?: (filled: Filled) => readonly string[];
  /** Says nothing of any article to anyone who is not signed in: asked for all the same. */
  readonly silent?: (hidden: Hidden) => readonly string[];
}

const article =
  (end: string) =>
  ({ plain, live }: Hidden) =>
    [plain, live].map((id) => `/articles/${id}${end}`);
const feeds = (of: string, query = "") => ["atom", "rss", "json"].map((format) => `${of}/feed.${format}${query}`);
const WORDS = ["zanzibarite", "lawyer", "market", "storm", '"21 per cent"', "tunnel"];
const searches = (to: (query: string) => readonly string[]) =>
  WORDS.flatMap((word) => to(`?${new URLSearchParams({ q: word })}`));
const FEED = ":feed{feed\\.(?:atom|rss|json)}";

/** By method and path as `ROUTES` has them. */
const CASES: Readonly<Record<string, Case>> = {
  "GET /": {
    alike: ({ sources }) => [
      "/",
      "/?order=rank",
      "/?order=rank&days=7",
      `/?source=${sources.ledger}`,
      "/?source=ledger",
      "/?before=9",
    ],
  },
  "GET /changes.json": {
    alike: ({ sources }) => [
      "/changes.json",
      "/changes.json?order=rank&days=7",
      `/changes.json?source=${sources.ledger}`,
      "/changes.json?before=9",
    ],
  },
  "GET /articles/:id": { own: article(""), alike: ({ shown }) => [`/articles/${shown.tunnel}?versions=all`] },
  "GET /articles/:id/evolution": { own: article("/evolution") },
  "GET /articles/:id/evolution.json": { own: article("/evolution.json") },
  "GET /articles/:id/looks": { own: article("/looks") },
  "GET /articles/:id/looks.json": { own: article("/looks.json") },
  "GET /articles/:id/versions/:number": {
    own: (hidden) => [...article("/versions/1")(hidden), `/articles/${hidden.plain}/versions/9`],
  },
  "GET /articles/:id/versions/:number/proof.json": {
    own: article("/versions/1/proof.json"),
    ledger: ({ shown }) => [`/articles/${shown.tunnel}/versions/1/proof.json`],
  },
  "GET /articles/:id/variants/:hash": { own: ({ variant }) => [`/articles/${variant.id}/variants/${variant.hash}`] },
  "GET /articles/:id/changes": { own: article("/changes?from=1&to=2") },
  "GET /articles/:id/changes/:pair": {
    own: (hidden) =>
      ["/changes/1..2", "/changes/2..1", "/changes/1..3?view=inline"].flatMap((end) => article(end)(hidden)),
    alike: ({ shown }) => [
      `/articles/${shown.tunnel}/changes/1..2`,
      `/articles/${shown.ferry}/changes/1..2?view=inline`,
    ],
  },
  "GET /sources": { alike: () => ["/sources", "/sources?q=harbour", "/sources?page=2"] },
  "GET /sources.json": { alike: () => ["/sources.json", "/sources.json?q=harbour"] },
  "GET /sources/:id": { alike: ({ sources }) => [`/sources/${sources.ledger}`, `/sources/${sources.sahifa}`] },
  "GET /search": { alike: () => searches((query) => [`/search${query}`]) },
  "GET /search.json": { alike: () => searches((query) => [`/search.json${query}`]) },
  "GET /health": { alike: () => ["/health"] },
  "GET /health.json": { alike: () => ["/health.json"] },
  "GET /ledger": { ledger: () => ["/ledger"] },
  "GET /ledger.json": { ledger: () => ["/ledger.json"] },
  "GET /about": { silent: () => ["/about"] },
  "GET /robots.txt": { silent: () => ["/robots.txt"] },
  [`GET /${FEED}`]: { alike: () => feeds("") },
  [`GET /sources/:id/${FEED}`]: { alike: ({ sources }) => feeds(`/sources/${sources.ledger}`) },
  [`GET /articles/:id/${FEED}`]: { own: (hidden) => feeds(`/articles/${hidden.plain}`) },
  [`GET /search/${FEED}`]: { alike: () => searches((query) => feeds("/search", query)) },
  "GET /websub/:key": { silent: ({ plain }) => [`/websub/${plain}`] },
  "POST /websub/:key": { silent: ({ plain }) => [`/websub/${plain}`] },
  "GET /sign-in": { silent: () => ["/sign-in"] },
  "POST /sign-in": { silent: () => ["/sign-in"] },
  "GET /operator": { silent: () => ["/operator"] },
  "POST /sign-out": { silent: () => ["/sign-out"] },
  "POST /operator/browsers/sign-out": { silent: () => ["/operator/browsers/sign-out"] },
  "POST /operator/browsers/:hash/sign-out": { silent: ({ plain }) => [`/operator/browsers/${plain}/sign-out`] },
  "POST /sources/:id/change": { silent: () => ["/sources/1/change"] },
  "POST /operator/add": { silent: () => ["/operator/add"] },
  "POST /articles/:id/look": { silent: article("/look") },
  "POST /articles/:id/hide": { silent: article("/hide") },
  "POST /articles/:id/changes/:pair/labels": { silent: article("/changes/1..2/labels") },
  "POST /articles/:id/unhide": { silent: article("/unhide") },
};

/** Commands that print for readers what the pages show. */
const COMMANDS: Readonly<Record<string, (filled: Filled) => readonly (readonly string[])[]>> = {
  articles: () => [
    ["--json", "--limit", "100"],
    ["--json", "--changed"],
    ["--json", "--source", "The Harbour Ledger"],
  ],
  search: () => WORDS.flatMap((word) => [[word], [word, "--json"]]),
  show: ({ shown }) =>
    [[], ["--looks"], ["--version", "1"], ["--change", "1..2"]].flatMap((part) => [
      [String(shown.tunnel), ...part],
      [String(shown.tunnel), ...part, "--json"],
    ]),
  sources: () => [["--json"], ["--feeds"], ["The Harbour Ledger"], ["The Harbour Ledger", "--json"]],
};
/** These are the operator's, or know no article. */
const OTHERS =
  `add article backup check collate demo doctor extract help hide import labels migrate reextract restore serve sign-in site source unhide
  verify web worker`.split(/\s+/);

const POLL = { ok: true, error: null, etag: null, lastModified: null };

const ACCEPTS = ["text/html", "application/json", "text/html;q=0.5, application/json, */*;q=0.1"];

suite("a hidden article leaves no trace", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-hidden-"));
  const placeOf = (name: string) => join(folder, name, "variorum.db");
  let beside: Filled;
  let never: Filled;
  let hidden: Hidden;
  let site: ReturnType<typeof siteOver>;
  let other: ReturnType<typeof siteOver>;

  before(async () => {
    for (const name of ["beside", "never"]) mkdirSync(join(folder, name));
    beside = await fill(placeOf("beside"));
    never = await fill(placeOf("never"));
    hidden = await addHidden(beside.store, beside.sources.ledger);
    for (const { store, feed } of [beside, never]) {
      // A look moved the instant at which the source was last read; the next poll moves it on.
      await store.writer.recordPoll(feed, { ...POLL, polledAt: NOW, dueAt: NOW + 900_000 });
      await store.closeDay(NOW);
    }
    site = siteOver(beside.store);
    other = siteOver(never.store);
  });
  after(() => rmSync(folder, { recursive: true }));

  const asked = async (of: typeof site, method: string, path: string, headers: Record<string, string>) => {
    const answer = await of.app.request(`http://localhost${path}`, {
      method,
      headers: { host: "localhost", ...headers },
    });
    return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
  };
  type Answered = Awaited<ReturnType<typeof asked>>;

  /** One address in every form, each asked for again under the conditions that its first answer allows. */
  async function forms(of: typeof site, method: string, path: string): Promise<readonly Answered[]> {
    const answers: Answered[] = [];
    const [bare, query = ""] = path.split(/(?=\?)/);
    const paths =
      method === "GET" && !/\.json$|^\/$|\/changes$|\/feed\./.test(bare!) ? [path, `${bare}.json${query}`] : [path];
    for (const each of paths)
      for (const verb of method === "GET" ? ["GET", "HEAD"] : [method])
        for (const accept of verb === "HEAD" ? ACCEPTS.slice(0, 2) : ACCEPTS) {
          const first = await asked(of, verb, each, { accept });
          const known = new Map(first.headers as [string, string][]);
          answers.push(first);
          for (const [condition, name] of [
            ["if-none-match", "etag"],
            ["if-modified-since", "last-modified"],
          ] as const)
            if (known.has(name)) answers.push(await asked(of, verb, each, { accept, [condition]: known.get(name)! }));
        }
    return answers;
  }

  test("every route has its case", () => {
    assert.deepEqual(
      ROUTES.map(({ method, path }) => `${method} ${path}`).filter((route) => !(route in CASES)),
      [],
      "an address that shows the hidden article, or the reason why none does",
    );
  });

  test("before it is hidden, each case shows it", async () => {
    for (const [route, { own, alike }] of Object.entries(CASES)) {
      for (const path of own?.(hidden) ?? []) assert.notEqual((await site.get(path)).status, 410, path);
      const paths = [...(own?.(hidden) ?? []), ...(alike?.(beside, hidden) ?? [])];
      const differ = [];
      for (const path of paths)
        differ.push((await (await site.get(path)).text()) !== (await (await other.get(path)).text()));
      if (paths.length > 0)
        assert.ok(differ.includes(true), `${route} shows nothing of the article that will be hidden`);
    }
  });

  test("hidden, it is 410 at its own addresses, and everything else is as if it had never been", async () => {
    for (const id of [hidden.plain, ...hidden.lively]) await beside.store.writer.hide(id, "zanzibarite", NOW);
    let conditional = 0;
    for (const [route, { own, alike, ledger, silent }] of Object.entries(CASES)) {
      const method = route.split(" ")[0]!;
      for (const path of own?.(hidden) ?? [])
        for (const answer of await forms(site, method, path)) {
          assert.equal(answer.status, 410, path);
          assert.doesNotMatch(JSON.stringify(answer), SECRET, path);
        }
      for (const path of [...(alike?.(beside, hidden) ?? []), ...(silent?.(hidden) ?? [])]) {
        const answers = await forms(site, method, path);
        conditional += answers.filter(({ status }) => status === 304).length;
        assert.deepEqual(answers, await forms(other, method, path), `${method} ${path}`);
      }
      for (const path of ledger?.(beside) ?? []) {
        const answers = await forms(site, method, path);
        const others = await forms(other, method, path);
        assert.deepEqual(
          answers.map(({ status }) => status),
          others.map(({ status }) => status),
        );
        assert.doesNotMatch(JSON.stringify(answers), SECRET, path);
      }
    }
    assert.ok(conditional > 20, `${conditional} answers were 304`);
  });

  test("what was compared before it was hidden is not given any more", async () => {
    const { collator, evolver } = comparing();
    const at = (number: number) => ({ articleId: hidden.plain, number });
    const heads = await beside.store.reader.versions(hidden.plain);
    await beside.store.writer.unhide(hidden.plain);
    assert.ok((await collator.compare(at(1), at(2)))?.ok);
    assert.ok((await evolver.evolution(hidden.plain, heads))?.ok);
    await beside.store.writer.hide(hidden.plain, "again", NOW);
    assert.equal(await collator.compare(at(1), at(2)), null);
    assert.equal(await evolver.evolution(hidden.plain, heads), null);
  });

  test("every command for readers prints the same", async () => {
    const { out } = await run(["help"]);
    const listed = [...out.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name]) => name!);
    assert.ok(listed.length > 10, out);
    assert.deepEqual(
      listed.filter((name) => !(name in COMMANDS) && !OTHERS.includes(name)),
      [],
      "a command for readers, or one of the others",
    );
    for (const { store } of [beside, never]) await store.close();
    const ran = (name: string, args: readonly string[]) => run(["--data", join(folder, name), ...args]);
    for (const [command, lines] of Object.entries(COMMANDS))
      for (const line of lines(beside)) {
        const printed = await ran("beside", [command, ...line]);
        assert.equal(printed.code, 0, printed.err);
        assert.deepEqual(printed, await ran("never", [command, ...line]), `${command} ${line.join(" ")}`);
      }
    const shown = await ran("beside", ["show", String(hidden.plain)]);
    assert.match(shown.out, /^Zanzibarite affair widens again\nhttps:.*\nHidden: again\n/);
    assert.doesNotMatch(shown.out, /lawyer/);
  });

  function comparing() {
    const comparePool = createComparePool();
    const reader = createPublicReader(beside.store.reader, "public");
    return {
      collator: createCollator(reader, comparePool, site.clock),
      evolver: createEvolver(reader, comparePool, site.clock),
    };
  }
});
