import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { afterAsking, plainReason } from "#engine/websub/after-asking";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Advice } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import type { SubscriptionId } from "#model/id";
import type { SubscriptionState } from "#model/subscription";

const NOW = Date.UTC(2026, 4, 4);
const ID = 1 as SubscriptionId;

const answer = (status: number): FetchResult => ({
  ok: true,
  value: {
    status,
    url: "https://hub.example/",
    hops: [],
    headers: {},
    body: new Uint8Array(),
    validators: { etag: null, lastModified: null },
    sentAt: NOW,
    tookMs: 1,
  },
});

const failure = (advice: Advice, retryAfterMs?: number): FetchResult => ({
  ok: false,
  failure: { advice, code: "x", message: "It failed.", ...(retryAfterMs !== undefined && { retryAfterMs }) },
  sentAt: NOW,
  tookMs: 1,
  hops: [],
});

const TABLE: readonly (readonly [
  before: SubscriptionState,
  what: string,
  FetchResult,
  after: SubscriptionState,
  minutes: number | null,
])[] = [
  ["wanted", "202", answer(202), "asked", 10],
  ["wanted", "204", answer(204), "asked", 10],
  ["active", "202", answer(202), "asked", 10],
  ["refused", "202", answer(202), "asked", 10],
  ["wanted", "400", answer(400), "refused", 30 * 24 * 60],
  ["wanted", "403", answer(403), "refused", 30 * 24 * 60],
  ["wanted", "404", answer(404), "refused", 30 * 24 * 60],
  ["wanted", "303, which would make it a GET", answer(303), "refused", 30 * 24 * 60],
  ["wanted", "408", answer(408), "wanted", 10],
  ["wanted", "429", answer(429), "wanted", 10],
  ["wanted", "500", answer(500), "wanted", 10],
  ["asked", "503", answer(503), "wanted", 10],
  ["wanted", "no answer", failure("retry"), "wanted", 10],
  ["wanted", "a host that is busy for three hours", failure("later", 3 * HOUR_MS), "wanted", 180],
  ["wanted", "a private address", failure("never"), "refused", 30 * 24 * 60],
  ["leaving", "202", answer(202), "leaving", 10],
  ["leaving", "404", answer(404), "left", null],
  ["leaving", "500", answer(500), "leaving", 10],
  ["leaving", "a private address", failure("never"), "left", null],
];

suite("what follows from a hub's answer", () => {
  for (const [before, what, result, state, minutes] of TABLE)
    test(`${before}, then ${what}: ${state}`, () => {
      const after = afterAsking({ id: ID, state: before, failedTries: 0 }, result, NOW);
      assert.equal(after.state, state);
      assert.equal(after.failedTries, 1);
      const wait = after.dueAt === null ? null : (after.dueAt - NOW) / MINUTE_MS;
      if (minutes === null) assert.equal(wait, null);
      else assert.ok(wait! >= 0.9 * minutes && wait! <= 1.1 * minutes, `${wait} minutes`);
      assert.equal(after.reason === null, result.ok && result.value.status < 300);
    });

  test("farewells end: a hub that does not verify is told three times", () => {
    const waits = [0, 1, 2].map((failedTries) =>
      afterAsking({ id: ID, state: "leaving", failedTries }, answer(202), NOW),
    );
    assert.deepEqual(
      waits.map(({ state }) => state),
      ["leaving", "leaving", "left"],
    );
  });

  test("law: waits grow to a week and no further, and nothing but a no is final", () => {
    const results = [answer(202), answer(500), failure("retry"), failure("later")];
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.constantFrom(...results),
        fc.constantFrom("wanted", "asked", "active", "refused"),
        (failedTries, result, state) => {
          const { dueAt } = afterAsking({ id: ID, state: state as SubscriptionState, failedTries }, result, NOW);
          assert.ok(dueAt! - NOW >= 9 * MINUTE_MS && dueAt! - NOW <= 7.7 * DAY_MS);
        },
      ),
    );
  });
});

test("a reason is one short line of printable text", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 400 }), (points) => {
      const text = String.fromCodePoint(...points);
      const reason = plainReason(text);
      assert.ok(reason.length <= 200 && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(reason) && reason.isWellFormed());
    }),
  );
});
