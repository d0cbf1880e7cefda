import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
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
