import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import type { FeedId } from "#model/id";
import type { FeedKind } from "#model/source";
import { type InPush, type Known, spot } from "#version/schedule/spot";

const NOW = 1_000_000_000;
const LOOKED = NOW - 60 * MINUTE_MS;
const FEED = 7 as FeedId;

const found = (title: string | null, updatedAt: number | null) => ({
  url: "https://news.example/a",
  title,
  publishedAt: null,
  updatedAt,
});
const before: Known = { lastLookedAt: LOOKED, signal: null, announced: null };
const announcedAs = (title: string, id = FEED): string =>
  spot({ id, kind: "rss" }, found(title, null), before, NOW).announced!;

/** What the feed is, what it lists, what is known and how it was pushed; then the kind of the signal, and whether the title is remembered. */
const CASES: readonly (readonly [
  name: string,
  kind: FeedKind,
  title: string | null,
  updatedAt: number | null,
  known: Partial<Known>,
  inPush: InPush | undefined,
  signal: string | null,
  remembered: boolean,
])[] = [
  ["a title seen first", "rss", "Flood", null, {}, undefined, null, true],
  ["the same title", "rss", " Flood ", null, { announced: announcedAs("Flood") }, undefined, null, false],
  ["another title", "rss", "Flood in Ems", null, { announced: announcedAs("Flood") }, undefined, "headline", true],
  [
    "another feed's title",
    "rss",
    "Ems",
    null,
    { announced: announcedAs("Flood", 70 as FeedId) },
    undefined,
    null,
    false,
  ],
  ["no title", "rss", null, null, { announced: announcedAs("Flood") }, undefined, null, false],
  ["a title of blanks", "rss", "  ", null, { announced: announcedAs("Flood") }, undefined, null, false],
  ["a date of the look itself", "rss", null, LOOKED, {}, undefined, null, false],
  ["a later date", "rss", null, LOOKED + 1, {}, undefined, "updated", false],
  ["a later date in a sitemap", "news-sitemap", null, LOOKED + 1, {}, undefined, "lastmod", false],
  ["a date a little ahead", "rss", null, NOW + 10 * MINUTE_MS, {}, undefined, "updated", false],
  ["a date too far ahead", "rss", null, NOW + 10 * MINUTE_MS + 1, {}, undefined, null, false],
  ["an article not looked at", "rss", "Flood", NOW, { lastLookedAt: null }, undefined, null, true],
  ["one not looked at, and nothing new", "rss", null, NOW, { lastLookedAt: null }, undefined, null, false],
  ["one with a signal", "rss", null, NOW, { signal: { kind: "push", at: LOOKED } }, undefined, null, false],
  ["a push without a date", "rss", null, null, {}, "alone", "push", false],
  ["a push with an old date", "rss", null, LOOKED, {}, "alone", null, false],
  ["a push with a later date", "rss", null, NOW, {}, "alone", "push", false],
  ["a push of the whole list", "rss", null, null, {}, "list", null, false],
  ["a push of the whole list with a later date", "rss", null, NOW, {}, "list", "push", false],
];

for (const [name, kind, title, updatedAt, known, inPush, signal, remembered] of CASES)
  test(`what a feed tells: ${name}`, () => {
    const told = spot({ id: FEED, kind }, found(title, updatedAt), { ...before, ...known }, NOW, inPush);
    assert.deepEqual([told.signal?.kind ?? null, told.announced !== undefined], [signal, remembered]);
    if (told.signal) assert.equal(told.signal.at, NOW);
  });
