import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { EMPTY_MEMORY } from "#extract/site/memory";
import { othersWith, strangerLines, withStranger } from "#extract/site/strangers";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import { openRig, page, type Rig } from "./rig.ts";

/** A language that no one speaks: each seed has other letters, words and lengths. */
function tongue(seed: number): (words: number) => string {
  let state = seed * 2654435761 + 1;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const syllables = Array.from(
    { length: 40 },
    () => "ptkbdgmnslrvzh"[next(14)]! + "aeiouyåø"[next(8)]! + ["", "n", "s", "r", "k"][next(5)]!,
  );
  const word = () => Array.from({ length: 1 + next(3) }, () => syllables[next(40)]!).join("");
  return (words) => {
    const text = Array.from({ length: words }, word).join(" ");
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
}

/** A wall as a house builds it: some lines, in one of several forms, with what is new at each visit. */
function wallOf(seed: number): (visit: number, title: string) => string {
  const say = tongue(seed);
  const title = say(2 + (seed % 4));
  const lines = Array.from({ length: 1 + (seed % 5) }, () => say(8 + (seed % 23)));
  return (visit, asked) => {
    const all = [
      ...lines,
      ...(seed % 3 === 0 ? [`${say(2)} ${visit}a${visit * 7919}f`] : []),
      ...(seed % 4 === 1 ? [asked] : []),
    ];
    const box =
      seed % 2 === 0
        ? all.map((line) => `<p>${line}</p>`).join("")
        : `<section>${all.map((line) => `<div>${line}</div>`).join("")}</section>`;
    const frame = seed % 5 === 2 ? `<article>${box}</article>` : box;
    return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${frame}</body></html>`;
  };
}

const HEADLINES = [
  "Harbour to close for repairs",
  "Fair opens in the rain",
  "Council votes on the ferry pier",
  "Herring catch falls again",
];

async function watched(rig: Rig): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const [n, headline] of HEADLINES.entries()) {
    rig.pages.set(`/news/${n}`, article(n, headline));
    ids.push(await rig.article(`/news/${n}`));
    await rig.engine.look(ids.at(-1)!);
  }
  return ids;
}

const article = (n: number, headline: string, lead = `Report number ${n} says what was decided about it on Monday.`) =>
  page({
    headline,
    lead,
    paragraphs: [0, 1, 2, 3].map(
      (i) => `${headline}: in part ${i} of ${n} people who were there tell what they saw and heard of it.`,
    ),
  });

suite("a wall in a language that no one speaks, without any header", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    test(`${seed}: held on the first article, walled for the site on the third`, async (t) => {
      const rig = await openRig(t);
      const ids = await watched(rig);
      rig.clock.advance(HOUR_MS);
      const wall = wallOf(seed);
      for (const n of ids.keys()) {
        let visit = n * 100;
        rig.handlers.set(`/news/${n}`, (_, response) => {
          visit += 1;
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(wall(visit, HEADLINES[n]!));
        });
      }
      const looks = [];
      for (const id of ids) {
        rig.clock.advance(MINUTE_MS / 2);
        const looked = await rig.engine.look(id);
        assert.ok(looked.ok);
        looks.push(looked.value);
      }
      assert.deepEqual(
        looks.slice(0, 2).map(({ outcome, decision }) => `${outcome} ${decision}`),
        ["changed held", "changed held"],
      );
      for (const { outcome, reason } of looks.slice(2)) {
        assert.equal(outcome, "walled");
        assert.equal(reason.code, "same-at-others");
      }
      await rig.engine.driveTo(rig.clock, rig.clock.now() + 30 * HOUR_MS);
      rig.handlers.clear();
      await rig.engine.driveTo(rig.clock, rig.clock.now() + 30 * HOUR_MS);
      for (const id of ids) assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
    });
});

test("what two articles of a site show in their places counts at neither, however long it stays", async (t) => {
  const rig = await openRig(t);
  const ids: ArticleId[] = [];
  for (const n of [0, 1]) {
    rig.pages.set(`/news/${n}`, article(n, HEADLINES[n]!));
    ids.push(await rig.article(`/news/${n}`));
    await rig.engine.look(ids.at(-1)!);
  }
  rig.clock.advance(HOUR_MS);
  for (const n of [0, 1]) rig.pages.set(`/news/${n}`, wallOf(4)(n, HEADLINES[n]!));
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 40 * HOUR_MS);
  for (const id of ids) assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
});

suite("the first look at an article", () => {
  for (const seed of [1, 2, 3, 6, 7])
    test(`${seed}: what has nothing of what was announced is no first text; the article is, once it is there`, async (t) => {
      const rig = await openRig(t);
      const wall = wallOf(seed);
      rig.pages.set("/news/0", wall(1, "Visit 1"));
      const id = await announced(rig, HEADLINES[0]!);
      await rig.engine.driveTo(rig.clock, rig.clock.now() + 20 * HOUR_MS);
      const during = (await rig.store.reader.article(id))!;
      assert.deepEqual([during.versionCount, during.status], [0, "watched"]);
      rig.pages.set("/news/0", article(0, HEADLINES[0]!));
      await rig.engine.driveTo(rig.clock, rig.clock.now() + 30 * HOUR_MS);
      const after = (await rig.store.reader.article(id))!;
      assert.deepEqual([after.versionCount, after.headline], [1, HEADLINES[0]!]);
    });

  test("what was announced under another headline counts at once if it is dated, and after four days if not", async (t) => {
    const rig = await openRig(t);
    const html = article(0, "Pier reopens");
    rig.pages.set(
      "/news/0",
      html.replace("<article>", '<article><time datetime="2026-05-04T05:00:00Z">4 May 2026</time>'),
    );
    const dated = await announced(rig, "All news in brief");
    await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
    assert.equal((await rig.store.reader.article(dated))!.versionCount, 1);
    rig.pages.set("/news/1", wallOf(2)(1, "A true brief"));
    const brief = await announced(rig, "Quite another headline", "/news/1");
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 120 * HOUR_MS);
    assert.equal((await rig.store.reader.article(brief))!.versionCount, 1);
  });

  async function announced(rig: Rig, title: string, path = "/news/0"): Promise<ArticleId> {
    const site = { name: "Gazette", homeUrl: `${rig.base}/`, patterns: NO_PATTERNS };
    const { id } = await rig.store.writer.addSource(site, rig.clock.now());
    const found = { url: rig.base + path, title, publishedAt: null, updatedAt: null };
    const [article] = await rig.store.writer.addArticles(id, [found], rig.clock.now());
    return article!;
  }
});

test("a true short correction is no wall: it becomes a version on one article", async (t) => {
  const rig = await openRig(t);
  const [id] = await watched(rig);
  const text = "We took this report down because its main claim proved wrong.";
  rig.pages.set("/news/0", page({ headline: HEADLINES[0]!, lead: text, paragraphs: [] }));
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 40 * HOUR_MS);
  assert.equal((await rig.store.reader.article(id!))!.versionCount, 2);
});

test("a report that is replaced as a whole, under another headline and the same day, counts as soon as any", async (t) => {
  const rig = await openRig(t);
  const dated = (html: string) =>
    html.replace("<head>", '<head><meta property="article:published_time" content="2026-05-04T05:00:00Z">');
  rig.pages.set(
    "/a",
    dated(page({ headline: "Blast heard", lead: "A blast was heard at noon; more follows.", paragraphs: [] })),
  );
  const id = await rig.article("/a");
  await rig.engine.look(id);
  rig.pages.set(
    "/a",
    dated(page({ headline: "Three hurt at paint works", lead: "Firefighters put out the flames by evening." })),
  );
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 6 * HOUR_MS);
  const versions = await rig.store.reader.versions(id);
  assert.equal(versions.length, 2);
  assert.ok(versions[1]!.confirmedAt! - versions[1]!.firstSeenAt <= 2 * MINUTE_MS);
});

test("texts are known again with other numbers in them, and the memory of them is bounded", () => {
  const text = (visit: string, lines: readonly string[]) => ({
    headline: "Bel daru",
    standfirst: null,
    corrections: [],
    blocks: [...lines, `Ref ${visit}`].map((line) => ({ kind: "paragraph" as const, text: line })),
  });
  const one = strangerLines(text("81a", ["Sol daru men talvi roka", "Hemi dulo raka sol"]));
  assert.deepEqual(one, strangerLines(text("977bc", ["Sol daru men talvi roka", "Hemi dulo raka sol"])));
  let memory = withStranger(withStranger(EMPTY_MEMORY, 1, one), 2, one);
  assert.equal(othersWith(memory, 3, one), 2);
  assert.equal(othersWith(memory, 1, one), 1);
  assert.equal(withStranger(memory, 1, one), memory);
  for (let n = 0; n < 100; n++)
    memory = withStranger(
      memory,
      n,
      strangerLines(text("1", [`Palo ${"abcdefghij"[n % 10]}${"abcdefghij"[Math.floor(n / 10)]} zemo taru`])),
    );
  assert.ok(memory.strangers!.length <= 20);
});
