import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { stateOf } from "#engine/look/site-memory";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { ArticleId } from "#model/id";
import { sentence, sitePage } from "../extract/site-pages.ts";
import { openRig, type Rig } from "./rig.ts";

/** What stands around an amount in the text of an article, and the element that has it: its name says nothing. */
type Said = (article: number, amount: string) => string;

const ENGLISH: Said = (article, amount) =>
  `<p>${sentence(article + 500)} A share of the ferry cost <span class="px">${amount}</span> crowns at the last look, and ${article} were sold.</p>`;
const GERMAN: Said = (article, amount) =>
  `<p>${sentence(article + 500)} Der Strom kostete an der Börse zuletzt <b class="w2">${amount.replace(".", ",")} €</b>, ${article} Händler waren dabei.</p>`;
const ARABIC: Said = (article, amount) =>
  `<p>${sentence(article + 500)} وبلغ سعر الأونصة <em class="k">${amount}</em> دولارا في آخر التعاملات عند الساعة ${article}.</p>`;

/** A site of articles whose amount is what `amountOf` says at the moment. */
async function siteOf(rig: Rig, said: Said, amountOf: (article: number) => string): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const article of [1, 2, 3, 4]) {
    const path = `/town/story-${article}.html`;
    rig.handlers.set(path, (_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(sitePage({ article, inside: said(article, amountOf(article)) }));
    });
    ids.push(await rig.article(path));
  }
  return ids;
}

const versionsOf = async (rig: Rig, ids: readonly ArticleId[]) =>
  (await Promise.all(ids.map((id) => rig.store.reader.versions(id)))).map((versions) => versions.length);

const movingAt = async (rig: Rig): Promise<number> => {
  const { memory } = stateOf(await rig.store.reader.site(hostKey(rig.base)));
  return Object.values(memory.amounts ?? {}).filter(({ accepted }) => accepted).length;
};

const drive = (rig: Rig, ms: number) => rig.engine.driveTo(rig.clock, rig.clock.now() + ms);

/** Another amount at every minute, and in every article. */
const ticking = (rig: Rig) => (article: number) =>
  (100 + article + (Math.floor(rig.clock.now() / MINUTE_MS) % 5000) * 0.01).toFixed(2);

for (const [language, said] of [
  ["English", ENGLISH],
  ["German", GERMAN],
  ["Arabic", ARABIC],
] as const)
  test(`an amount that moves in all articles of a site makes no version, and an edit beside it does: ${language}`, async (t: TestContext) => {
    const rig = await openRig(t);
    let isEdited = false;
    const beside = (article: number) => (isEdited && article < 3 ? `<p>${sentence(article + 900)}</p>` : "");
    const ids = await siteOf(rig, (article, amount) => `${said(article, amount)}${beside(article)}`, ticking(rig));
    await drive(rig, DAY_MS);
    assert.deepEqual(await versionsOf(rig, ids), [1, 1, 1, 1]);
    assert.equal(await movingAt(rig), 1);
    const { items } = await rig.store.reader.captures(ids[0]!, { limit: 1 });
    assert.equal(items[0]!.decision, "same", "once it is known, nothing is held any more");

    isEdited = true;
    await drive(rig, 2 * DAY_MS);
    assert.deepEqual(await versionsOf(rig, ids), [2, 2, 1, 1]);
    const { items: changes } = await rig.store.reader.changes({ articleId: ids[0]!, limit: 9 });
    const [{ change }] = changes as [(typeof changes)[number]];
    assert.deepEqual([change.summary.paragraphsAdded, change.summary.paragraphsEdited], [1, 0]);
    assert.deepEqual(await rig.store.check(), []);
  });

test("an amount that an editor changes at one article, or at one after the other, is an edit", async (t) => {
  const rig = await openRig(t);
  const tolls = new Map([
    [1, "12"],
    [2, "31"],
    [3, "44"],
    [4, "60"],
  ]);
  const ids = await siteOf(rig, ENGLISH, (article) => tolls.get(article)!);
  await drive(rig, 6 * HOUR_MS);
  for (const [article, amount] of [
    [1, "15"],
    [2, "38"],
    [3, "45"],
    [1, "19"],
  ] as const) {
    tolls.set(article, amount);
    await drive(rig, 12 * HOUR_MS);
  }
  assert.deepEqual(await versionsOf(rig, ids), [3, 2, 2, 1]);
  assert.equal(await movingAt(rig), 0);
});
