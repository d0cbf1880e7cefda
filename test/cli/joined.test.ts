import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, type TestContext, test } from "node:test";
import { proofJson } from "#json/proof";
import { DAY_MS } from "#lib/clock";
import type { VersionProof } from "#model/ledger";
import { openStore } from "#store/open";
import { openRig } from "../engine/rig.ts";
import { joinBoth, LEADS, NEW, OLD, twoStrands } from "../engine/strands.ts";
import { testServer } from "../store/postgres/server.ts";
import { type Ran, run } from "./run.ts";

const server = testServer();
const proofText = (proof: VersionProof) => JSON.stringify(proofJson(proof, (path) => `http://localhost${path}`));

interface Made {
  readonly base: string;
  readonly elder: number;
  readonly younger: number;
  /** Of both articles' first versions, made before they were joined. */
  readonly proofs: readonly string[];
}

/** A store with two articles of one text, sealed, then joined, and sealed again. */
async function joinedIn(place: string): Promise<Made> {
  const closing: (() => unknown)[] = [];
  const context = { after: (close: () => unknown) => void closing.push(close) } as unknown as TestContext;
  const rig = await openRig(context, {}, place);
  const both = await twoStrands(rig);
  await rig.store.closeDay(rig.clock.now());
  const proofs = await Promise.all(
    [both.elder, both.younger].map(async (id) => proofText((await rig.store.reader.versionProof(id, 1))!)),
  );
  await joinBoth(rig, both);
  rig.clock.advance(DAY_MS);
  await rig.store.closeDay(rig.clock.now());
  for (const close of closing) await close();
  return { base: rig.base, ...both, proofs };
}

for (const database of ["SQLite", "PostgreSQL"] as const)
  suite(`articles that were joined, from the command line, over ${database}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "variorum-joined-"));
    const data = join(folder, "data");
    const isServer = database === "PostgreSQL";
    let url = "";
    let made: Made;
    before(async () => {
      mkdirSync(data);
      if (isServer) url = await server.freshDatabase();
      made = await joinedIn(isServer ? url : join(data, "variorum.db"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const variorum = (args: readonly string[], dataDir = data, at = url): Promise<Ran> =>
      run([...args, "--data", dataDir], { cwd: folder, variables: isServer || at !== "" ? { DATABASE_URL: at } : {} });
    const done = async (args: readonly string[], dataDir?: string, at?: string): Promise<string> => {
      const { code, out, err } = await variorum(args, dataDir, at);
      assert.equal(code, 0, `${args.join(" ")}: ${out}${err}`);
      return out;
    };

    /** What has to hold of the data wherever they are. */
    async function holds(dataDir = data, at = url): Promise<void> {
      const verified = JSON.parse(await done(["verify", "--json"], dataDir, at)) as { readonly problems: readonly [] };
      assert.deepEqual(verified.problems, []);
      const { findings } = JSON.parse((await variorum(["doctor", "--json"], dataDir, at)).out) as {
        readonly findings: readonly { readonly subject: string; readonly text: string }[];
      };
      assert.match(
        findings.find(({ subject }) => subject === "data")!.text,
        /^intact: 1 source, 1 article, 2 versions/,
      );
      const { joins } = JSON.parse(await done(["article", String(made.elder), "--json"], dataDir, at));
      assert.deepEqual(
        joins.map(({ younger, elder, why, undoneAt }: Record<string, unknown>) => [younger, elder, why, undoneAt]),
        [[made.younger, made.elder, "redirect", null]],
      );
      const store = await openStore(at === "" ? join(dataDir, "variorum.db") : at);
      const proofs = await Promise.all(
        [made.elder, made.younger].map((id) => store.reader.versionProof(id as never, 1)),
      );
      const { versions } = await store.reader.history(made.elder as never);
      await store.close();
      assert.deepEqual(
        proofs.map((proof) => proofText(proof!)),
        made.proofs,
      );
      assert.deepEqual(
        versions.map(({ articleId, place }) => [articleId, place]),
        [
          [made.elder, 1],
          [made.younger, 2],
        ],
      );
    }

    test("are one in every list, and by any of their addresses and numbers", async () => {
      const { articles } = JSON.parse(await done(["articles", "--json"])) as {
        readonly articles: readonly { readonly id: number; readonly versions: number }[];
      };
      assert.deepEqual(
        articles.map(({ id }) => id),
        [made.elder],
      );
      assert.match(await done(["articles"]), /three-weeks\s+2\s/);
      assert.equal((await done(["articles", "--changed"])).split("\n").length, 2);
      const { hits } = JSON.parse(await done(["search", "spokeswoman", "--json"])) as {
        readonly hits: readonly object[];
      };
      assert.equal(hits.length, 1);
      const shown = await Promise.all(
        [made.base + OLD, made.base + NEW, String(made.elder), String(made.younger)].map((name) =>
          done(["show", name]),
        ),
      );
      assert.equal(new Set(shown).size, 1);
      assert.match(shown[0]!, /changed once/);
      assert.match(shown[0]!, /VERSIONS\n {4}1 .*first.*\n.*\n {4}2 /);
      assert.match(shown[0]!, new RegExp(`Article ${made.younger} was joined with article ${made.elder}`));
    });

    test("show a version and a change by the places in the history", async () => {
      for (const name of [String(made.elder), String(made.younger), made.base + OLD]) {
        for (const place of [1, 2]) {
          const text = await done(["show", name, "--version", String(place)]);
          assert.ok(text.replace(/\s+/g, " ").includes(LEADS[place - 1]!), text);
        }
        const change = await done(["show", name, "--change", "1..2"]);
        assert.match(change, /^Version 1, last seen .*; version 2, first seen/);
      }
      assert.equal((await variorum(["show", String(made.younger), "--version", "3"])).code, 3);
      assert.match(await done(["show", String(made.younger), "--looks"]), /one article/);
    });

    test("are whole in the copy, in what is restored from it, and over there", async () => {
      await holds();
      const copy = join(folder, isServer ? "copy.dump" : "copy.db");
      await done(["backup", copy]);
      const other = join(folder, "other");
      const there = isServer ? await server.emptyDatabase() : "";
      await done(["restore", copy], other, there);
      await holds(other, there);
      if (isServer) return;
      const moved = await server.emptyDatabase();
      await done(["migrate", "--to", moved]);
      await holds(join(folder, "moved"), moved);
    });

    test("have proofs that hold before and after", async () => {
      for (const [at, proof] of made.proofs.entries()) {
        const file = join(folder, `${at}.json`);
        writeFileSync(file, proof);
        assert.match(await done(["verify", "--proof", file]), /^valid/);
      }
    });

    test("are separated by hand, and then both are whole and watched", async () => {
      const nothing = await variorum(["article", String(made.elder), "--separate", "77"]);
      assert.deepEqual([nothing.code, /It was not joined with 77/.test(nothing.err)], [3, true]);
      const said = await done(["article", made.base + OLD, "--separate", String(made.younger)]);
      assert.match(said, /Undone on /);
      assert.equal((await variorum(["article", made.base + NEW, "--separate"])).code, 3, "it was joined with no other");
      const { articles } = JSON.parse(await done(["articles", "--json"])) as {
        readonly articles: readonly { readonly id: number; readonly url: string; readonly status: string }[];
      };
      assert.deepEqual(
        articles.map(({ id, url, status }) => [id, url, status]),
        [
          [made.younger, made.base + NEW, "watched"],
          [made.elder, made.base + OLD, "watched"],
        ],
      );
      assert.match(await done(["show", made.base + OLD]), /never changed/);
      const verified = JSON.parse(await done(["verify", "--json"])) as { readonly problems: readonly [] };
      assert.deepEqual(verified.problems, []);
      assert.match((await variorum(["doctor"])).out, /intact: 1 source, 2 articles, 2 versions/);
    });
  });
