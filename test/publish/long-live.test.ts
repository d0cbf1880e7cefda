import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { ArticleId } from "#model/id";
import { openStore } from "#store/open";
import { addArticle, openVersion, textOf } from "../contract/fixtures.ts";
import { attribute, elementsOf } from "./dom.ts";
import { siteOver } from "./site.ts";

const VERSIONS = 120;
const PAGE_BYTES = 60_000;
const AROUND_BYTES = 20_000;
const TIMES = 3;

/** A live page on which a short entry is added at the top with each version; every fifth time an older entry is edited too. */
const entryOf = (at: number, edited: boolean): string =>
  `${edited ? "Corrected: the" : "The"} wind at mast ${at} reached force ${at}.`;
const bodyAt = (version: number): readonly string[] =>
  Array.from({ length: 200 + version }, (_, i) => entryOf(i, i % 37 === 0 && version - i / 5 > 30)).reverse();

suite(`a live page with ${VERSIONS} versions`, async () => {
  const store = await openStore(":memory:");
  const id = await addArticle(store, "https://daily.example/live");
  for (let at = 0; at < VERSIONS; at++) await openVersion(store, id, at, textOf("Storm live", ...bodyAt(at)));
  const { text, get } = siteOver(store);

  test("its page stays light, and so do those of its changes", async () => {
    const own = Buffer.byteLength(await text(`/articles/${id}`));
    assert.ok(own > 3000 && own <= PAGE_BYTES, `${own} bytes`);
    for (const [from, to] of [
      [VERSIONS - 1, VERSIONS],
      [VERSIONS - 6, VERSIONS],
    ] as const)
      for (const view of ["side", "inline"]) {
        const page = Buffer.byteLength(await text(`/articles/${id}/changes/${from}..${to}?view=${view}`));
        const texts = (await bytesOf(id, from)) + (await bytesOf(id, to));
        assert.ok(page <= AROUND_BYTES + TIMES * texts, `${from}..${to} ${view}: ${page} bytes, texts ${texts}`);
      }
  });

  test("what is left out of a long unchanged stretch is one click away", async () => {
    const page = await text(`/articles/${id}/changes/${VERSIONS - 1}..${VERSIONS}`);
    const links = elementsOf(page).filter((each) => attribute(each, "href") === `/articles/${id}/versions/${VERSIONS}`);
    assert.ok(links.length > 1);
    assert.match(page, /\d+ more unchanged paragraphs/);
    const whole = await text(`/articles/${id}/versions/${VERSIONS}`);
    for (const entry of bodyAt(VERSIONS - 1)) assert.ok(whole.includes(entry), entry);
  });

  test("any two of its versions can be compared by their numbers", async () => {
    const fields = elementsOf(await text(`/articles/${id}`)).filter((each) => attribute(each, "type") === "number");
    assert.deepEqual(
      fields.map((each) => ["name", "min", "max", "value"].map((name) => attribute(each, name))),
      [
        ["from", "1", String(VERSIONS), "1"],
        ["to", "1", String(VERSIONS), String(VERSIONS)],
      ],
    );
    const answer = await get(`/articles/${id}/changes?from=7&to=5`);
    assert.equal(answer.headers.get("location"), `/articles/${id}/changes/5..7`);
  });

  async function bytesOf(article: ArticleId, number: number): Promise<number> {
    const { headline, blocks } = (await store.reader.version(article, number))!.text;
    return Buffer.byteLength([headline, ...blocks.map((block) => block.text)].join("\n"));
  }
});
