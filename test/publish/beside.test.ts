import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { playDecided } from "./decided.ts";
import { texts } from "./dom.ts";
import { playLively } from "./lively.ts";
import { NOW, textFrom } from "./seed.ts";
import { openSite } from "./site.ts";

const open = async (t: TestContext) => {
  const site = await openSite(t);
  return { ...site, lively: await playLively(site.store, site.sources.ledger) };
};

interface VariantJson {
  readonly hash: string;
  readonly url: string;
  readonly state: string;
  readonly rule: string;
  readonly besideVersion: number;
  readonly looks: number;
}

const flat = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

test("a held text is shown with its instants and never as an edit; what it would change can be read", async (t) => {
  const { text, lively } = await open(t);
  const article = await text(`/articles/${lively.held}`);
  assert.equal(
    flat(texts(article, "div", "standing")[0]),
    "A new text was seen at 16:29 UTC. It is looked at again at 16:30 UTC before it counts. What it would change",
  );
  assert.equal(texts(article, "dd")[1], "not so far");
  assert.match(
    flat(texts(article, "li", "look")[0]),
    /^16:29 New text, held A new text, seen once; it must be seen once more, and stay for 90 seconds/,
  );
  const [path] = /\/articles\/\d+\/variants\/[0-9a-f]{16}/.exec(article)!;
  const page = await text(path);
  assert.match(
    flat(texts(page, "section", "verdict")[0]),
    /^This text is on the page now\. It becomes a version if later looks see it again\./,
  );
  // The removed word is there twice: beside the new text, and within it for narrow screens.
  assert.deepEqual([texts(page, "del"), texts(page, "ins")], [["12", "12"], ["21"]]);
  assert.doesNotMatch(await text("/"), /Harbour toll/);
});

test("what a held text is called follows from what differs and from the rule that holds it", async (t) => {
  const { text, store, sources } = await open(t);
  const story = {
    headline: "Ferry fares to rise",
    standfirst: "From May on",
    body: ["Fares rise by a tenth.", "The board said so on Friday."],
  };
  const cases: readonly (readonly [string, Partial<typeof story>, RegExp])[] = [
    ["headline", { headline: "Why ferry fares rise" }, /^A new headline was seen/],
    ["standfirst", { standfirst: "Commuters are angry" }, /^A new standfirst was seen/],
    ["body", { body: [story.body[0]!, "The board said so on Friday evening."] }, /^A new text was seen/],
    ["cut", { body: ["Fares."] }, /^A much shorter text was seen .* which may be a pay wall or a fault\./],
  ];
  for (const [slug, change, wanted] of cases) {
    const looks = [story, { ...story, ...change }].map((each, i) => ({
      at: NOW - (20 - i) * MINUTE_MS,
      text: textFrom(each),
    }));
    const id = await playDecided(store, sources.ledger, `https://ledger.example/fares/${slug}`, looks);
    assert.match(flat(texts(await text(`/articles/${id}`), "div", "standing")[0]), wanted, slug);
  }
});

test("a headline that alternates is shown with both texts, how often and when last; a cut text passes quietly", async (t) => {
  const { text, get, lively } = await open(t);
  const article = await text(`/articles/${lively.headlines}`);
  assert.match(article, /The headline alternates between two texts\./);
  const turns = texts(article, "ul", "turns")[0]!;
  assert.match(flat(turns), /^Market hall to close for two years Version 1, last seen 21 Nov 2026, 15:55 UTC/);
  assert.match(
    flat(turns),
    /Would you context on the quay for two years\? Variant, seen three times, last seen 21 Nov 2026, 15:00 UTC$/,
  );
  assert.match(article, /1 text passed without becoming a version/);
  assert.match(article, /a text without most of its body, as behind a pay wall/);
  assert.equal((await get(`/articles/${lively.headlines}/changes/1..2`)).status, 404);
  const { variants, alternation } = (await (await get(`/articles/${lively.headlines}.json`)).json()) as {
    variants: VariantJson[];
    alternation: { headlinesOnly: boolean; texts: { version: number | null; variant: string | null; looks: number }[] };
  };
  assert.equal(alternation.headlinesOnly, true);
  assert.deepEqual(
    alternation.texts.map(({ version, variant, looks }) => [version, variant, looks]),
    [
      [1, null, null],
      [null, variants[0]!.hash, 3],
    ],
  );
  assert.deepEqual(
    variants.map(({ state, rule, besideVersion, looks }) => [state, rule, besideVersion, looks]),
    [
      ["alternating", "return", 1, 3],
      ["passing", "collapse", 1, 1],
    ],
  );
  const one = (await (await get(`${new URL(variants[0]!.url).pathname}.json`)).json()) as {
    blocks: object[];
    summary: { headlineChanged: boolean };
  };
  assert.equal(one.blocks.length, 3);
  assert.equal(one.summary.headlineChanged, true);
});

test("versions that alternate are shown together, in the tense that holds", async (t) => {
  const { text, ids } = await open(t);
  const page = await text(`/articles/${ids.tunnel}`);
  assert.match(page, /The page alternated between two texts\./);
  assert.match(flat(texts(page, "ul", "turns")[0]), /Version 1, last seen .* Version 2, last seen/);
});

test("what stands in place of the text is said in words, with the evidence and since when", async (t) => {
  const { text, lively } = await open(t);
  const article = await text(`/articles/${lively.walled}`);
  assert.match(
    flat(texts(article, "div", "standing")[0]),
    /^Walled off since 14:20 UTC, at 3 looks in a row: The text stands behind a wall \(.*“Subscribe to read on”/,
  );
  const looks = texts(article, "li", "look").map(flat);
  assert.match(looks[0]!, /^14:20–16:00 Walled off at 3 looks The text stands behind a wall/);
  assert.match(looks[1]!, /^16:00 Walled off/, "each of them unfolds");
});

test("an article of which no text was ever read says what was there instead", async (t) => {
  const { text, store, sources } = await open(t);
  const reason = "the address serves application/pdf, not a page";
  const look = { at: NOW - 9 * MINUTE_MS, outcome: "error" as const, reason };
  const id = await playDecided(store, sources.ledger, "https://ledger.example/annual-report", [look]);
  const page = await text(`/articles/${id}`);
  assert.equal(
    flat(texts(page, "div", "standing")[0]),
    "Failed when last looked at, 16:21 UTC: The address serves application/pdf, not a page.",
  );
  assert.match(page, /No text could be read yet\./);
});

test("the JSON of an article tells what stands in place of the text, and a live page's run", async (t) => {
  const { get, lively } = await open(t);
  const read = async (id: number) =>
    (await (await get(`/articles/${id}.json`)).json()) as {
      unread: { looks: number; outcome: string; reason: { code: string; quote: string; text: string } } | null;
      running: object | null;
    };
  const walled = await read(lively.walled);
  assert.deepEqual([walled.unread?.looks, walled.unread?.outcome, walled.running], [3, "walled", null]);
  assert.match(walled.unread!.reason.text, /Subscribe to read on/);
  const live = await read(lively.live);
  assert.equal(live.unread, null);
  assert.deepEqual(live.running, { from: 1, versions: 6, since: "2026-11-21T12:10:00.000Z" });
});

test("the log of looks is JSON too, page by page", async (t) => {
  const { get, ids } = await open(t);
  const log = (await (await get(`/articles/${ids.ferry}/looks.json`)).json()) as {
    looks: {
      at: string;
      outcome: string;
      decision: string;
      reason: { code: string; text: string };
      version: number | null;
      status: number;
    }[];
    next: string | null;
  };
  assert.equal(log.looks.length, 9);
  assert.deepEqual(log.next, null);
  const { at, outcome, decision, version, status } = log.looks[1]!;
  assert.deepEqual([at, outcome, decision, version, status], ["2026-11-21T16:02:00.000Z", "changed", "new", 3, 200]);
});

test("a text that is not kept is not found", async (t) => {
  const { get, lively } = await open(t);
  for (const hash of ["0123456789abcdef", "x", "__proto__"])
    assert.equal((await get(`/articles/${lively.held}/variants/${hash}`)).status, 404, hash);
});
