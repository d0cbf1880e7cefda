import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { type PageMade, paragraph, paragraphsOf, sitePage } from "../extract/site-pages.ts";
import { openRig, type Rig } from "./rig.ts";

const NOTICE = "<p>The Gazette moves house. From Monday letters reach us at the old customs shed on Granary Road.</p>";
const ADDED = `<p>${paragraph(77_000)}</p>`;
const ARTICLES = [1, 2, 3, 4, 5];
const pathOf = (article: number) => `/town/story-${article}.html`;
const serve = (rig: Rig, made: PageMade) => rig.pages.set(pathOf(made.article), sitePage(made));
const looksAt = (rig: Rig, article: number, from: number) =>
  rig.requests.filter(({ path, at }) => path === pathOf(article) && at >= from).map(({ at }) => at - from);

/** Five articles of one section, each looked at once, a minute apart; the loop goes on from there. */
async function watched(rig: Rig): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const article of ARTICLES) {
    ids.push(await rig.article(pathOf(article)));
    serve(rig, { article });
    await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  }
  return ids;
}

/** Looks at the first article now and follows the engine until the text is decided about. */
async function lookAtFirst(rig: Rig, ids: readonly ArticleId[]): Promise<number> {
  const from = rig.clock.now();
  await rig.store.writer.scheduleLook(ids[0]!, from);
  await rig.engine.driveTo(rig.clock, from + CONFIRM_AFTER_MS);
  return from;
}

const versionCounts = (rig: Rig, ids: readonly ArticleId[]) =>
  Promise.all(ids.map(async (id) => (await rig.store.reader.article(id))!.versionCount));
const reasonOfLast = async (rig: Rig, id: ArticleId) =>
  (await rig.store.reader.captures(id, { limit: 1 })).items[0]!.reason;

test("a notice that comes to all pages at once opens no version, not even at the article that meets it first", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  for (const article of ARTICLES) serve(rig, { article, after: NOTICE });
  const from = await lookAtFirst(rig, ids);
  assert.deepEqual(looksAt(rig, 1, from), [0, CONFIRM_AFTER_MS]);
  assert.equal([2, 3, 4, 5].filter((article) => looksAt(rig, article, from).length > 0).length, 3);
  assert.deepEqual(await reasonOfLast(rig, ids[0]!), { code: "same-site-repeats" });
  await rig.engine.driveTo(rig.clock, from + DAY_MS);
  assert.deepEqual(await versionCounts(rig, ids), [1, 1, 1, 1, 1]);
  for (const id of ids) assert.deepEqual(await rig.store.reader.variants(id), []);
  for (const article of ARTICLES) serve(rig, { article });
  await rig.engine.driveTo(rig.clock, from + 3 * DAY_MS);
  assert.deepEqual(await versionCounts(rig, ids), [1, 1, 1, 1, 1]);
  assert.deepEqual(await rig.store.check(), []);
});

test("an article that cannot be read, or is cut, is no answer: another one is asked in its place", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  for (const article of [1, 4, 5]) serve(rig, { article, after: NOTICE });
  rig.pages.delete(pathOf(2));
  serve(rig, { article: 3, after: NOTICE, paragraphs: [] });
  const from = await lookAtFirst(rig, ids);
  for (const article of [2, 3, 4, 5]) assert.equal(looksAt(rig, article, from).length > 0, true, `article ${article}`);
  assert.deepEqual(await reasonOfLast(rig, ids[0]!), { code: "same-site-repeats" });
});

test("a notice that ends opens no version, though it was too rare to be known while it stood", async (t) => {
  const rig = await openRig(t);
  const ids: ArticleId[] = [];
  for (const article of ARTICLES) {
    ids.push(await rig.article(pathOf(article)));
    serve(rig, { article, after: NOTICE });
    await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  }
  for (const article of ARTICLES) serve(rig, { article });
  const from = await lookAtFirst(rig, ids);
  assert.deepEqual(await reasonOfLast(rig, ids[0]!), { code: "same-site-repeats" });
  await rig.engine.driveTo(rig.clock, from + DAY_MS);
  assert.deepEqual(await versionCounts(rig, ids), [1, 1, 1, 1, 1]);
});

test("an edit beside the notice is reported, and the notice is not", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  for (const article of ARTICLES) serve(rig, { article, after: NOTICE });
  serve(rig, { article: 1, after: NOTICE, inside: ADDED });
  const from = await lookAtFirst(rig, ids);
  await rig.engine.driveTo(rig.clock, from + HOUR_MS);
  assert.deepEqual(await versionCounts(rig, ids), [2, 1, 1, 1, 1]);
  const { summary } = (await rig.store.reader.change(ids[0]!, 1, 2))!;
  assert.deepEqual([summary.paragraphsAdded, summary.paragraphsRemoved, summary.paragraphsEdited], [1, 0, 0]);
});

test("a paragraph that is the article's own is not held any longer, and costs one look at another article", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  serve(rig, { article: 1, inside: ADDED });
  const from = await lookAtFirst(rig, ids);
  assert.deepEqual(await versionCounts(rig, ids), [2, 1, 1, 1, 1]);
  const [, second] = await rig.store.reader.versions(ids[0]!);
  assert.deepEqual([second!.firstSeenAt, second!.confirmedAt], [from, from + CONFIRM_AFTER_MS]);
  const asked = [2, 3, 4, 5].flatMap((article) => looksAt(rig, article, from));
  assert.deepEqual(asked, [0]);
});

test("the same paragraph in two articles is an edit of both", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  for (const article of [1, 2]) serve(rig, { article, inside: ADDED });
  const from = await lookAtFirst(rig, ids);
  await rig.engine.driveTo(rig.clock, from + 2 * HOUR_MS);
  assert.deepEqual(await versionCounts(rig, ids), [2, 2, 1, 1, 1]);
});

test("what was reworded among other lines asks for no other article", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  serve(rig, { article: 1, paragraphs: paragraphsOf(1).with(3, paragraph(88_000)) });
  const from = await lookAtFirst(rig, ids);
  assert.deepEqual(await versionCounts(rig, ids), [2, 1, 1, 1, 1]);
  for (const article of [2, 3, 4, 5]) assert.deepEqual(looksAt(rig, article, from), []);
});

test("while one row of articles is asked another text of the site begins none", async (t) => {
  const rig = await openRig(t);
  const ids = await watched(rig);
  for (const article of [4, 5]) serve(rig, { article, inside: `<p>${paragraph(77_000 + article)}</p>` });
  const from = rig.clock.now();
  for (const id of ids.slice(3)) await rig.store.writer.scheduleLook(id, from);
  await rig.engine.driveTo(rig.clock, from + CONFIRM_AFTER_MS);
  assert.deepEqual(await versionCounts(rig, ids), [1, 1, 1, 2, 2]);
  assert.equal([1, 2, 3].flatMap((article) => looksAt(rig, article, from)).length, 1);
});
