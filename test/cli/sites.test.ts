import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { zstdCompressSync } from "node:zlib";
import { extractWithTrace } from "#extract/extract";
import { learn, traceToKeep } from "#extract/site/learn";
import { type ArticleTrace, EMPTY_MEMORY, type SiteMemory } from "#extract/site/memory";
import { sectionOf } from "#extract/site/section";
import { NO_RULES } from "#extract/site/template";
import { templateFor } from "#extract/site/view";
import { HOUR_MS, systemClock } from "#lib/clock";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import { sentence, sitePage, urlOf } from "../extract/site-pages.ts";
import { type Ran, run } from "./run.ts";

const SECTION = sectionOf(urlOf(1));
const ABOUT = "The Gazette has been printed on the island since 1902 and belongs to a trust of its readers.";

/** What a site teaches in three rounds over twelve articles, and a redesign after them. */
function taught(): SiteMemory {
  let memory = EMPTY_MEMORY;
  const traces = new Map<number, ArticleTrace>();
  for (let at = 0; at < 40; at++) {
    const article = at < 36 ? 1 + (at % 12) : 100 + at;
    const previous = traces.get(article) ?? null;
    const made = {
      article,
      inside: `<div class="beside"><p>In other matters: ${sentence(9_000 + at)}</p></div>`,
      after: `<p class="services">${ABOUT}</p>`,
      ...(at >= 36 && { box: '<div class="text-column">' }),
    };
    const site = templateFor({ memory, rules: NO_RULES, generation: 1 }, SECTION, previous);
    const { trace } = extractWithTrace(sitePage(made), { url: urlOf(article), site });
    memory = learn(memory, { trace, section: SECTION, article, previous, at: systemClock.now() - HOUR_MS });
    traces.set(article, traceToKeep(trace, traces.get(article) ?? null));
  }
  return memory;
}

suite("variorum site and reextract", () => {
  let folder: string;
  const variorum = (...args: string[]): Promise<Ran> =>
    run([...args, "--data", folder], { cwd: folder, variables: { VARIORUM_THREADS: "0" } });
  const json = async <T>(...args: string[]): Promise<T> => {
    const ran = await variorum(...args, "--json");
    assert.equal(ran.code, 0, ran.err);
    return JSON.parse(ran.out) as T;
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-sites-"));
    const store = await openStore(join(folder, "variorum.db"));
    const memory = zstdCompressSync(JSON.stringify(taught()));
    await store.writer.saveSite({ key: "gazette.example", memory, revision: 0, raise: true });
    const homeUrl = "https://gazette.example/";
    await store.writer.addSource({ name: "Gazette", homeUrl, patterns: NO_PATTERNS }, systemClock.now());
    await store.close();
  });
  after(() => rmSync(folder, { recursive: true }));

  test("says where the text is, what is left out and when a template stopped matching", async () => {
    const { code, out } = await variorum("site", "www.gazette.example");
    assert.equal(code, 0);
    for (const part of [
      /gazette\.example: learned from 40 looks, template generation 1/,
      /gazette\.example\/town \(16 articles/,
      /no element has been the text/,
      new RegExp(`"${ABOUT.slice(0, 60)}`),
      /p\.services; in 16 articles, left out \d+ times/,
      /div\.beside>p\n {4}changed alone at 100 % of looks/,
      /Alarms\n {2}\d+ [A-Z][a-z]+ 20\d\d, .* UTC, .* only 80 % matched .*div\.body/,
    ])
      assert.match(out, part);
  });

  test("lists sites, and reports the alarm beside the sources", async () => {
    assert.match((await variorum("site")).out, /gazette\.example +40 +0 +2 blocks +0 +1/);
    assert.match((await variorum("sources")).out, /Pages of gazette\.example\/town stopped matching/);
  });

  test("sets rules and takes them back; a bad selector changes nothing", async () => {
    type Report = { rules: object; generation: number };
    const set = await json<Report>(
      "site",
      "gazette.example",
      "--drop",
      "aside ",
      "--take",
      "div.body",
      "--drop",
      ".x > p",
    );
    assert.deepEqual([set.rules, set.generation], [{ take: ["div.body"], drop: ["aside", ".x > p"] }, 2]);
    const bad = await variorum("site", "gazette.example", "--drop", "p:hover");
    assert.deepEqual([bad.code, /":hover" is no part/.test(bad.err)], [2, true]);
    const fewer = await json<Report>("site", "gazette.example", "--remove-rule", "aside");
    assert.deepEqual(fewer.rules, { take: ["div.body"], drop: [".x > p"] });
    assert.equal((await variorum("site", "gazette.example", "--remove-rule", "aside")).code, 3);
    assert.equal((await variorum("site", "--drop", "aside")).code, 2);
    assert.equal((await variorum("site", "nobody.example")).code, 3);
  });

  test("a rule for a site that was never met is kept for when it is", async () => {
    const { rules } = await json<{ rules: { drop: string[] } }>("site", "new.example", "--drop", "aside");
    assert.deepEqual(rules.drop, ["aside"]);
  });

  test("forgets what was learned and keeps the rules", async () => {
    const left = await json<{ looks: number; rules: { drop: string[] } }>("site", "gazette.example", "--forget");
    assert.deepEqual([left.looks, left.rules.drop], [0, [".x > p"]]);
    assert.equal((await variorum("site", "gazette.example", "--forget")).code, 3);
  });

  test("reextract asks which articles, and counts", async () => {
    assert.equal((await variorum("reextract")).code, 2);
    assert.equal((await variorum("reextract", "--all", "--article", "1")).code, 2);
    assert.equal((await variorum("reextract", "--source", "nobody.example")).code, 3);
    assert.match((await variorum("reextract", "--all", "--dry-run")).out, /0 versions of 0 articles/);
    assert.equal((await json<{ read: number }>("reextract", "--source", "gazette.example")).read, 0);
  });
});
