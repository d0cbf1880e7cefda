import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { grown, narrowest, spaced } from "#publish/html/parts/timeline-scale";
import { attribute, elementsOf, textOf, texts } from "./dom.ts";
import { openSite } from "./site.ts";

const gaps = fc.array(fc.integer({ min: 0, max: 400 * DAY_MS }), { minLength: 1, maxLength: 60 });

test("places run from 0 to 1, and a longer time is never drawn shorter", () => {
  fc.assert(
    fc.property(gaps, (spans) => {
      const instants = [0];
      for (const span of spans) instants.push(instants.at(-1)! + span);
      const places = spaced(instants);
      assert.equal(places[0], 0);
      assert.ok(Math.abs(places.at(-1)! - 1) < 1e-9);
      const drawn = places.slice(1).map((place, i) => place - places[i]!);
      for (const [i, a] of drawn.entries())
        for (const [j, b] of drawn.entries()) if (spans[i]! < spans[j]!) assert.ok(a <= b + 1e-9);
    }),
  );
});

test("a burst of edits stays readable beside one that came weeks later", () => {
  const places = spaced([0, MINUTE_MS, 2 * MINUTE_MS, 30 * DAY_MS]);
  assert.ok(places[1]! > 0.05 && places[2]! - places[1]! > 0.05, String(places));
});

test("one version stands at the beginning; clocks that ran backwards do no harm", () => {
  assert.deepEqual(spaced([5]), [0]);
  assert.deepEqual(spaced([9, 5]), [0, 1]);
});

test("what stands nearest together decides how wide a busy timeline has to be", () => {
  assert.equal(narrowest([0]), 1);
  assert.ok(Math.abs(narrowest([0, 0.5, 0.6, 1]) - 0.1) < 1e-9);
});

test("ticks grow with the words changed, up to a height", () => {
  assert.deepEqual([grown(0), grown(300), grown(1e9)], [0, 1, 1]);
  assert.ok(grown(1) < grown(12) && grown(12) < grown(120));
});

test("every version is a link that tells what it changed; the pair on the page is marked", async (t) => {
  const { text, ids } = await openSite(t);
  const ticks = (html: string) =>
    elementsOf(html).filter((each) => each.tagName === "a" && /^Version \d+, /.test(textOf(each)));
  const article = ticks(await text(`/articles/${ids.ferry}`));
  assert.deepEqual(
    article.map((each) => attribute(each, "href")),
    [`/articles/${ids.ferry}/versions/1`, `/articles/${ids.ferry}/changes/1..2`, `/articles/${ids.ferry}/changes/2..3`],
  );
  assert.match(textOf(article[2]!), /^Version 3, 21 Nov 2026, 16:02 UTC: Correction note added/);
  const change = ticks(await text(`/articles/${ids.ferry}/changes/2..3?view=inline`));
  assert.deepEqual(
    change.map((each) => attribute(each, "aria-current")),
    [undefined, undefined, "page"],
  );
  assert.match(attribute(change[1]!, "href")!, /1\.\.2\?view=inline$/);
});

test("colours of the timeline are explained in words, each with its shape", async (t) => {
  const { text, ids } = await openSite(t);
  const legend = texts(await text(`/articles/${ids.ferry}`), "p", "legend")[0]!;
  assert.match(legend, /correction note/);
  assert.match(legend, /The higher a mark, the more words changed\./);
});

test("an article with one version has no timeline", async (t) => {
  const { text, ids } = await openSite(t);
  assert.doesNotMatch(await text(`/articles/${ids.hidden}`), /class="timeline"/);
});
