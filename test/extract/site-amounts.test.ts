import assert from "node:assert/strict";
import { test } from "node:test";
import { extractWithTrace } from "#extract/extract";
import { learn, traceToKeep } from "#extract/site/learn";
import { type ArticleTrace, EMPTY_MEMORY, type SiteMemory } from "#extract/site/memory";
import { NO_RULES } from "#extract/site/template";
import { templateFor } from "#extract/site/view";
import { MINUTE_MS } from "#lib/clock";
import { fingerprint, textOf } from "#version/fingerprint";
import { sentence, sitePage, urlOf } from "./site-pages.ts";

/** A site as its looks leave it: each article's last trace, and what was learned from all. */
class Site {
  memory: SiteMemory = EMPTY_MEMORY;
  readonly traces = new Map<number, ArticleTrace>();

  look(article: number, inside: string, at: number) {
    const previous = this.traces.get(article) ?? null;
    const site = templateFor({ memory: this.memory, rules: NO_RULES, generation: 0 }, "town", previous);
    const { document, trace } = extractWithTrace(sitePage({ article, inside }), { url: urlOf(article), site });
    this.memory = learn(this.memory, { trace, section: "town", article, previous, at });
    this.traces.set(article, traceToKeep(trace, previous));
    return document;
  }

  get known(): number {
    return Object.values(this.memory.amounts ?? {}).filter(({ accepted }) => accepted).length;
  }
}

const MINUTE = MINUTE_MS;
/** A sentence of an article's own with an amount in it, in an element whose name says nothing. */
const said = (article: number, amount: string, element = 'span class="px"'): string =>
  `<p>${sentence(article + 500)} A share of the ferry cost <${element}>${amount}</${element.split(" ")[0]}> crowns at the last look, and ${article} were sold.</p>`;

/** Looks at the articles one after the other, `rounds` times, `apart` minutes between two rounds. */
function watched(
  articles: readonly number[],
  rounds: number,
  apart: number,
  inside: (article: number, round: number) => string,
): Site {
  const site = new Site();
  for (let round = 0; round < rounds; round++)
    for (const [i, article] of articles.entries())
      site.look(article, inside(article, round), (round * apart + i) * MINUTE);
  return site;
}

const moving = (article: number, round: number): string => said(article, `${100 + article + round}.${round}`);

test("an amount in an element of its own that moves in three articles at once is a moving span", () => {
  const site = watched([1, 2, 3], 3, 5, moving);
  assert.equal(site.known, 1);
  const one = site.look(4, moving(4, 7), 60 * MINUTE);
  const other = site.look(4, moving(4, 8), 62 * MINUTE);
  const spans = one.blocks.flatMap(({ text, spans = [] }) =>
    spans.map(({ from, to, kind }) => [kind, text.slice(from, to)]),
  );
  assert.deepEqual(spans, [["moving", "111.7"]]);
  assert.equal(fingerprint(textOf(one)), fingerprint(textOf(other)));
});

test("a word beside a moving amount still makes another text", () => {
  const site = watched([1, 2, 3], 3, 5, moving);
  const one = site.look(4, moving(4, 7), 60 * MINUTE);
  const other = site.look(4, moving(4, 8).replace("were sold", "were bought"), 62 * MINUTE);
  assert.notEqual(fingerprint(textOf(one)), fingerprint(textOf(other)));
});

const EDITS: Readonly<Record<string, () => Site>> = {
  "a toll in a plain sentence, raised in three articles at every look": () =>
    watched(
      [1, 2, 3],
      4,
      5,
      (article, round) => `<p>The storm killed ${30 + round} people in the town ${article}, the council said.</p>`,
    ),
  "a toll in bold that rises at every look of one article": () =>
    watched([1, 2, 3], 4, 5, (article, round) =>
      said(article, String(article === 1 ? 30 + round : 30), 'b class="toll"'),
    ),
  "a score that changes in two articles": () =>
    watched([1, 2, 3], 4, 5, (article, round) => said(article, String(article < 3 ? round : 1), 'span class="score"')),
  "a count of votes that was raised once in three articles": () =>
    watched([1, 2, 3], 6, 5, (article, round) => said(article, round < 5 ? "12 400" : "13 900", 'span class="votes"')),
  "amounts that change in three articles hours apart": () => {
    const site = new Site();
    for (let round = 0; round < 3; round++)
      for (const article of [1, 2, 3])
        site.look(article, moving(article, round), (round * 900 + article * 180) * MINUTE);
    return site;
  },
  "sentences that are reworded around an amount": () =>
    watched([1, 2, 3], 4, 5, (article, round) => said(article + round * 10, String(round + 3))),
};

for (const [name, play] of Object.entries(EDITS))
  test(`stays an edit: ${name}`, () => {
    const site = play();
    assert.equal(site.known, 0);
    const one = site.look(1, said(1, "41", 'b class="toll"'), 900_000 * MINUTE);
    const other = site.look(1, said(1, "42", 'b class="toll"'), 900_001 * MINUTE);
    assert.notEqual(fingerprint(textOf(one)), fingerprint(textOf(other)));
  });
