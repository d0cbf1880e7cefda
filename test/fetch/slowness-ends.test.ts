import assert from "node:assert/strict";
import { test } from "node:test";
import { gapAt, slownessAfter } from "#fetch/pace";
import type { FetchResult } from "#model/fetcher";
import { NOW } from "./loopback.ts";

const answer = (status: number): FetchResult => ({
  ok: true,
  value: {
    url: "https://news.example/",
    status,
    headers: {},
    validators: { etag: null, lastModified: null },
    hops: [],
    body: new Uint8Array(),
    sentAt: NOW,
    tookMs: 0,
  },
});

/** A host was slowed down three times over, until then: the first instant at which it is slow no more is that one. */
for (const [now, level] of [
  [NOW - 1, 3],
  [NOW, 0],
  [NOW + 1, 0],
] as const)
  test(`slowness ${now - NOW} ms after its end: ${level} doublings`, () => {
    const before = { refusals: 0, slowLevel: 3, slowUntil: NOW };
    assert.equal(slownessAfter(before, answer(200), now).slowLevel, level);
    assert.equal(slownessAfter(before, answer(429), now).slowLevel, Math.max(level, 1));
    assert.equal(gapAt({ gapMs: 1000, crawlDelayMs: null, slowness: before, now }), 1000 * 2 ** level);
  });
