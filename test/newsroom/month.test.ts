import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DAY_MS, DrivenClock, MINUTE_MS } from "#lib/clock";
import { type Article, pathAt, textAt } from "#newsroom/article";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { isMet, type Meets, type NoiseKind, type NoiseSpan, noiseSpans, type ScriptedKind } from "#newsroom/noise";
import { openPress } from "#newsroom/press";
import { type Answer, ask, START_AT } from "./ask.ts";

/** Enough articles that every noise of the generator comes up. */
const SCALE = { hosts: 12, articles: 1200, arriveOverMs: 10 * DAY_MS };
const articles = [...openPress(START_AT, 7, SCALE).houses()].flatMap((house) => [...house.articles()]);

/** The clock only goes forward: each test opens its own newsroom. */
let newsroom: Newsroom;
let clock: DrivenClock;
before(async () => {
  clock = new DrivenClock(START_AT);
  newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 7, scale: SCALE, slowMs: 1 });
});
after(() => newsroom.close());

interface Met {
  readonly article: Article;
  readonly span: NoiseSpan;
}

/** The earliest article that has nothing else at the time, so that one noise is seen alone; the clock is moved into it. */
function meet(kind: NoiseKind, meets?: Meets): Met {
  const found = articles
    .flatMap((article) => article.noise.map((span) => ({ article, span })))
    .filter(({ article, span }) => {
      const others = article.noise.filter((o) => o !== span && o.kind !== "redesign" && o.kind !== "notice");
      const alone = others.every((other) => other.to <= span.from || other.from >= span.to);
      return span.kind === kind && span.meets === meets && alone && !article.live && span.from > clock.now();
    })
    .sort((a, b) => a.span.from - b.span.from)[0];
  assert.ok(found, `nothing meets ${kind} ${meets}`);
  clock.advanceTo(found.span.from);
  return found;
}

const get = (article: Article, headers?: Record<string, string>): Promise<Answer> =>
  ask(newsroom.port, article.site.host, pathAt(article, clock.now()), headers);

const headline = ({ text }: Answer): string => /<h1[^>]*>(.*?)<\/h1>/.exec(text)![1]!;
const paragraphs = ({ text }: Answer): number => text.split("<p>").length - 1;

test("a deploy: headline and standfirst stand alone, and after it the text again", async () => {
  const { article, span } = meet("empty-body");
  const during = await get(article);
  clock.advanceTo(span.to);
  const then = await get(article);
  assert.equal(headline(during), headline(then));
  assert.ok(paragraphs(during) < 3 && paragraphs(then) > 5, `${paragraphs(during)} and ${paragraphs(then)}`);
});

test("an unmarked cut leaves two paragraphs and not a word about it", async () => {
  const { article } = meet("cut");
  const answer = await get(article);
  const [first, second, third] = textAt(article, clock.now())!.blocks.map(({ text }) => text.slice(0, 30));
  assert.ok(answer.text.includes(first!) && answer.text.includes(second!));
  assert.ok(!answer.text.includes(third!));
  assert.doesNotMatch(answer.text, /subscribe|"isAccessibleForFree":false/i);
});

test("lots: some visitors meet a noise and others do not, whatever the minute", async () => {
  const { article, span } = meet("headline-test", "lots");
  const seen: string[] = [];
  for (let i = 0; i < 20; i++) seen.push(headline(await get(article)));
  const tested = seen.filter((one) => one === span.headline).length;
  assert.ok(tested >= 3 && tested <= 15, `${tested} of 20`);
  assert.ok(new Set(seen).size === 2);
});

test("windows: everybody meets a noise for 25 minutes of every fifty", async () => {
  const { article, span } = meet("headline-test", "windows");
  const own = article.firstHeadline();
  assert.deepEqual([headline(await get(article)), headline(await get(article))], [span.headline, span.headline]);
  clock.advance(26 * MINUTE_MS);
  assert.notEqual(headline(await get(article)), span.headline, own);
});

test("what visitors get by lot has validators of its own: not modified is never said of another text", async () => {
  const { article } = meet("cut", "lots");
  if (article.site.validators !== "honest") return;
  const byTag = new Map<string, number>();
  for (let i = 0; i < 12; i++) {
    const answer = await get(article);
    const tag = answer.headers["etag"]!;
    assert.equal(byTag.get(tag) ?? paragraphs(answer), paragraphs(answer));
    byTag.set(tag, paragraphs(answer));
  }
  assert.equal(byTag.size, 2);
});

test("a lagging edge: minutes after an edit some visitors still get the page before it", async () => {
  const { article, span } = meet("stale-page");
  const seen = new Set<string>();
  for (let i = 0; i < 20; i++) seen.add((await get(article)).headers["etag"] ?? (await get(article)).text);
  assert.ok(seen.size >= 2, "all edges agree");
  clock.advanceTo(span.to);
  const text = textAt(article, clock.now())!;
  for (let i = 0; i < 5; i++) assert.ok((await get(article)).text.includes(text.blocks.at(-1)!.text.slice(0, 30)));
});

test("a live page grows from its top, every entry under its own time", async () => {
  const article = articles
    .filter((a) => a.live && a.changesAt[0]! > clock.now() && a.site.host !== "h0003")
    .sort((a, b) => a.changesAt[0]! - b.changesAt[0]!)[0]!;
  clock.advanceTo(article.changesAt.at(-1)! + 60 * 60 * MINUTE_MS);
  const answer = await get(article);
  const entries = [...answer.text.matchAll(/id="entry-(\d+)"/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    entries,
    Array.from({ length: article.changesAt.length - 1 }, (_, i) => article.changesAt.length - 1 - i),
  );
});

test("prices in the middle of a text move with the minute, on the sites that have them", async () => {
  const article = articles.find(
    ({ site, publishedAt, live }) => site.host === "h0002" && publishedAt < clock.now() && !live,
  )!;
  const strip = (answer: Answer) => /<div class="strip">(.*?)<\/div>/.exec(answer.text)?.[1];
  const first = strip(await get(article));
  clock.advance(2 * MINUTE_MS);
  assert.ok(first && first !== strip(await get(article)));
});

const WHOM: readonly (readonly [ScriptedKind, Meets | undefined, number, number, boolean])[] = [
  ["cut", undefined, 0, 0, true],
  ["cut", undefined, 99, 1, true],
  ["headline-test", undefined, 0, 0, false],
  ["headline-test", undefined, 0, 1, true],
  ["headline-test", "windows", 0, 1, true],
  ["headline-test", "windows", 24, 1, true],
  ["headline-test", "windows", 25, 1, false],
  ["headline-test", "windows", 50, 2, true],
  ["consent-wall", "every-second", 7, 2, false],
  ["consent-wall", "every-second", 7, 3, true],
];

for (const [kind, meets, minute, visit, expected] of WHOM) {
  test(`${kind} for ${meets ?? "whom it usually meets"}, minute ${minute}, visit ${visit}: ${expected}`, () => {
    const [span] = noiseSpans([{ kind, from: 0, ...(meets && { meets }) }], START_AT);
    assert.equal(isMet(span!, START_AT + minute * MINUTE_MS, visit, 4127), expected);
  });
}
