import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "#engine/look/site-memory";
import { reextract } from "#engine/rereading/reextract";
import { EXTRACTOR } from "#extract/extract";
import { readerName } from "#extract/site/template";
import { HOUR_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { ArticleId } from "#model/id";
import { type PageMade, paragraphsOf, sentence, sitePage } from "../extract/site-pages.ts";
import { openRig, type Rig } from "./rig.ts";

const ABOUT = "The Gazette has been printed on the island since 1902 and belongs to a trust of its readers.";
const after = `<p class="house">${ABOUT}</p>`;

/** A site of `count` articles in one folder. */
async function siteOf(rig: Rig, count: number): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (let article = 1; article <= count; article++) ids.push(await rig.article(pathOf(article)));
  return ids;
}

const pathOf = (article: number) => `/town/story-${article}.html`;
const serve = (rig: Rig, made: PageMade, noise = "") =>
  rig.pages.set(pathOf(made.article), `${sitePage(made)}<!-- ${noise} -->`);

async function look(rig: Rig, id: ArticleId) {
  rig.clock.advance(HOUR_MS);
  const looked = await rig.engine.look(id);
  assert.ok(looked.ok, JSON.stringify(looked));
  return looked.value;
}

const siteState = async (rig: Rig) => stateOf(await rig.store.reader.site(hostKey(rig.base)));
const blocksOf = async (rig: Rig, id: ArticleId, number: number) =>
  (await rig.store.reader.version(id, number))!.text.blocks.map((block) => block.text);

/** Four articles that end in the same box: the first two are read before it is known. */
async function learned(rig: Rig): Promise<readonly ArticleId[]> {
  const ids = await siteOf(rig, 4);
  for (const [at, id] of ids.entries()) {
    serve(rig, { article: at + 1, after });
    assert.equal((await look(rig, id)).decision, "first");
  }
  assert.equal((await siteState(rig)).generation, 1);
  return ids;
}

test("what a new template leaves out is no edit, and the version stays as it was printed", async (t) => {
  const rig = await openRig(t);
  const [first] = await learned(rig);
  assert.ok((await blocksOf(rig, first!, 1)).includes(ABOUT));
  serve(rig, { article: 1, after }, "other bytes");
  assert.equal((await look(rig, first!)).decision, "same");
  assert.ok((await blocksOf(rig, first!, 1)).includes(ABOUT));
  serve(rig, { article: 1, after }, "other bytes again");
  assert.equal((await look(rig, first!)).decision, "same");
  assert.deepEqual(await rig.store.check(), []);
});

test("an edit after a new template is reported alone; the version before it is read as it was, and its earlier reading kept", async (t) => {
  const rig = await openRig(t);
  const [first] = await learned(rig);
  const edited = paragraphsOf(1).with(
    2,
    "The vote was put off until the autumn, the mayor said on Friday evening after a long day.",
  );
  serve(rig, { article: 1, after, paragraphs: edited });
  assert.equal((await look(rig, first!)).decision, "held");
  assert.equal((await look(rig, first!)).decision, "new");
  const change = (await rig.store.reader.change(first!, 1, 2))!;
  const { paragraphsRemoved, paragraphsAdded, paragraphsEdited, labels } = change.summary;
  assert.equal(JSON.stringify(labels).includes("trust of its readers"), false);
  assert.deepEqual([paragraphsAdded - paragraphsRemoved, paragraphsEdited <= 1], [0, true]);
  assert.deepEqual(await blocksOf(rig, first!, 1), paragraphsOf(1));
  assert.deepEqual(await blocksOf(rig, first!, 2), edited);
  const [earlier] = await rig.store.reader.earlierReadings(first!);
  assert.ok(earlier?.text.blocks.some((block) => block.text === ABOUT));
  const versions = await rig.store.reader.versions(first!);
  assert.deepEqual(
    versions.map((version) => version.extractor),
    [readerName(EXTRACTOR, 1), readerName(EXTRACTOR, 1)],
  );
  assert.deepEqual(await rig.store.check(), []);
});

test("a box that shows something else at every look makes no versions, before it is known and after", async (t) => {
  const rig = await openRig(t);
  const ids = await siteOf(rig, 12);
  let turn = 0;
  const decisions = new Map<number, string[]>();
  for (let round = 0; round < 9; round++) {
    for (const [at, id] of ids.entries()) {
      serve(rig, {
        article: at + 1,
        inside: `<div class="beside"><p>In other matters: ${sentence(9_000 + turn++)}</p></div>`,
      });
      const { decision } = await look(rig, id);
      decisions.set(round, [...(decisions.get(round) ?? []), decision]);
    }
  }
  assert.deepEqual(new Set(decisions.get(0)), new Set(["first"]));
  assert.deepEqual(new Set(decisions.get(8)), new Set(["same"]));
  for (const id of ids) assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
  assert.deepEqual(await rig.store.check(), []);
});

test("rules apply from the next look on, also to a site in memory, and are no edit", async (t) => {
  const rig = await openRig(t);
  const [first] = await siteOf(rig, 1);
  serve(rig, { article: 1, after });
  await look(rig, first!);
  await rig.store.writer.setSiteRules(hostKey(rig.base), '{"drop":["p.house"]}');
  serve(rig, { article: 1, after }, "other bytes");
  assert.equal((await look(rig, first!)).decision, "same");
  const report = await reextract(rig, { threads: 0 });
  assert.deepEqual([report.read, report.differ], [1, 1]);
  assert.deepEqual(await blocksOf(rig, first!, 1), paragraphsOf(1));
});

test("re-extraction drops a change that only the reader had made, keeps what was said, and does nothing twice", async (t) => {
  const rig = await openRig(t);
  const [first] = await siteOf(rig, 1);
  const box = (text: string) => `<p class="house">${text}</p>`;
  serve(rig, { article: 1, after: box(ABOUT) });
  await look(rig, first!);
  serve(rig, { article: 1, after: box(sentence(4_711)) });
  await look(rig, first!);
  assert.equal((await look(rig, first!)).decision, "new");
  assert.equal((await rig.store.reader.changes({ limit: 5 })).items.length, 1);
  const before = await rig.store.reader.versions(first!);
  await rig.store.writer.setSiteRules(hostKey(rig.base), '{"drop":["p.house"]}');

  const dry = await reextract(rig, { threads: 0, dryRun: true });
  assert.deepEqual([dry.articles, dry.versions, dry.read, dry.differ, dry.vanished], [1, 2, 2, 2, 1]);
  assert.ok((await blocksOf(rig, first!, 1)).includes(ABOUT));

  assert.deepEqual(await reextract(rig, { threads: 0, articleId: first! }), dry);
  assert.deepEqual((await rig.store.reader.changes({ limit: 5 })).items, []);
  assert.equal((await rig.store.reader.earlierReadings(first!)).length, 2);
  const after_ = await rig.store.reader.versions(first!);
  assert.deepEqual(
    after_.map(({ number, textHash, chainHash }) => [number, textHash, chainHash]),
    before.map(({ number, textHash, chainHash }) => [number, textHash, chainHash]),
  );

  const again = await reextract(rig, { threads: 0 });
  assert.deepEqual([again.versions, again.read, again.vanished], [2, 0, 0]);
  serve(rig, { article: 1, after: box(sentence(9_999)) });
  assert.equal((await look(rig, first!)).decision, "same");
  assert.deepEqual(await rig.store.check(), []);
});

test("a run that is stopped goes on where it was", async (t) => {
  const rig = await openRig(t);
  await learned(rig);
  const stop = new AbortController();
  const part = await reextract(rig, { threads: 1, signal: stop.signal, onArticle: () => stop.abort() });
  assert.ok(part.articles < 4);
  const rest = await reextract(rig, { threads: 1 });
  assert.equal(part.differ + rest.differ, 3, "the fourth was read by the template already");
  assert.equal((await reextract(rig, { threads: 1 })).read, 0);
});

test("a change that turns out to have been a notice under all articles leaves the lists by itself", async (t) => {
  const rig = await openRig(t);
  const ids = await siteOf(rig, 5);
  const notice =
    "<p>The Gazette moves house. From Monday letters reach us at the old customs shed on Granary Road.</p>";
  for (const [at, id] of ids.entries()) {
    serve(rig, { article: at + 1 });
    await look(rig, id);
  }
  const decisions: string[] = [];
  for (const [at, id] of ids.entries()) {
    serve(rig, { article: at + 1, after: notice });
    await look(rig, id);
    decisions.push((await look(rig, id)).decision);
  }
  assert.deepEqual(decisions, ["new", "new", "same", "same", "same"]);
  assert.equal((await rig.store.reader.changes({ limit: 9 })).items.length, 2);
  for (const [at, id] of ids.entries()) {
    serve(rig, { article: at + 1, after: notice }, "other bytes");
    assert.equal((await look(rig, id)).decision, "same");
  }
  assert.deepEqual((await rig.store.reader.changes({ limit: 9 })).items, []);
  assert.deepEqual(await rig.store.check(), []);
});
