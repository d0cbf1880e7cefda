import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Extraction, extractWithTrace } from "#extract/extract";
import { matchRate } from "#extract/site/container";
import { learn, traceToKeep } from "#extract/site/learn";
import { type ArticleTrace, EMPTY_MEMORY, readMemory, type SiteMemory } from "#extract/site/memory";
import { sectionOf } from "#extract/site/section";
import { NO_RULES, NO_TEMPLATE } from "#extract/site/template";
import { templateFor } from "#extract/site/view";
import { type PageMade, paragraph, paragraphsOf, sentence, sitePage, urlOf } from "./site-pages.ts";

const SECTION = sectionOf(urlOf(1));

/** Looks at pages as the engine does, and remembers. */
class Watcher {
  memory: SiteMemory = EMPTY_MEMORY;
  now = 0;
  readonly #traces = new Map<number, ArticleTrace>();

  look(made: PageMade): Extraction {
    const previous = this.#traces.get(made.article) ?? null;
    const site = templateFor({ memory: this.memory, rules: NO_RULES, generation: 1 }, SECTION, previous);
    const reading = extractWithTrace(sitePage(made), { url: urlOf(made.article), site });
    const { trace } = reading;
    this.memory = learn(this.memory, { trace, section: SECTION, article: made.article, previous, at: this.now });
    this.#traces.set(made.article, traceToKeep(trace, previous));
    return reading;
  }
}

const texts = ({ document }: Extraction): readonly string[] => document.blocks.map((block) => block.text);
const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

const ABOUT = "The Gazette has been printed on the island since 1902 and belongs to a trust of its readers.";
const about = `<p class="house">${ABOUT}</p>`;

test("a box that repeats across articles is boilerplate from the third on", () => {
  const site = new Watcher();
  const seen = range(1, 6).map((article) => texts(site.look({ article, after: about })).includes(ABOUT));
  assert.deepEqual(seen, [true, true, true, false, false]);
  const [dropped] = Object.values(site.memory.blocks).filter((block) => block.accepted);
  assert.deepEqual([dropped?.drops, dropped?.sample, dropped?.count], [2, ABOUT.slice(0, 100), 5]);
});

test("a box is the same whatever each build calls its class", () => {
  const site = new Watcher();
  const seen = ["eqdgjk", "kvmfta", "eqdgjk", "wplroz", "bnxiue"].map((mark, i) => {
    const after = about.replace("house", `house-${mark}`);
    return texts(site.look({ article: i + 1, after })).includes(ABOUT);
  });
  assert.deepEqual(seen, [true, true, true, false, false]);
});

test("a short line needs five articles", () => {
  const site = new Watcher();
  const line = "Printed on the island of Ems since 1902.";
  const after = `<p class="house">${line.slice(0, 39)}</p><p>${sentence(5)}</p>`;
  for (const article of range(1, 6)) site.look({ article, after });
  assert.equal(Object.values(site.memory.blocks).filter((block) => block.accepted).length, 1);
});

test("the same article looked at again and again is one article", () => {
  const site = new Watcher();
  for (const turn of range(0, 12))
    assert.ok(texts(site.look({ article: 1 + (turn % 2), after: about })).includes(ABOUT));
});

test("a paragraph that a running story carries from article to article stays", () => {
  const site = new Watcher();
  const background = paragraph(77_777);
  for (const article of range(1, 40)) {
    const paragraphs = [...paragraphsOf(article), ...(article % 3 === 0 ? [background] : [])];
    const found = texts(site.look({ article, paragraphs }));
    assert.equal(found.includes(background), article % 3 === 0, `article ${article}`);
    assert.equal(found.length, paragraphs.length);
  }
});

test("copies of an agency's text under many addresses keep all of it", () => {
  const site = new Watcher();
  const wire = paragraphsOf(500);
  for (const article of range(1, 20)) {
    const paragraphs = article % 2 === 0 ? [paragraph(article), ...wire] : paragraphsOf(article);
    assert.deepEqual(texts(site.look({ article, paragraphs })), paragraphs);
  }
});

test("a line among the paragraphs is boilerplate when nearly every article ends with it", () => {
  const site = new Watcher();
  const line = "Letters to the editor may be handed in at the office on Mole Street until six in the evening.";
  const seen = range(1, 14).map((article) => texts(site.look({ article, after: `<p>${line}</p>` })).includes(line));
  assert.deepEqual([seen.slice(0, 8).every(Boolean), seen.slice(8).some(Boolean)], [true, false]);
});

test("a notice that is put under all articles at once is boilerplate from the third on", () => {
  const site = new Watcher();
  for (const article of range(1, 11)) site.look({ article });
  const seen = range(1, 11).map((article) => texts(site.look({ article, after: `<p>${NOTICE}</p>` })).includes(NOTICE));
  assert.deepEqual(seen, [true, true, true, false, false, false, false, false, false, false]);
});

const NOTICE = "The Gazette moves house. From Monday letters reach us at the old customs shed on Granary Road.";
const noticed = (site: Watcher, made: PageMade): boolean => texts(site.look(made)).includes(NOTICE);

/** A site of twenty articles that has put a notice above its texts and is known to do so. */
function withNotice(): Watcher {
  const site = new Watcher();
  for (const article of range(1, 21)) site.look({ article });
  for (const article of range(1, 4)) site.look({ article, before: `<p>${NOTICE}</p>` });
  assert.equal(noticed(site, { article: 4, before: `<p>${NOTICE}</p>` }), false);
  return site;
}

test("a notice above the texts is known below them too, and is not forgotten for it", () => {
  const site = withNotice();
  for (const article of range(5, 11)) {
    const line = `<p>${NOTICE}</p>`;
    const made = article % 2 === 0 ? { article, before: line } : { article, after: line };
    assert.equal(noticed(site, made), false, `article ${article}`);
  }
});

test("a notice is not forgotten because some articles show it among their paragraphs, but when most do", () => {
  const site = withNotice();
  const among = (article: number) =>
    [...paragraphsOf(article), ...paragraphsOf(article + 100)].toSpliced(2 + ((article * 3) % 9), 0, NOTICE);
  const seen = range(21, 41).map((article) => noticed(site, { article, paragraphs: among(article) }));
  assert.deepEqual([seen.slice(0, 4).some(Boolean), seen.slice(-4).every(Boolean)], [false, true]);
});

test("a long notice is known in other elements, where the text stands", () => {
  const site = withNotice();
  const entry = (line: string) => `<section><div><p>${line}</p></div></section>`;
  const paragraphs = paragraphsOf(9);
  const html = sitePage({ article: 9, paragraphs: [], inside: [NOTICE, ...paragraphs].map(entry).join("") });
  const state = { memory: site.memory, rules: NO_RULES, generation: 1 };
  const reading = extractWithTrace(html, { url: urlOf(9), site: templateFor(state, SECTION, null) });
  assert.deepEqual(texts(reading), paragraphs);
});

test("a box beside the texts that says what another article says drops nothing from that one", () => {
  const site = new Watcher();
  const [lead] = paragraphsOf(50);
  const teaser = `<aside class="teaser"><p class="lead">${lead}</p></aside>`;
  for (const article of range(1, 12)) site.look({ article, inside: teaser });
  assert.ok(texts(site.look({ article: 50 })).includes(lead!));
});

test("a notice that ends is known by its going, where it was too rare to be known before", () => {
  const site = new Watcher();
  const after = `<p>${NOTICE}</p>`;
  for (const article of range(1, 6)) assert.equal(noticed(site, { article, after }), true);
  for (const article of range(1, 4)) site.look({ article });
  assert.equal(noticed(site, { article: 4, after }), false);
});

test("a notice that every new article has is known as soon as it comes to an older one", () => {
  const site = new Watcher();
  const after = `<p>${NOTICE}</p>`;
  for (const article of [1, 2]) site.look({ article });
  for (const article of [3, 4, 5]) assert.equal(noticed(site, { article, after }), true);
  assert.equal(noticed(site, { article: 1, after }), true);
  for (const article of [1, 2, 3, 6]) assert.equal(noticed(site, { article, after }), false, `article ${article}`);
});

test("a paragraph of a running story that is added to an older article is its own while others go without", () => {
  const site = new Watcher();
  const background = paragraph(77_777);
  const paragraphs = (article: number) => [...paragraphsOf(article), background];
  for (const article of [1, 2]) site.look({ article });
  for (const article of [3, 4, 5, 6])
    site.look(article === 4 ? { article } : { article, paragraphs: paragraphs(article) });
  for (const article of [1, 1, 2]) {
    assert.ok(texts(site.look({ article, paragraphs: paragraphs(article) })).includes(background));
  }
});

test("a paragraph that is taken out of three articles of many is theirs", () => {
  const site = new Watcher();
  const background = paragraph(77_777);
  const paragraphs = (article: number) => [...paragraphsOf(article), background];
  for (const article of range(1, 30))
    site.look(article % 5 === 0 ? { article, paragraphs: paragraphs(article) } : { article });
  for (const article of [5, 10, 15]) site.look({ article });
  assert.ok(texts(site.look({ article: 20, paragraphs: paragraphs(20) })).includes(background));
});

test("a paragraph that comes to a few articles of many is theirs", () => {
  const site = new Watcher();
  const update = paragraph(66_666);
  for (const article of range(1, 13)) site.look({ article });
  for (const round of range(1, 4)) {
    for (const article of range(1, 13)) {
      const paragraphs = paragraphsOf(article).with(round, paragraph(article * 1_000 + round));
      const with_ = article % 3 === 0 ? [...paragraphs, update] : paragraphs;
      assert.deepEqual(texts(site.look({ article, paragraphs: with_ })), with_);
    }
  }
});

test("a box that changes while the text stands still is volatile, and the text stays the same from then on", () => {
  const site = new Watcher();
  const box = (turn: number) => `<div class="beside"><p>In other matters: ${sentence(9_000 + turn)}</p></div>`;
  const before = new Set<string>();
  const after = new Set<string>();
  let turn = 0;
  for (const round of range(0, 8)) {
    for (const article of range(1, 13)) {
      const reading = site.look({ article, inside: box(turn++) });
      if (article === 1) (round < 3 ? before : after).add(texts(reading).join("\n"));
    }
  }
  assert.deepEqual([before.size, after.size], [3, 1]);
  const [path] = Object.values(site.memory.paths).filter((one) => one.accepted);
  assert.match(path?.path ?? "", /div\.beside/);
});

test("edits of paragraphs never make their place volatile, however many there are", () => {
  const site = new Watcher();
  for (const round of range(0, 12)) {
    for (const article of range(1, 13)) {
      const paragraphs = paragraphsOf(article).with(round % 6, paragraph(round * 1_000 + article));
      assert.deepEqual(texts(site.look({ article, paragraphs })), paragraphs);
    }
  }
});

test("a box that is edited on some articles is not volatile", () => {
  const site = new Watcher();
  const facts = (state: number) => `<ul class="facts"><li>${sentence(state)}</li><li>${sentence(state + 1)}</li></ul>`;
  for (const round of range(0, 6)) {
    for (const article of range(1, 13)) {
      const edited = article % 3 === 0 ? round * 500 : 0;
      const found = texts(site.look({ article, inside: facts(article + edited) }));
      assert.ok(found.includes(sentence(article + edited)));
    }
  }
  assert.deepEqual(
    Object.values(site.memory.paths).filter((path) => path.accepted),
    [],
  );
});

test("a body is never cut under six tenths, and an article that was once kept whole stays whole", () => {
  const site = new Watcher();
  for (const article of range(1, 6)) site.look({ article, after: about.repeat(1) });
  const short = { article: 9, paragraphs: [sentence(900), "Short."], after: about };
  const first = site.look(short);
  assert.ok(texts(first).includes(ABOUT));
  assert.ok(first.trace.keptAll);
  const grown = site.look({ article: 9, after: about });
  assert.ok(texts(grown).includes(ABOUT), "what was kept at the first look is kept at the second");
});

test("a container that wins is accepted, a redesign raises the alarm, and the new one is learned", () => {
  const site = new Watcher();
  for (const article of range(1, 10)) site.look({ article });
  assert.match(site.memory.sections[SECTION]?.bodyPath ?? "", /div\.body$/);
  for (const article of range(10, 30)) site.look({ article });
  assert.equal(matchRate(site.memory.sections[SECTION]!), 1);
  for (const article of range(30, 33)) site.look({ article, box: '<div class="article-text">' });
  assert.equal(site.memory.sections[SECTION]?.bodyPath, null);
  assert.deepEqual(
    site.memory.alarms.map(({ section, matchRate: rate }) => [section, rate.toFixed(2)]),
    [[SECTION, "0.85"]],
  );
  for (const article of range(33, 40)) site.look({ article, box: '<div class="article-text">' });
  assert.match(site.memory.sections[SECTION]?.bodyPath ?? "", /div\.article-text$/);
});

test("a memory stays bounded, survives its own JSON and is the same for the same looks", () => {
  const site = new Watcher();
  const twin = new Watcher();
  for (const article of range(1, 130)) {
    site.look({ article, after: about });
    twin.look({ article, after: about });
  }
  const json = JSON.stringify(site.memory);
  assert.equal(json, JSON.stringify(twin.memory));
  assert.deepEqual(readMemory(json), site.memory);
  assert.ok(json.length < 500_000, `${json.length}`);
  assert.ok(Object.keys(site.memory.blocks).length <= 1_200);
  assert.equal(readMemory("{"), null);
  assert.equal(readMemory('{"formula":0}'), null);
});

const CASES = join(import.meta.dirname, "..", "pages");

test("a page that is read again with what its last look left reads the same", () => {
  for (const name of readdirSync(CASES)) {
    const html = readFileSync(join(CASES, name, "page.html"), "utf8");
    const url = "https://paper.example/town/story";
    const first = extractWithTrace(html, { url });
    const { container, keptAll } = first.trace;
    for (const bodyPath of [null, container]) {
      const site = { ...NO_TEMPLATE, bodyPath, prior: { container, keptAll } };
      assert.deepEqual(extractWithTrace(html, { url, site }).document, first.document, name);
    }
  }
});

const SECTIONS: readonly (readonly [url: string, section: string])[] = [
  ["https://www.gazette.example/town/story-1.html", "gazette.example/town"],
  ["https://gazette.example/2024/05/03/story", "gazette.example"],
  ["https://gazette.example/en/sport/story", "gazette.example/en/sport"],
  ["https://gazette.example/news/uk/story", "gazette.example/news"],
  ["https://gazette.example/story-of-a-long-day-at-sea", "gazette.example"],
  ["https://live.gazette.example/a-very-long-folder-that-is-a-headline/1", "live.gazette.example"],
];
for (const [url, section] of SECTIONS)
  test(`${url} belongs to ${section}`, () => assert.equal(sectionOf(url), section));

const MINUTE = 60_000;
const COUNTS: readonly ((figure: number) => string)[] = [
  (figure) => `Nokare ${figure} visol tamen`,
  (figure) => `Σανο λαμον ${figure.toLocaleString("en")} τις.`,
  (figure) => `Kalo ${10 + (figure % 14)}:${10 + (figure % 50)} mar`,
];

/** Looks at articles in turn, minutes apart, with a line whose figures move. Returns in which looks the line was left out. */
function lookInTurn(
  articles: number,
  line: (figure: number) => string,
  minutes: number,
  rounds = 4,
): readonly boolean[] {
  const site = new Watcher();
  return range(0, articles * rounds).map((look) => {
    site.now = look * minutes * MINUTE;
    const inside = `<p>${line(1_000 + look * 37)}</p>`;
    const read = site.look({ article: 1 + (look % articles), inside });
    return !texts(read).includes(line(1_000 + look * 37));
  });
}

for (const [i, line] of COUNTS.entries())
  test(`a line in which only figures move on three articles moves by itself: ${line(1_234)}`, () => {
    const out = lookInTurn(3, line, 4);
    assert.deepEqual(out.slice(0, 6), [false, false, false, false, false, false], String(i));
    assert.deepEqual(out.slice(6), [true, true, true, true, true, true]);
  });

test("a figure that moves on two articles is news, and so is one that takes longer than an hour for three", () => {
  const toll = (figure: number) => `The storm has cost ${figure} lives`;
  assert.ok(!lookInTurn(2, toll, 4).includes(true));
  assert.ok(!lookInTurn(3, toll, 40).includes(true));
});

test("a figure that stands at more than half of the looks is none that moves", () => {
  const site = new Watcher();
  range(0, 18).forEach((look) => {
    site.now = look * 2 * MINUTE;
    const article = 1 + (look % 3);
    const inside = `<p>Nokare ${1_000 + 50 * article + Math.floor(look / 9)} visol tamen</p>`;
    assert.ok(texts(site.look({ article, inside })).some((text) => text.startsWith("Nokare")));
  });
});

test("items of a list and cells of a table are news however they move", () => {
  for (const wrap of [
    (text: string) => `<ul><li>${text}</li><li>Second of the night</li></ul>`,
    (text: string) => `<h3>${text}</h3>`,
  ]) {
    const site = new Watcher();
    range(0, 12).forEach((look) => {
      site.now = look * 2 * MINUTE;
      site.look({ article: 1 + (look % 3), inside: wrap(`Votes for Brandvold: ${1_000 + look}`) });
    });
    assert.deepEqual(Object.keys(site.memory.moving ?? {}), []);
  }
});
