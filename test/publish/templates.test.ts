import assert from "node:assert/strict";
import { test } from "node:test";
import { texts } from "./dom.ts";
import { seed } from "./seed.ts";
import { siteOver } from "./site.ts";
import { SUMMARY } from "./summary.ts";

test("a source tells how its pages are read and when a template stopped matching", async (t) => {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  const asked: string[] = [];
  const of = async (url: string) => {
    asked.push(url);
    return SUMMARY;
  };
  const { text, get, signIn } = siteOver(seeded.store, {}, { templates: { of } });
  const path = `/sources/${seeded.sources.ledger}`;
  const page = await text(path);
  assert.deepEqual(asked, ["https://ledger.example/"]);
  const facts = Object.fromEntries(texts(page, "dt").map((name, i) => [name, texts(page, "dd")[i]]));
  assert.equal(facts["Learned from"], "214 looks");
  assert.equal(facts["Repeats on every page, left out"], "1 block");
  assert.equal(facts["Rules of the operator"], "1 rule");
  assert.match(page, /A template stopped matching<\/strong>.*only 20 % of the latest pages of <bdi>news<\/bdi>/s);
  assert.match(
    page,
    /120 articles, text in <code>main&gt;article&gt;div\.text<\/code>, found on 98 % of the latest pages/,
  );
  assert.doesNotMatch(page, /sport|zanzibarite|comments/, "samples may name hidden articles");
  const own = await (await get(path, { cookie: await signIn() })).text();
  assert.match(own, /zanzibarite affair &lt;b&gt;/);
});

test("where nothing was learned nothing is said", async (t) => {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  const page = await siteOver(seeded.store).text(`/sources/${seeded.sources.ledger}`);
  assert.doesNotMatch(page, /How its pages are read/);
});
