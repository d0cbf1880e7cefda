import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { RECORDS, type RecordName } from "#json/records";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { run } from "../cli/run.ts";
import { type Seeded, seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";

const PUBLIC_URL = "https://edits.example.org";

type Ids = Pick<Seeded, "ids" | "sources">;

/** The same thing on the web and on the command line. */
interface Case {
  readonly address: string;
  readonly command: readonly string[];
}

/** Null for records that only one of the two gives. */
const CASES: Readonly<Record<RecordName, ((ids: Ids) => readonly Case[]) | null>> = {
  article: ({ ids: { hidden: _, ...shown } }) =>
    Object.values(shown).map((id) => ({ address: `/articles/${id}.json`, command: ["show", String(id)] })),
  version: ({ ids: { ferry } }) =>
    [1, 2, 3].map((number) => ({
      address: `/articles/${ferry}/versions/${number}.json`,
      command: ["show", String(ferry), "--version", String(number)],
    })),
  change: ({ ids: { ferry, tunnel } }) =>
    [
      [ferry, "1..2"],
      [ferry, "1..3"],
      [tunnel, "1..2"],
    ].map(([id, pair]) => ({
      address: `/articles/${id}/changes/${pair}.json`,
      command: ["show", String(id), "--change", String(pair)],
    })),
  looks: ({ ids: { ferry } }) => [
    { address: `/articles/${ferry}/looks.json`, command: ["show", String(ferry), "--looks"] },
  ],
  search: () =>
    ["ferry", "harbour tunnel", "xylophone"].map((words) => ({
      address: `/search.json?q=${encodeURIComponent(words)}`,
      command: ["search", ...words.split(" ")],
    })),
  source: ({ sources: { ledger } }) => [
    { address: `/sources/${ledger}.json`, command: ["sources", "The Harbour Ledger"] },
    { address: `/sources/${ledger}.json`, command: ["sources", "ledger.example"] },
  ],
  sources: () => [{ address: "/sources.json", command: ["sources"] }],
  articles: null,
  changes: null,
  evolution: null,
  health: null,
  ledger: null,
  proof: null,
  variant: null,
};

suite("the web and the command line print the same object", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-same-"));
  let seeded: Seeded;
  let store: Store;
  let site: ReturnType<typeof siteOver>;

  before(async () => {
    seeded = await seed();
    await seeded.store.backup(join(folder, "variorum.db"));
    store = await openStore(join(folder, "variorum.db"));
    site = siteOver(store, { publicUrl: PUBLIC_URL });
  });
  after(async () => {
    await store.close();
    await seeded.store.close();
    rmSync(folder, { recursive: true });
  });

  const printed = (...command: readonly string[]) =>
    run([...command, "--data", folder, "--json"], {
      variables: { VARIORUM_PUBLIC_URL: PUBLIC_URL },
      clock: site.clock,
    });

  for (const [name, cases] of Object.entries(CASES) as [RecordName, (typeof CASES)[RecordName]][])
    if (cases)
      test(name, async () => {
        for (const { address, command } of cases(seeded)) {
          const answer = await site.get(address);
          assert.equal(answer.status, 200, address);
          const web = (await answer.json()) as { schema: string };
          const { code, out, err } = await printed(...command);
          assert.equal(code, 0, err);
          assert.deepEqual(JSON.parse(out), web, command.join(" "));
          assert.equal(web.schema, `variorum/${name}/1`);
          assert.match(out, /https:\/\/edits\.example\.org\/|"(?:hits|sources)": \[\]/, "addresses of the public site");
        }
      });

  test("articles has the articles of readers, as its schema says", async () => {
    const { out } = await printed("articles");
    const record = RECORDS.articles.parse(JSON.parse(out));
    const { hidden, ...shown } = seeded.ids;
    assert.deepEqual(record.articles.map(({ id }) => id).toSorted(), Object.values(shown).toSorted());
    const article = JSON.parse((await printed("show", String(shown.ferry))).out);
    const listed = record.articles.find(({ id }) => id === shown.ferry)!;
    for (const field of ["url", "page", "headline", "status", "firstSeenAt", "publishedAt", "nextLookAt"] as const)
      assert.deepEqual(listed[field], article[field], field);
    assert.equal(listed.versions, article.versions.length);
  });

  test("a hidden article is a report to the operator, without its texts", async () => {
    const { hidden } = seeded.ids;
    const { out } = await printed("show", String(hidden));
    const report = JSON.parse(out);
    assert.equal(report.schema, "variorum/hidden-article/1");
    assert.deepEqual([report.id, report.hidden, report.hiddenReason], [hidden, true, "a court asked for it"]);
    assert.deepEqual(JSON.parse((await printed("show", String(hidden), "--version", "1")).out), report);
    const list = JSON.parse((await printed("articles", "--hidden")).out);
    assert.equal(list.schema, "variorum/hidden/1");
    assert.deepEqual(
      list.articles,
      [{ ...report, schema: undefined }].map(({ schema: _, ...rest }) => rest),
    );
  });

  test("without a public address, addresses begin with host and port of the settings", async () => {
    const bare = await run(["show", String(seeded.ids.ferry), "--data", folder, "--json"], {
      variables: { VARIORUM_HOST: "::", VARIORUM_PORT: "8123" },
    });
    assert.match(bare.out, new RegExp(`"page": "http://localhost:8123/articles/${seeded.ids.ferry}"`));
  });
});

suite("reports of commands", () => {
  const REPORTING = [
    ["doctor", "doctor"],
    ["verify", "verify"],
    ["site", "sites"],
    ["sign-in", "sign-in"],
    ["backup", "backup"],
  ] as const;

  test("name their schema first", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "variorum-reports-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const { store } = await seed();
    await store.backup(join(folder, "variorum.db"));
    await store.close();
    for (const [command, name] of REPORTING) {
      const { out } = await run([command, "--data", folder, "--json"]);
      assert.equal(Object.keys(JSON.parse(out))[0], "schema", command);
      assert.equal(JSON.parse(out).schema, `variorum/${name}/1`, command);
    }
  });
});
