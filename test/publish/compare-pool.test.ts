import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { systemClock } from "#lib/clock";
import { fail, ok, type Result } from "#model/failure";
import type { VersionText } from "#model/version";
import { collatePair, collateWhole } from "#view/compare/collated";
import { createCollator } from "#view/compare/collator";
import { type ComparePool, createComparePool } from "#view/compare/pool";
import { seed } from "./seed.ts";
import { openSite, siteOver } from "./site.ts";

const text = (words: string, paragraphs: number): VersionText => ({
  headline: `Live: ${words}`,
  standfirst: null,
  corrections: [],
  blocks: Array.from({ length: paragraphs }, (_, i) => ({
    kind: "paragraph",
    text: `Report ${i}: at ${i % 24}:30 the harbour office counted ${i * 7} boats, ${words}, and went on counting.`,
  })),
});

const PAIR = { old: text("all of them white", 40), now: text("none of them white", 44), language: "en" };
const WHOLE = [PAIR.old, PAIR.now].map((each, i) => ({ number: i + 1, text: each }));

/** Whether others had a turn before the answer came. */
async function letsOthersIn(work: () => Promise<unknown>): Promise<boolean> {
  let turn = false;
  setImmediate(() => {
    turn = true;
  });
  await work();
  return turn;
}

test("long texts are collated in a thread and read like short ones, which are collated at once", async () => {
  const here = createComparePool();
  const elsewhere = createComparePool({ here: 100 });
  assert.equal(await letsOthersIn(() => here.pair(PAIR)), false);
  assert.equal(await letsOthersIn(() => elsewhere.pair(PAIR)), true);
  assert.equal(await letsOthersIn(() => elsewhere.whole(WHOLE)), true);
  assert.deepEqual(await elsewhere.pair(PAIR), ok(collatePair(PAIR)));
  assert.deepEqual(await elsewhere.whole(WHOLE), ok(collateWhole(WHOLE)));
});

test("a pair that many ask for at a time is collated once", async (t) => {
  const { store, ids } = await openSite(t);
  const real = createComparePool();
  let pairs = 0;
  const counting: ComparePool = {
    ...real,
    pair: (job) => {
      pairs++;
      return real.pair(job);
    },
  };
  const collator = createCollator(store.reader, counting, systemClock);
  const ferry = (number: number) => ({ articleId: ids.ferry, number });
  const [first, second] = await Promise.all([
    collator.compare(ferry(1), ferry(2)),
    collator.compare(ferry(1), ferry(2)),
  ]);
  assert.equal(pairs, 1);
  assert.ok(first?.ok && second?.ok && first.value === second.value);
  assert.equal(await collator.compare(ferry(1), ferry(9)), null);
});

const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.code);

test("what reaches a limit says which, and what comes after is compared", async () => {
  const hurried = createComparePool({ here: 0, timeMs: 1 });
  assert.equal(codeOf(await hurried.pair(PAIR)), "out-of-time");
  assert.equal(codeOf(await hurried.whole(WHOLE)), "out-of-time");
  const small = createComparePool({ here: 0, heapMb: 20 });
  const huge = { old: text("all of them white", 20_000), now: text("none of them grey", 20_000), language: "en" };
  assert.equal(codeOf(await small.pair(huge)), "out-of-memory");
  const crowded = createComparePool({ here: 0, queue: 1 });
  const answers = await Promise.all(Array.from({ length: 9 }, () => crowded.pair(PAIR)));
  assert.deepEqual(new Set(answers.map(codeOf)), new Set(["ok", "busy"]));
  assert.equal(codeOf(await crowded.pair(PAIR)), "ok");
});

test("a page that cannot be made just now says so, when to ask again, and what can be read meanwhile", async (t) => {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  const { ferry } = seeded.ids;
  const comparePool = createComparePool({ here: 0, timeMs: 1 });
  const { get } = siteOver(seeded.store, {}, { comparePool });
  for (const path of ["changes/1..2", "changes/1..2.json", "evolution", "evolution.json"]) {
    const answer = await get(`/articles/${ferry}/${path}`);
    assert.equal(answer.status, 503, path);
    assert.equal(answer.headers.get("retry-after"), "60");
    assert.match(await answer.text(), /longer than a page may take/);
  }
  const page = await (await get(`/articles/${ferry}/changes/1..2`)).text();
  assert.match(page, new RegExp(`href="/articles/${ferry}/versions/2"`));
});

test("a feed lacks the differences there was no room for, asks for no second one, and is not confirmed by 304", async (t) => {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  let asked = 0;
  const real = createComparePool();
  const full: ComparePool = {
    ...real,
    pair: async () => {
      asked++;
      return fail("later", "busy", "Many long texts are being compared at this moment.", 10_000);
    },
  };
  const { get } = siteOver(seeded.store, {}, { comparePool: full });
  for (const path of ["/feed.json", "/search/feed.json?q=tunnel"]) {
    asked = 0;
    const answer = await get(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("etag"), null);
    const { items } = (await answer.json()) as { items: { content_html: string }[] };
    assert.ok(items.length > 0 && items.every((item) => item.content_html !== ""));
    assert.equal(asked, 1, path);
  }
});

test("a thread without work does not keep the program from ending", async () => {
  const program = `(async () => {
    const { createComparePool } = await import("#view/compare/pool");
    const text = { headline: "Ten died.", standfirst: null, corrections: [], blocks: [] };
    const { value: { summary } } = await createComparePool({ here: 0 }).pair({ old: text, now: { ...text, headline: "Two died." }, language: "en" });
    console.log(summary.headlineChanged);
  })()`;
  const QUICK_MS = 15_000;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
    cwd: new URL("../..", import.meta.url),
    timeout: QUICK_MS,
  });
  assert.equal(stdout.trim(), "true");
});
