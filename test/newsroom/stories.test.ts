import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { openPress } from "#newsroom/press";
import { stateIndex, textHash } from "#newsroom/timeline";
import { START_AT } from "./ask.ts";

const articles = [...openPress(START_AT, 7, { hosts: 40, articles: 800 }).houses()].flatMap((house) => [
  ...house.articles(),
]);
const written = articles.filter((article) => article.site.key !== "generated");

test("every edit changes the text, in the order of time, after publication", () => {
  for (const article of articles) {
    const states = article.states();
    states.forEach((state, i) => {
      const before = states[i - 1];
      if (!before) return;
      const place = `${article.slug}: ${state.edit?.description}`;
      assert.ok(state.at > before.at, place);
      assert.notEqual(textHash(state.text), textHash(before.text), place);
    });
    assert.deepEqual(
      states.map((state) => state.at),
      article.changesAt,
    );
  }
});

test("no text has empty blocks, marks or placeholders left", () => {
  for (const article of articles) {
    for (const { text } of article.states()) {
      for (const line of [text.headline, text.standfirst ?? "-", ...text.blocks.map((b) => b.text)]) {
        assert.ok(line.length > 0 && line === line.trim(), article.slug);
        assert.doesNotMatch(line, /[{}]|undefined|^(?:##|>|\^) /, article.slug);
      }
    }
  }
});

test("the written day has something for every hour and 60 to 130 edits in all", () => {
  const times = written.flatMap((a) => a.changesAt.slice(1)).filter((at) => at > START_AT && at <= START_AT + DAY_MS);
  assert.ok(times.length >= 60 && times.length <= 130, `${times.length} edits`);
  const hours = new Set(times.map((at) => Math.floor((at - START_AT) / HOUR_MS)));
  assert.ok(hours.size >= 20, `${hours.size} hours with edits`);
});

test("one edit is taken back before anybody who looks every half hour can see it", () => {
  const coalition = written.find((article) => article.slug === "sarova-coalition-talks")!;
  const hashes = coalition.states().map((state) => textHash(state.text));
  assert.equal(hashes[1], hashes[3]);
  assert.ok(coalition.changesAt[3]! - coalition.changesAt[2]! < HOUR_MS / 2);
});

test("the archive's copy keeps the figure that the agency has corrected", () => {
  const trials = written.filter((article) => article.slug === "tidewater-fever-vaccine-trial");
  const last = trials.map((article) => [article.site.key, article.states().at(-1)!.text.headline]);
  assert.match(last.find(([site]) => site === "wire")![1]!, /62 per cent/);
  assert.match(last.find(([site]) => site === "archive")![1]!, /82 per cent/);
});

test("generated articles depend on the seed and nothing else; about a quarter is edited", () => {
  const textsOf = (seed: number) =>
    [...openPress(START_AT, seed, { hosts: 20, articles: 400 }).houses()].flatMap((house) =>
      [...house.articles()].map((article) => textHash(article.states().at(-1)!.text)),
    );
  assert.deepEqual(textsOf(3), textsOf(3));
  assert.notDeepEqual(textsOf(3), textsOf(4));
  const generated = articles.filter((article) => article.site.key === "generated");
  assert.equal(generated.length, 800);
  const edited = generated.filter((article) => article.changesAt.length > 1).length / generated.length;
  assert.ok(edited > 0.2 && edited < 0.34, `${edited}`);
});

test("related links show the headline that the article began with", () => {
  for (const article of articles) assert.equal(article.firstHeadline(), article.states()[0]!.text.headline);
});

test("before publication there is no state", () => {
  assert.equal(stateIndex([{ at: 10 }, { at: 20 }], 9), -1);
  assert.equal(stateIndex([{ at: 10 }, { at: 20 }], 20), 1);
});
