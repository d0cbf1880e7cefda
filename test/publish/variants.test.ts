import assert from "node:assert/strict";
import { test } from "node:test";
import type { VersionText } from "#model/version";
import { editList } from "#publish/html/parts/edit-list";
import { foot } from "#publish/html/parts/foot";
import { compareTexts } from "#view/compare/collator";
import { editsOf } from "#view/compare/edits";
import { texts } from "./dom.ts";
import { openSite } from "./site.ts";

const version = (headline: string, paragraphs: readonly string[]): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks: paragraphs.map((text) => ({ kind: "paragraph", text })),
});

const MAYOR = "The mayor opened the new library on Monday in front of two hundred guests.";
const CLOCK = "Its tower holds a clock that was made in the town three centuries ago.";
const COST = "The building cost eleven million, two more than was planned at first.";
const HOURS = "Children may stay until seven in the evening on every day but Sunday.";

const told = async (old: VersionText, now: VersionText) => {
  const { parts } = compareTexts(old, now, "en");
  const variants = editsOf(parts);
  return {
    list: texts(String(await editList(variants, "en")), "li"),
    foot: texts(String(await foot(variants, { from: 1, to: 2, lang: "en" })), "li").map((each) => each.trim()),
  };
};

test("edits are said in words and as readings under their paragraphs", async () => {
  const old = version("Library opens", [MAYOR, CLOCK, COST]);
  const now = version("Library opens at last", [
    MAYOR.replace("two hundred", "ninety"),
    CLOCK.replace(" in the town", ""),
    COST,
    HOURS,
  ]);
  assert.deepEqual(await told(old, now), {
    list: [
      "Headline: after opens added at last",
      "Paragraph 1: two hundred became ninety",
      "Paragraph 2: removed in the town",
      `Paragraph 4: added whole, ${HOURS}`,
    ],
    foot: ["Headline opens] add. at last", "1 two hundred] ninety", "2 in the town] om.", `4 add. ${HOURS}`],
  });
});

test("moves, splits and whole removals are shown, a long lemma by its ends", async () => {
  const old = version("Same", [MAYOR, CLOCK, `${COST} ${HOURS}`]);
  const now = version("Same", [COST, HOURS, MAYOR]);
  const { list, foot: readings } = await told(old, now);
  assert.ok(
    list.some((each) => /moved (up|down) from place/.test(each)),
    list.join("\n"),
  );
  assert.ok(list.some((each) => /one split into two/.test(each)));
  assert.ok(list.some((each) => each.startsWith("Former paragraph 2: removed whole")));
  assert.ok(
    readings.some((each) => /^\(2\) Its tower … ago\.\] om\./.test(each)),
    readings.join("\n"),
  );
});

test("what was moved and split on the way is one edit", async () => {
  const old = version("Same", [MAYOR, CLOCK, `${COST} ${HOURS}`]);
  const now = version("Same", [COST, HOURS, MAYOR, CLOCK]);
  const { list, foot: readings } = await told(old, now);
  assert.deepEqual(list, ["Paragraph 1: moved up from place 3 to 1, one split into two"]);
  assert.deepEqual(readings, ["1 moved up from 3, one split into two"]);
});

test("the change page tells weight, labels with reasons that lead to their paragraphs, and silence", async (t) => {
  const { text, ids } = await openSite(t);
  const silent = await text(`/articles/${ids.ferry}/changes/1..2`);
  assert.match(
    texts(silent, "p", "rank")[0]!,
    /^[A-Z][a-z-]+ +0\.\d\d Silent edit: no note of it was found on the page, and the date was not raised\.$/,
  );
  assert.match(
    silent,
    /<dt class="chip f-fact"><a href="\/about#number">number<\/a><\/dt>\s*<dd><a href="#e\d+"><bdi>[^<]*212[^<]*<\/bdi> became <bdi>[^<]*221/,
  );
  assert.doesNotMatch(texts(await text(`/articles/${ids.ferry}/changes/2..3`), "p", "rank")[0]!, /Silent/);
  assert.match(texts(silent, "p", "bounds")[0]!, /^Edited between 12:08 /);
});

test("quotation marks alone are shown as such", async (t) => {
  const { parts, summary } = compareTexts(version("A", [`He said "${MAYOR}"`]), version("A", [`He said “${MAYOR}”`]));
  assert.deepEqual(editsOf(parts), []);
  assert.equal(summary.rank, 0);
  t.diagnostic(JSON.stringify(summary.labels));
});
