import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import type { FoundArticle } from "#model/found";
import type { ArticleId } from "#model/id";
import { testServer } from "../store/postgres/server.ts";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";
import { LEADS } from "./strands.ts";

const server = testServer();

const PLACES = [
  ["SQLite", async () => ":memory:"],
  ["PostgreSQL", () => server.freshDatabase()],
] as const;

/** Pairs of addresses of which the second shows the first in another way, each with a dead address that it declares. */
const PAIRS = [
  ["/news/bridge", "/news/bridge/amp", "/archive/bridge-none"],
  ["/news/weir", "/news/weir?amp=1", "/archive/weir-none"],
  ["/nachrichten/werft", "/amp/nachrichten/werft", "/archiv/werft-none"],
] as const;

async function listed(rig: Rig, ...paths: readonly string[]): Promise<void> {
  const [source] = await rig.store.reader.sources();
  const found = (path: string): FoundArticle => ({
    ...{ url: rig.base + path, title: null, publishedAt: null, updatedAt: null },
  });
  await rig.store.writer.addArticles(source!.id, paths.map(found), rig.clock.now());
}

async function lookLater(rig: Rig, id: ArticleId): Promise<void> {
  rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
  await lookUntilDecided(rig, id);
}

/** The addresses of all articles that readers see. */
async function seen(rig: Rig): Promise<readonly string[]> {
  const { items } = await rig.store.reader.articles({ limit: 9 });
  return items.map(({ article }) => article.url.slice(rig.base.length)).sort();
}

for (const [database, place] of PLACES) {
  const rigOf = async (t: TestContext) => openRig(t, {}, await place());

  for (const [plain, other, dead] of PAIRS)
    test(`${other} and its article are one also when an edit fell between the looks at them, over ${database}`, async (t) => {
      const rig = await rigOf(t);
      const serve = (lead: string) => {
        rig.pages.set(plain, page({ lead }));
        rig.pages.set(other, page({ lead, canonical: rig.base + dead }));
      };
      serve(LEADS[0]!);
      const elder = await rig.article(plain);
      await lookUntilDecided(rig, elder);
      serve(LEADS[1]!);
      const younger = await rig.article(other);
      await listed(rig, plain, other);
      await lookLater(rig, younger);
      assert.deepEqual(
        await seen(rig),
        [plain, other].toSorted(),
        "their texts differ until the edit was seen at both",
      );
      await lookLater(rig, elder);
      const [join, ...more] = await rig.store.reader.joins(elder);
      assert.deepEqual([join?.why, join?.evidence.share, more], ["parameter", 1, []]);
      assert.equal((await seen(rig)).length, 1);
      assert.equal((await rig.store.reader.history(elder)).versions.length, 2);
      assert.deepEqual(await rig.store.check(), []);
    });

  test(`an amount that moves at every look keeps no two addresses apart, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const [plain, other, dead] = PAIRS[0];
    for (const path of [plain, other])
      rig.handlers.set(path, (_, response) => {
        const price = `<span class="ticker" data-symbol="OSP">${(40 + rig.requests.length * 0.37).toFixed(2)}</span>`;
        const lead = `${LEADS[0]!} Shares of the builder stood at ${price} on Monday morning.`;
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(page({ lead, canonical: rig.base + dead }));
      });
    const elder = await rig.article(plain);
    await lookUntilDecided(rig, elder);
    const younger = await rig.article(other);
    await listed(rig, plain, other);
    await lookLater(rig, younger);
    const [join, ...more] = await rig.store.reader.joins(elder);
    assert.deepEqual([join?.why, join?.evidence.share, more], ["parameter", 1, []]);
    assert.equal((await rig.store.reader.history(elder)).versions.length, 1);
  });

  test(`a parameter that chooses the article joins nothing, however often both are edited, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const [plain, other] = ["/story", "/story?id=2"] as const;
    const serve = (round: number) => {
      rig.pages.set(plain, page({ headline: "The bridge", lead: `${LEADS[0]!} It was said ${round} times.` }));
      rig.pages.set(other, page({ headline: "The weir", lead: `The weir is built again, in part ${round} of it.` }));
    };
    serve(0);
    const one = await rig.article(plain);
    const two = await rig.article(other);
    await listed(rig, plain, other);
    for (let round = 0; round < 3; round++) {
      serve(round);
      for (const id of [one, two]) await lookLater(rig, id);
    }
    await lookLater(rig, one);
    assert.deepEqual(await seen(rig), [plain, other]);
    assert.deepEqual(await rig.store.reader.joins(one), []);
    const versions = await Promise.all([one, two].map((id) => rig.store.reader.history(id)));
    assert.deepEqual(
      versions.map((history) => history.versions.length),
      [3, 3],
    );
    assert.deepEqual(await rig.store.reader.clues(one), [], "a look at the page seen before compares them, too");
  });
}
