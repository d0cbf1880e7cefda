import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import type { ChangeSummary } from "#model/change";
import type { VersionText } from "#model/version";
import { playDecided } from "./decided.ts";
import { attribute, elementsOf, texts, visibleText } from "./dom.ts";
import { playLively } from "./lively.ts";
import { NOW, textFrom } from "./seed.ts";
import { openSite } from "./site.ts";

const open = async (t: TestContext) => {
  const site = await openSite(t);
  return { ...site, lively: await playLively(site.store, site.sources.ledger) };
};

test("a version tells its section, credits and picture; the picture is a link and nothing is fetched", async (t) => {
  const { text, lively } = await open(t);
  const page = await text(`/articles/${lively.live}/versions/6`);
  const facts = Object.fromEntries(texts(page, "dt").map((name, i) => [name, texts(page, "dd")[i]]));
  assert.equal(facts["Section"], "Weather & Sea");
  assert.equal(facts["Credit"], "Coast Wire");
  assert.equal(facts["Picture"], "Waves over the mole on Saturday");
  assert.equal(facts["Live page"], "A report that grows while an event goes on.");
  assert.match(facts["First seen"]!, /15:30 UTC.*seen again .* 15:31 UTC, which made it a version/);
  const tags = elementsOf(page).map((each) => each.tagName);
  assert.ok(!tags.includes("img") && !tags.includes("iframe"));
});

test("links in the text are listed where they may be followed, entries lead to their text", async (t) => {
  const { text, lively } = await open(t);
  const page = await text(`/articles/${lively.live}/versions/6`);
  const elements = elementsOf(page);
  const hrefs = elements.flatMap((each) => attribute(each, "href") ?? []);
  assert.ok(hrefs.includes("https://ledger.example/bridge"));
  assert.ok(!hrefs.some((href) => href.startsWith("javascript")));
  assert.match(page, /1 link in the text/);
  assert.match(page, /6 entries/);
  const ids = elements.flatMap((each) => attribute(each, "id") ?? []);
  const entries = hrefs.filter((href) => href.startsWith("#entry-"));
  assert.equal(entries.length, 6);
  for (const href of entries) assert.ok(ids.includes(href.slice(1)), href);
});

test("the JSON of a version has the facts whole; a version from before they were kept has null", async (t) => {
  const { get, lively, ids } = await open(t);
  const { facts, live, confirmedAt } = (await (await get(`/articles/${lively.live}/versions/6.json`)).json()) as {
    facts: { entries: object[]; links: object[] };
    live: boolean;
    confirmedAt: string;
  };
  assert.deepEqual([facts.entries.length, facts.links.length, live], [6, 2, true]);
  assert.equal(confirmedAt, "2026-11-21T15:31:31.000Z");
  const old = (await (await get(`/articles/${ids.ferry}/versions/1.json`)).json()) as { facts: null };
  assert.equal(old.facts, null);
});

test("of a page with very many versions the first and the latest are listed, and all where they are asked for", async (t) => {
  const { text, get, store, sources } = await open(t);
  const VERSIONS = 36;
  const looks = Array.from({ length: VERSIONS }, (_, i) => {
    const body = Array.from({ length: i + 1 }, (_, k) => `Report ${k}: the harbour office counted ${k * 7} boats.`);
    return [0, 2].map((late) => ({
      at: NOW - (600 - 10 * i - late) * MINUTE_MS,
      text: textFrom({ headline: "Count", body }),
    }));
  });
  const id = await playDecided(store, sources.ledger, "https://ledger.example/count", looks.flat());
  const rows = async (query: string) => {
    const page = elementsOf(await text(`/articles/${id}${query}`));
    const cells = page.filter((each) => each.tagName === "th" && attribute(each, "scope") === "row");
    return cells.map((each) => Number(visibleText(each)));
  };
  const shown = await rows("");
  assert.deepEqual([shown.length, shown[0], shown[1], shown.at(-1)], [16, 1, 22, 36]);
  assert.match(await text(`/articles/${id}`), /20 versions between/);
  assert.equal((await rows("?versions=all")).length, VERSIONS);
  assert.equal((await get(`/articles/${id}?versions=some`)).status, 400);
});

const struckTexts = () => {
  const toll = "The storm took 10 11 boats and cost 7m crowns ($702,144), the office said.";
  const plain: VersionText = {
    ...textFrom({
      headline: "Boats lost",
      body: ["The storm took 10 boats and cost 7m crowns ($702,144), the office said."],
    }),
    continuesAt: NEXT,
  };
  const spans = (["struck", "inserted", "moving"] as const).map((kind, i) => {
    const words = ["10", "11", "($702,144)"][i]!;
    return { from: toll.indexOf(words), to: toll.indexOf(words) + words.length, kind };
  });
  const row = { kind: "row" as const, text: "Harbour | Boats" };
  return [plain, { ...plain, blocks: [{ kind: "paragraph" as const, text: toll, spans }, row] }] as const;
};
const NEXT = "https://ledger.example/boats?page=2";

test("what the publisher struck out, and what moves, is shown as that on pages and in JSON", async (t) => {
  const { text, get, store, sources } = await openSite(t);
  const [plain, struck] = struckTexts();
  const facts = { section: null, credits: [], leadImage: null, links: [], entries: [], continuesAt: NEXT };
  const looks = [60, 30, 20].map((ago, i) => ({ at: NOW - ago * MINUTE_MS, text: i === 0 ? plain : struck, facts }));
  const id = await playDecided(store, sources.ledger, "https://ledger.example/boats", looks);
  const page = await text(`/articles/${id}/versions/2`);
  assert.deepEqual(texts(page, "s"), ["10"]);
  assert.match(page, /<u class="put">11<\/u>/);
  assert.match(page, /<span class="stir"[^>]*>\(\$702,144\)<\/span>/);
  assert.match(page, /<p class="table-row"[^>]*>Harbour \| Boats<\/p>/);
  for (const path of ["", "/versions/2", "/changes/1..2"])
    assert.match(await text(`/articles/${id}${path}`), /continues on more pages/, path);
  const version = (await (await get(`/articles/${id}/versions/2.json`)).json()) as {
    blocks: object[];
    continuesAt: string;
  };
  assert.deepEqual([version.blocks, version.continuesAt], [struck.blocks, NEXT]);
  const change = await text(`/articles/${id}/changes/1..2`);
  assert.match(change, /struck out by the publisher: <q[^>]*>10<\/q>/);
  const { summary } = (await (await get(`/articles/${id}/changes/1..2.json`)).json()) as { summary: ChangeSummary };
  assert.deepEqual(
    summary.labels.filter(({ kind }) => kind === "number").map(({ reason }) => reason),
    ["10 became 11"],
  );
  assert.doesNotMatch(change, /702,144 became|silent/i);
});
