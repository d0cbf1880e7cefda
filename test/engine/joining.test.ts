import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { FoundArticle } from "#model/found";
import type { ArticleId } from "#model/id";
import { siteOver } from "../publish/site.ts";
import { testServer } from "../store/postgres/server.ts";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";
import { LEADS, moved, NEW, OLD, twoStrands } from "./strands.ts";

const server = testServer();

const PLACES = [
  ["SQLite", async () => ":memory:"],
  ["PostgreSQL", () => server.freshDatabase()],
] as const;

/** Another text altogether. */
const THEATRE = {
  headline: "The theatre opens its doors again",
  lead: "The theatre by the canal opens its doors again on Saturday after four years of repairs to its roof.",
  paragraphs: [
    "Nine hundred seats were taken out, cleaned by hand and put back in the order in which they had stood.",
    "Tickets for the first evening are sold out, a spokesman said, but some are kept for people who live near by.",
    "The first play of the season is about a sailor who comes home and finds that his house has been moved.",
  ],
};

const entry = (rig: Rig, path: string, guid: string): FoundArticle => ({
  url: rig.base + path,
  title: null,
  publishedAt: null,
  updatedAt: null,
  guid,
});

async function listed(rig: Rig, ...entries: readonly FoundArticle[]): Promise<void> {
  const [source] = await rig.store.reader.sources();
  await rig.store.writer.addArticles(source!.id, entries, rig.clock.now());
}

async function texts(rig: Rig, id: ArticleId): Promise<readonly (string | undefined)[]> {
  const { versions } = await rig.store.reader.history(id);
  const read = versions.map(({ articleId, number }) => rig.store.reader.version(articleId, number));
  return (await Promise.all(read)).map((version) => version?.text.blocks[0]?.text);
}

async function sealed(rig: Rig): Promise<readonly string[]> {
  const problems: string[] = [];
  for await (const day of rig.store.verifyDays()) problems.push(...day.problems);
  return problems;
}

/** A page with a line among its text that has another number at every request. */
function serveMoving(rig: Rig, path: string, subject: string): void {
  const [lead, ...paragraphs] = [1, 2, 3, 4].map(
    (n) => `${subject}: in part ${n} of it, people who were there tell what they saw and heard that day.`,
  );
  rig.handlers.set(path, (_, response) => {
    const line = `Ospel mornil ${10_000 + rig.requests.length * 37} tavil seredin kolbas.`;
    const html = page({ headline: `${subject} in the news`, lead: lead!, paragraphs: [line, ...paragraphs] });
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  });
}

for (const [database, place] of PLACES) {
  const rigOf = async (t: TestContext) => openRig(t, {}, await place());

  test(`an address that redirects for good to a known article joins the two, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { reader, writer } = rig.store;
    const { elder, younger } = await twoStrands(rig);
    await rig.store.closeDay(rig.clock.now());
    const proofs = [await reader.versionProof(elder, 1), await reader.versionProof(younger, 1)];
    moved(rig, OLD, NEW, 301);
    const looked = await rig.engine.look(elder);
    assert.ok(looked.ok);
    assert.equal(looked.value.outcome, "moved");

    assert.deepEqual(await texts(rig, elder), LEADS.slice(0, 2));
    const { items } = await reader.articles({ limit: 9 });
    assert.deepEqual(
      items.map(({ article }) => [article.id, article.url, article.versionCount, article.status]),
      [[elder, rig.base + NEW, 2, "watched"]],
    );
    const changes = (await reader.changes({ limit: 9 })).items;
    assert.deepEqual(
      changes.map(({ change, places, article }) => [change.fromArticle, change.articleId, places, article.id]),
      [[elder, younger, { from: 1, to: 2 }, elder]],
    );
    assert.equal(changes[0]!.change.summary.paragraphsEdited, 1);
    const [join, ...others] = await reader.joins(younger);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [join!.younger, join!.elder, join!.living, join!.why, join!.undoneAt],
      [younger, elder, younger, "redirect", null],
    );
    assert.ok(join!.evidence.share! >= 0.5);
    assert.equal((await reader.articleByUrl(rig.base + OLD))!.id, younger, "one address is looked at");
    assert.deepEqual(await reader.counts(), {
      sources: 1,
      feeds: 0,
      articles: 1,
      versions: 2,
      captures: 3,
      changes: 1,
    });
    assert.deepEqual([await reader.versionProof(elder, 1), await reader.versionProof(younger, 1)], proofs);

    rig.pages.set(NEW, page({ lead: LEADS[2]!, canonical: rig.base + NEW }));
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    const asked = rig.requests.length;
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 12 * HOUR_MS);
    assert.deepEqual(await texts(rig, elder), LEADS);
    assert.equal((await reader.changes({ limit: 9 })).items.length, 2);
    assert.ok(
      rig.requests.slice(asked).every(({ path }) => path !== OLD),
      "the old address is left alone",
    );
    await rig.store.closeDay(rig.clock.now());
    assert.deepEqual(await sealed(rig), []);
    assert.deepEqual(await rig.store.check(), []);

    const undone = await writer.separate(younger, rig.clock.now());
    assert.equal(undone?.younger, younger);
    assert.deepEqual(await texts(rig, elder), LEADS.slice(0, 1));
    assert.deepEqual(await texts(rig, younger), LEADS.slice(1));
    assert.equal((await reader.articles({ limit: 9 })).items.length, 2);
    assert.equal((await reader.articleByUrl(rig.base + OLD))!.id, elder);
    assert.deepEqual(await rig.store.check(), []);
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 12 * HOUR_MS);
    assert.equal((await reader.articles({ limit: 9 })).items.length, 2, "what was separated stays separate");
    assert.deepEqual(await sealed(rig), []);
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`a list that names two articles by one guid joins them when they have one text, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { reader } = rig.store;
    const { elder, younger } = await twoStrands(rig);
    await listed(rig, entry(rig, OLD, "bridge-17"));
    await listed(rig, entry(rig, NEW, "bridge-17"));
    await lookUntilDecided(rig, younger);
    assert.deepEqual(await texts(rig, elder), LEADS.slice(0, 2));
    assert.equal((await reader.articles({ limit: 9 })).items.length, 1);
    assert.equal((await reader.joins(elder))[0]!.why, "guid");
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`a new address with a known guid is the known article's from its first look on, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { reader } = rig.store;
    rig.pages.set(OLD, page({ lead: LEADS[0]! }));
    const elder = await rig.article(OLD);
    await listed(rig, entry(rig, OLD, "bridge-17"));
    await lookUntilDecided(rig, elder);
    rig.pages.set(NEW, page({ lead: LEADS[1]! }));
    await listed(rig, entry(rig, NEW, "bridge-17"));
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 12 * HOUR_MS);
    const { items } = await reader.articles({ limit: 9 });
    assert.deepEqual(
      items.map(({ article }) => [article.id, article.url, article.versionCount]),
      [[elder, rig.base + NEW, 2]],
    );
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`one guid on two texts joins nothing, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { elder, younger } = await twoStrands(rig);
    rig.pages.set(NEW, page(THEATRE));
    await listed(rig, entry(rig, OLD, "today"), entry(rig, NEW, "today"));
    for (let look = 0; look < 3; look++) {
      rig.clock.advanceTo(rig.clock.now() + 20 * MINUTE_MS);
      await lookUntilDecided(rig, younger);
      await lookUntilDecided(rig, elder);
    }
    assert.equal((await rig.store.reader.articles({ limit: 9 })).items.length, 2);
    assert.deepEqual(await rig.store.reader.joins(elder), []);
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`texts that both strands saw count once, and an old text that comes back counts again, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { reader } = rig.store;
    const canonical = rig.base + OLD;
    const both = (lead: string, shorter?: string) => {
      rig.pages.set(OLD, page({ lead, canonical }));
      rig.pages.set("/amp/bridge", page({ lead: shorter ?? lead }));
    };
    both(LEADS[0]!);
    const amp = await rig.article("/amp/bridge");
    const plain = await rig.article(OLD);
    for (const id of [amp, plain]) await lookUntilDecided(rig, id);
    both(LEADS[1]!);
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    for (const id of [amp, plain]) await lookUntilDecided(rig, id);
    assert.equal((await reader.changes({ limit: 9 })).items.length, 2, "each has announced its own");
    rig.pages.set("/amp/bridge", page({ lead: LEADS[1]!, canonical }));
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    await rig.engine.look(amp);
    assert.deepEqual(await texts(rig, amp), LEADS.slice(0, 2));
    assert.equal((await reader.changes({ limit: 9 })).items.length, 1);
    const [join] = await reader.joins(amp);
    assert.deepEqual([join!.why, join!.living], ["canonical", plain]);
    rig.pages.set(OLD, page({ lead: LEADS[0]!, canonical }));
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 48 * HOUR_MS);
    assert.deepEqual(await texts(rig, amp), [LEADS[0], LEADS[1], LEADS[0]]);
    assert.equal((await reader.articles({ limit: 9 })).items[0]!.article.versionCount, 3);
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`a text that two addresses show is seen until the latest look at either, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const text = page({ lead: LEADS[0]!, canonical: rig.base + NEW });
    rig.pages.set(OLD, page({ lead: LEADS[0]! }));
    const elder = await rig.article(OLD);
    await lookUntilDecided(rig, elder);
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    rig.pages.set(NEW, text);
    const younger = await rig.article(NEW);
    await lookUntilDecided(rig, younger);
    moved(rig, OLD, NEW, 301);
    await rig.engine.look(elder);
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    const lastAt = rig.clock.now();
    await rig.engine.look(younger);
    const { versions, repeated } = await rig.store.reader.history(elder);
    assert.deepEqual(
      versions.map(({ articleId, place }) => [articleId, place]),
      [[elder, 1]],
    );
    assert.deepEqual(
      repeated.map(({ articleId, place }) => [articleId, place]),
      [[younger, 1]],
    );
    assert.ok(versions[0]!.lastSeenAt >= lastAt, `${versions[0]!.lastSeenAt} is before ${lastAt}`);
  });

  for (const when of ["before", "after"])
    test(`two strands that differ only in what the site moves are one text, learned ${when} they are joined, over ${database}`, async (t) => {
      const rig = await rigOf(t);
      serveMoving(rig, OLD, "The bridge");
      const elder = await rig.article(OLD);
      await rig.engine.look(elder);
      const learn = async () => {
        for (const subject of ["The harbour", "The council", "The mill", "The school"]) {
          const path = `/news/${subject.split(" ")[1]}`;
          serveMoving(rig, path, subject);
          await rig.engine.look(await rig.article(path));
        }
        await rig.engine.driveTo(rig.clock, rig.clock.now() + 5 * HOUR_MS);
      };
      if (when === "before") await learn();
      serveMoving(rig, NEW, "The bridge");
      const younger = await rig.article(NEW);
      await rig.engine.look(younger);
      rig.handlers.delete(OLD);
      moved(rig, OLD, NEW, 301);
      await rig.engine.look(elder);
      assert.equal((await rig.store.reader.joins(younger)).length, 1);
      if (when === "after") await learn();
      const { versions } = await rig.store.reader.history(elder);
      assert.deepEqual(
        versions.map(({ articleId }) => articleId),
        [elder],
      );
      assert.deepEqual((await rig.store.reader.changes({ limit: 9 })).items, []);
      assert.deepEqual(await rig.store.check(), []);
      await rig.store.closeDay(rig.clock.now());
      assert.deepEqual(await sealed(rig), []);
    });

  test(`a passing redirect, or one to another text, joins nothing, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { elder } = await twoStrands(rig);
    moved(rig, OLD, NEW, 302);
    await rig.engine.look(elder);
    rig.pages.set("/news/theatre", page(THEATRE));
    await lookUntilDecided(rig, await rig.article("/news/theatre"));
    moved(rig, OLD, "/news/theatre", 301);
    rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
    await rig.engine.look(elder);
    assert.equal((await rig.store.reader.articles({ limit: 9 })).items.length, 3);
    assert.deepEqual(await rig.store.reader.joins(elder), []);
  });

  test(`an AMP page joins its article before it has a version, whichever was found first, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const { reader, writer } = rig.store;
    const { get } = siteOver(rig.store);
    for (const [name, first, second] of [
      ["pier", "/news/pier", "/amp/pier"],
      ["mole", "/amp/mole", "/news/mole"],
    ] as const) {
      const canonical = `${rig.base}/news/${name}`;
      const html = page({ headline: `The ${name} is closed`, lead: `The ${name} closes on Monday.`, canonical });
      rig.pages.set(first, first.startsWith("/amp") ? { status: 503 } : html);
      const elder = await rig.article(first);
      await rig.engine.look(elder);
      for (const path of [first, second]) rig.pages.set(path, html);
      const younger = await rig.article(second);
      await rig.store.closeDay(rig.clock.now());
      for (const id of [younger, elder]) {
        rig.clock.advance(HOUR_MS);
        await rig.engine.look(id);
      }
      const joins = await reader.joins(elder);
      assert.deepEqual(
        joins.map((each) => [each.younger, each.elder, each.why, each.evidence.share]),
        [[younger, elder, "canonical", 1]],
      );
      assert.equal((await reader.history(elder)).versions.length, 1);
      assert.equal((await reader.wholeArticle(elder))!.url, canonical, "the plain page is the one that is looked at");
      assert.equal((await get(`/articles/${younger}`)).headers.get("location"), `/articles/${elder}`);
      assert.equal(
        (await reader.articleByUrl(rig.base + first))!.id,
        (await reader.articleByUrl(rig.base + second))!.id,
      );
      assert.deepEqual(await rig.store.check(), []);

      const amp = (await reader.articles({ limit: 9 })).items.length;
      await writer.separate(younger, rig.clock.now());
      assert.equal((await reader.articles({ limit: 9 })).items.length, amp + 1);
      for (const id of [younger, elder]) {
        rig.clock.advance(HOUR_MS);
        assert.equal((await rig.engine.look(id)).ok, true);
      }
      assert.deepEqual(
        (await reader.joins(elder)).filter(({ undoneAt }) => undoneAt === null),
        [],
        "what the operator separated is not joined again",
      );
      assert.deepEqual(
        await Promise.all([elder, younger].map(async (id) => (await reader.article(id))!.versionCount)),
        [1, 1],
      );
    }
    assert.deepEqual(await sealed(rig), []);
    assert.deepEqual(await rig.store.check(), []);
  });

  test(`one address with and without https or www is one article from the beginning, over ${database}`, async (t) => {
    const rig = await rigOf(t);
    const id = await rig.article("/news/quay");
    const { host } = new URL(rig.base);
    for (const url of [
      `https://${host}/news/quay`,
      `http://www.${host}/news/quay`,
      `https://www.${host}/news/quay#top`,
    ]) {
      const [source] = await rig.store.reader.sources();
      const found = { url, title: null, publishedAt: null, updatedAt: null };
      assert.deepEqual(await rig.store.writer.addArticles(source!.id, [found], rig.clock.now()), []);
      assert.equal((await rig.store.reader.articleByUrl(url))!.id, id);
    }
  });
}
