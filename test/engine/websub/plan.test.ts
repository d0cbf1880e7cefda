import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { hubChanges } from "#engine/websub/plan";
import type { FeedId, SubscriptionId } from "#model/id";
import type { SubscriptionState } from "#model/subscription";
import type { FeedHub } from "#store/hubs/subscriptions";

const NOW = 1_000_000;
const BASE = "https://v.example";
const TOPIC = "https://daily.example/feed";
const A = "https://a.example/";
const B = "https://b.example/";

const row = (more: Partial<FeedHub> = {}): FeedHub => ({
  id: 1 as SubscriptionId,
  feedId: 1 as FeedId,
  hubUrl: A,
  topicUrl: TOPIC,
  state: "active",
  reason: null,
  dueAt: NOW + 1000,
  failedTries: 0,
  activeSince: null,
  leaseUntil: null,
  lastPushAt: null,
  pushes: 0,
  unsigned: 0,
  announced: { hits: 0, misses: 0 },
  base: BASE,
  isPending: false,
  ...more,
});

const names = (...hubs: readonly string[]) => ({ hubs, topic: TOPIC });

const plan = (known: readonly FeedHub[], named: ReturnType<typeof names> | null, base: string | null = BASE) =>
  hubChanges(known, named, { base, now: NOW, newSecrets: () => ({ key: "k", secret: "s" }) }).map((change) =>
    change.kind === "want" ? `want ${change.hubUrl} ${change.dueAt}` : `${change.kind} ${change.id} ${change.dueAt}`,
  );

const CASES: readonly (readonly [
  string,
  readonly FeedHub[],
  ReturnType<typeof names> | null,
  string | null,
  readonly string[],
])[] = [
  ["the first that is named is wanted", [], names(A, B), BASE, [`want ${A} ${NOW}`]],
  ["nothing is named", [], names(), BASE, []],
  ["no one knows what is named", [], null, BASE, []],
  ["without a public address it is remembered", [], names(A), null, [`want ${A} null`]],
  ["what is wanted already stays", [row({ state: "wanted" })], names(A), BASE, []],
  ["what is active stays, also behind another", [row()], names(B, A), BASE, []],
  ["named no more", [row()], names(), BASE, [`leave 1 ${NOW}`]],
  ["never asked, and named no more", [row({ state: "wanted" })], names(), BASE, ["leave 1 null"]],
  ["refused, and named no more", [row({ state: "refused" })], names(), BASE, ["leave 1 null"]],
  ["another is named", [row()], names(B), BASE, [`leave 1 ${NOW}`, `want ${B} ${NOW}`]],
  [
    "another topic",
    [row({ topicUrl: "https://daily.example/old" })],
    names(A),
    BASE,
    [`leave 1 ${NOW}`, `want ${A} ${NOW}`],
  ],
  ["refused: the next one", [row({ state: "refused" })], names(A, B), BASE, [`want ${B} ${NOW}`]],
  ["dead: the next one", [row({ state: "wanted", failedTries: 3 })], names(A, B), BASE, [`want ${B} ${NOW}`]],
  ["dead, and no other", [row({ state: "wanted", failedTries: 9 })], names(A), BASE, []],
  ["left, and named again", [row({ state: "left", base: null })], names(A), BASE, [`again 1 ${NOW}`]],
  ["left, named again, and no public address", [row({ state: "left" })], names(A), null, []],
  ["being left, and named again: when that is over", [row({ state: "leaving" })], names(A), BASE, []],
  ["a public address at last", [row({ state: "wanted", base: null, dueAt: null })], null, BASE, [`again 1 ${NOW}`]],
  ["another public address", [row()], null, "https://w.example", [`again 1 ${NOW}`]],
  ["no public address any more", [row()], null, null, [`leave 1 ${NOW}`]],
  ["no public address any more, never asked", [row({ state: "wanted" })], names(A), null, ["again 1 null"]],
];

suite("what a poll changes at the hubs of a feed", () => {
  for (const [name, known, named, base, changes] of CASES)
    test(name, () => assert.deepEqual(plan(known, named, base), changes));

  test("law: what was planned is planned once, and no more than one hub is wanted in addition", () => {
    const states: readonly SubscriptionState[] = ["wanted", "asked", "active", "refused", "leaving", "left"];
    const rows = fc.uniqueArray(
      fc.record({
        hubUrl: fc.constantFrom(A, B, "https://c.example/"),
        state: fc.constantFrom(...states),
        base: fc.constantFrom(BASE, null, "https://w.example"),
        failedTries: fc.nat(5),
      }),
      { selector: ({ hubUrl }) => hubUrl, maxLength: 3 },
    );
    const named = fc.option(fc.uniqueArray(fc.constantFrom(A, B), { maxLength: 2 }).map((hubs) => names(...hubs)));
    fc.assert(
      fc.property(rows, named, fc.constantFrom(BASE, null), (made, hubs, base) => {
        const known = made.map((one, i) => row({ ...one, id: (i + 1) as SubscriptionId }));
        const circumstances = { base, now: NOW, newSecrets: () => ({ key: "k", secret: "s" }) };
        const changes = hubChanges(known, hubs, circumstances);
        const ids = changes.flatMap((change) => (change.kind === "want" ? [] : [change.id]));
        assert.equal(new Set(ids).size, ids.length, "one change for each");
        assert.ok(changes.filter(({ kind }) => kind === "want").length <= 1);
        if (base === null)
          assert.ok(
            changes.every((one) => one.kind === "leave" || one.dueAt === null),
            "no one is asked",
          );
        const after = applied(known, changes);
        assert.deepEqual(
          hubChanges(after, hubs, circumstances).filter(({ kind }) => kind !== "want"),
          [],
        );
      }),
    );
  });
});

function applied(known: readonly FeedHub[], changes: ReturnType<typeof hubChanges>): readonly FeedHub[] {
  return known.map((one) => {
    const change = changes.find((each) => each.kind !== "want" && each.id === one.id);
    if (change?.kind === "again") return { ...one, state: "wanted", base: change.base, failedTries: 0 };
    if (change?.kind === "leave") return { ...one, state: change.dueAt === null ? "left" : "leaving", failedTries: 0 };
    return one;
  });
}
