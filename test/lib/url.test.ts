import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressWithoutDoubtful, normaliseUrl, urlKey } from "#lib/url";

const SITE = "https://gazette.example";

const SAME: readonly (readonly [string, string])[] = [
  ["/2026/%d0%bc%d0%be%d1%81%d1%82", "/2026/%D0%BC%D0%BE%D1%81%D1%82"],
  ["/2026/мост", "/2026/%D0%BC%D0%BE%D1%81%D1%82"],
  ["/a%2Db%7Ec%2e%5F", "/a-b~c._"],
  ["/%61rticle?q=%7e", "/article?q=~"],
  ["/lock?partner=rss&emc=rss", "/lock"],
  ["/lock?id=4&emc=rss", "/lock?id=4"],
  ["/lock?utm_source=x&mkt_tok=y&yclid=9", "/lock"],
  ["/lock/", "/lock"],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ["/a%2Fb", "/a/b"],
  ["/lock?id=4", "/lock?id=5"],
  ["/lock?ref=front", "/lock"],
  ["/lock?source=rss", "/lock"],
  ["/a%3Fb", "/a?b"],
  ["/Lock", "/lock"],
];

const keyOf = (path: string): string => urlKey(normaliseUrl(SITE + path)!);

test("addresses that differ only in spelling or in a channel have one key, others have their own", () => {
  for (const [one, other] of SAME) assert.equal(keyOf(one), keyOf(other), one);
  for (const [one, other] of DIFFERENT) assert.notEqual(keyOf(one), keyOf(other), one);
});

test("a normal form is its own normal form, however the address is encoded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (path) => {
      const once = normaliseUrl(`${SITE}/${encodeURIComponent(path.toWellFormed())}`);
      assert.ok(once);
      assert.equal(normaliseUrl(once), once);
      assert.equal(normaliseUrl(once.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())), once);
    }),
    { seed: 16, numRuns: 300 },
  );
});

test("a parameter that may choose the article is only taken away to ask which other address it could be", () => {
  assert.equal(addressWithoutDoubtful(`${SITE}/lock?ref=rss&page=2`), `${SITE}/lock?page=2`);
  assert.equal(addressWithoutDoubtful(`${SITE}/article?id=7`), `${SITE}/article`);
  assert.equal(addressWithoutDoubtful(`${SITE}/lock?page=2`), null);
  assert.equal(addressWithoutDoubtful(`${SITE}/lock`), null);
  for (const twin of ["/2026/lock/amp", "/2026/lock/amp/", "/amp/2026/lock", "/2026/lock/print"])
    assert.equal(addressWithoutDoubtful(SITE + twin), `${SITE}/2026/lock`);
  assert.equal(addressWithoutDoubtful(`${SITE}/2026/lock.amp.html`), `${SITE}/2026/lock.html`);
  for (const own of ["/amp", "/amp-prices-rise", "/2026/print-media", "/print/"])
    assert.equal(addressWithoutDoubtful(SITE + own), null, own);
});
