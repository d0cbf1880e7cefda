import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { see } from "#engine/look/observation";
import { SiteMemories } from "#engine/look/site-memory";
import { DEFAULT_SETTINGS } from "#engine/settings";
import type { ReadJob } from "#engine/threads/worker";
import { openWorkshop, type Workshop } from "#engine/threads/workshop";
import { NO_TEMPLATE } from "#extract/site/template";
import { reasonOf } from "#model/failure";
import { reasonText } from "#words/reasons";
import { openRig } from "./rig.ts";

const SAID = "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said.";
const PAGE = `<title>Harbour shut</title><article><h1>Harbour shut</h1><p>${SAID}</p><p>${SAID}</p></article>`;
/** No page can be read in this. */
const NO_TIME = { cpuMs: 1, wallMs: 20_000 };

const ANSWER = {
  status: 200,
  hops: [],
  headers: {},
  validators: { etag: null, lastModified: null },
  sentAt: 1,
  tookMs: 1,
};

const jobOf = (html: string): ReadJob => ({
  bytes: Buffer.from(html),
  contentType: "text/html; charset=utf-8",
  url: "https://gazette.example/harbour",
  site: NO_TEMPLATE,
  seenAt: null,
});

function openedWorkshop(t: TestContext, ...args: Parameters<typeof openWorkshop>): Workshop {
  const workshop = openWorkshop(...args);
  t.after(() => workshop.close());
  return workshop;
}

test("a thread reads a page as this one does", async (t) => {
  const [there, here] = [openedWorkshop(t, 1), openWorkshop(0)];
  assert.deepEqual(await there.read(jobOf(PAGE)), await here.read(jobOf(PAGE)));
});

const HEAVY = 10_000_000;
const repeated = (text: string): string => text.repeat(Math.ceil(HEAVY / text.length));

/** Pages of 10 MB, and whether each is an article: big alone is no fault. */
const BIG: readonly (readonly [string, () => string, RegExp])[] = [
  [
    "an article with 9.9 MB of state for its scripts",
    () => `${PAGE}<script type="application/json">${repeated('{"a":[1,2,"<p>"]},')}</script>`,
    /^article/,
  ],
  ["an article of ten million letters", () => `${PAGE}<p>${repeated(`${SAID} `)}</p>`, /^article/],
  ["a million elements", () => "<i>a</i>".repeat(1_000_000), /^error: the page has more than 400000 elements/],
  [
    "elements nested a million deep",
    () => "<div>".repeat(1_000_000),
    /^error: elements of the page are nested more than 1500 deep/,
  ],
  ["an attribute of ten million letters", () => `<p title="${"a".repeat(HEAVY)}">x</p>${PAGE}`, /^article/],
];

test("pages of 10 MB are read within the limits, or refused in words", async (t) => {
  const workshop = openedWorkshop(t, 1);
  for (const [name, page, expected] of BIG) {
    const read = await workshop.read(jobOf(page()));
    const { state, stateReason } = read.ok
      ? read.value.document
      : { state: "failed", stateReason: reasonOf(read.failure) };
    assert.match(`${state}: ${stateReason && reasonText(stateReason)}`, expected, name);
  }
});

test("a page that takes too long is given up in words, and the next is read", async (t) => {
  const hasty = openedWorkshop(t, 1, NO_TIME);
  const long = `${PAGE}${`<p>${SAID}</p>`.repeat(20_000)}`;
  const [late, alsoLate] = await Promise.all([hasty.read(jobOf(long)), hasty.read(jobOf(long))]);
  for (const read of [late, alsoLate])
    assert.deepEqual(read.ok ? null : [read.failure.code, read.failure.message], [
      "page-too-heavy",
      "Reading the page took more than 0.001 s of processor time and was stopped.",
    ]);
});

test("such a page is nothing to see, and the reason is recorded", async (t) => {
  const rig = await openRig(t);
  const watched = (await rig.store.reader.watched(await rig.article("/heavy")))!;
  const body = Buffer.from(`${PAGE}${`<p>${SAID}</p>`.repeat(20_000)}`);
  const fetched = { ok: true, value: { ...ANSWER, url: watched.article.url, body } } as const;
  const context = {
    sites: new SiteMemories(rig.store.reader),
    workshop: openedWorkshop(t, 1, NO_TIME),
    settings: DEFAULT_SETTINGS,
  };
  assert.deepEqual(await see(context, watched, fetched), {
    kind: "nothing",
    verdict: {
      outcome: "error",
      met: "failed",
      reason: { code: "page-too-heavy", task: "read", limit: "cpu-ms", max: 1 },
    },
  });
});
