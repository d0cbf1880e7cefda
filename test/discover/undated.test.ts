import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readFeed } from "#discover/feed";
import { newsOfUndated } from "#discover/undated";

const LIMIT = 500;
const addresses = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `https://daily.example/news/${from + at}-quay-${(from + at) % 7}`);

suite("a sitemap that dates nothing", () => {
  const ends: readonly (readonly [string, readonly string[], string, string])[] = [
    ["grows at its end", addresses(3000), "2950", "2999"],
    ["grows at its top", addresses(3000).toReversed(), "2999", "2950"],
  ];
  for (const [what, entries, first, last] of ends)
    test(`that ${what} gives the newest fifty at first`, () => {
      const { fresh } = newsOfUndated(entries, null, LIMIT);
      assert.equal(fresh.length, 50);
      assert.match(fresh[0]!, new RegExp(`/${first}-`));
      assert.match(fresh.at(-1)!, new RegExp(`/${last}-`));
    });

  test("without a number in its addresses gives a part of either end", () => {
    const words = addresses(400).map((url) => url.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!));
    const { fresh } = newsOfUndated(words, null, LIMIT);
    assert.deepEqual(fresh, [...words.slice(0, 25), ...words.slice(-25)]);
  });

  test("law: wherever entries are put in, they are found at the next reading, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 40 }), (places) => {
        const before = addresses(2000);
        const { listed } = newsOfUndated(before, null, LIMIT);
        const after = [...before];
        const put = places.map((place, at) => [`https://daily.example/new-${at}`, place] as const);
        for (const [url, place] of put) after.splice(place, 0, url);
        const news = newsOfUndated(after, listed, LIMIT);
        assert.deepEqual(new Set(news.fresh), new Set(put.map(([url]) => url)));
        assert.deepEqual(newsOfUndated(after, news.listed, LIMIT), { fresh: [], listed: null });
      }),
    );
  });

  test("that came out nearly empty once is not all new afterwards, and one that was rebuilt gives fifty", () => {
    const { listed } = newsOfUndated(addresses(800), null, LIMIT);
    assert.deepEqual(newsOfUndated(addresses(3), listed, LIMIT).fresh, []);
    assert.equal(
      newsOfUndated(
        addresses(800).map((url) => url.replace("news", "stories")),
        listed,
        LIMIT,
      ).fresh.length,
      50,
    );
  });

  test("that brings more than a poll takes gives the others at the next one", () => {
    const { listed } = newsOfUndated(addresses(2000), null, LIMIT);
    const first = newsOfUndated(addresses(2700), listed, LIMIT);
    const second = newsOfUndated(addresses(2700), first.listed, LIMIT);
    assert.deepEqual([first.fresh.length, second.fresh.length], [500, 200]);
  });

  test("lists all its entries, one of dates none", () => {
    const url = (loc: string, more = "") => `<url><loc>${loc}</loc>${more}</url>`;
    const undated = (text: string) => {
      const read = readFeed({
        bytes: Buffer.from(text),
        text,
        url: "https://daily.example/sitemap.xml",
        contentType: "text/xml",
      });
      assert.ok(read.ok);
      return read.value.undated;
    };
    const all = addresses(2500);
    assert.deepEqual(undated(`<urlset>${all.map((loc) => url(loc)).join("")}</urlset>`), all);
    assert.equal(
      undated(`<urlset>${url(all[0]!)}${url(all[1]!, "<lastmod>2026-05-01</lastmod>")}</urlset>`),
      undefined,
    );
  });
});

suite("an index that dates no sitemap", () => {
  const rows: readonly (readonly [string, (n: number) => string, readonly string[]])[] = [
    ["numbers", (n) => `post-${n}.xml`, ["post-30.xml", "post-1.xml", "post-29.xml", "post-2.xml"]],
    [
      "months",
      (n) => `y-${2024 + Math.floor((n - 1) / 12)}-${((n - 1) % 12) + 1}.xml`,
      ["y-2026-6.xml", "y-2026-5.xml"],
    ],
  ];
  for (const [what, name, expected] of rows)
    test(`names first the ends of a row of ${what}, in whatever order they come`, () => {
      const names = Array.from({ length: 30 }, (_, i) => name(((i * 7) % 30) + 1));
      const text = `<sitemapindex>${names.map((one) => `<sitemap><loc>https://daily.example/${one}</loc></sitemap>`).join("")}</sitemapindex>`;
      const read = readFeed({
        bytes: Buffer.from(text),
        text,
        url: "https://daily.example/i.xml",
        contentType: "text/xml",
      });
      assert.ok(read.ok);
      assert.deepEqual(
        read.value.more.slice(0, expected.length).map(({ url }) => new URL(url).pathname.slice(1)),
        expected,
      );
    });
});
