import assert from "node:assert/strict";
import { test } from "node:test";
import { assess } from "#newsroom/assess";
import type { ObservedVersion } from "#newsroom/observed";
import type { Truth, TruthEdit, TruthNoise } from "#newsroom/truth";

const URL_A = "http://daily.localhost:1/city/a";
const URL_MOVED = "http://daily.localhost:1/city/b";

const edit = (at: number, textHash: string): TruthEdit => ({
  at,
  kind: "number",
  description: "",
  field: "body",
  fields: ["body"],
  textHash,
});

const truth = (edits: readonly TruthEdit[], noise: readonly TruthNoise[] = []): Truth => ({
  startAt: 0,
  seed: 1,
  sources: [
    {
      name: "Courier",
      homeUrl: "http://daily.localhost:1/",
      kind: "daily",
      language: "en",
      outages: [],
      ambient: ["ads"],
    },
  ],
  articles: [
    {
      urls: [URL_A, URL_MOVED],
      source: "Courier",
      headline: "A",
      publishedAt: 0,
      copyOf: null,
      textHash: "0",
      edits,
      noise,
    },
  ],
});

const version = (number: number, previousSeenAt: number | null, firstSeenAt: number): ObservedVersion => ({
  number,
  previousSeenAt,
  firstSeenAt,
});

const EDITS = [edit(100, "1"), edit(200, "2"), edit(208, "1"), edit(300, "3")];
const first = version(1, null, 50);

interface Case {
  readonly name: string;
  readonly versions: readonly ObservedVersion[];
  readonly lastLookedAt?: number;
  readonly undecidedSince?: number;
  readonly noise?: readonly TruthNoise[];
  readonly caught: number;
  readonly transient?: number;
  readonly unseen?: number;
  readonly pending?: number;
  readonly false?: number;
}

const CASES: readonly Case[] = [
  {
    name: "all caught but the pair that took itself back",
    versions: [first, version(2, 90, 120), version(3, 270, 320)],
    caught: 2,
    transient: 2,
  },
  {
    name: "an edit at the instant of the first look is caught, at the last look before is not",
    versions: [first, version(2, 90, 100), version(3, 300, 330)],
    caught: 1,
    transient: 2,
    unseen: 1,
    false: 1,
  },
  {
    name: "edits between two looks are caught together, but not those that took each other back",
    versions: [first, version(2, 90, 400)],
    caught: 2,
    transient: 2,
  },
  {
    name: "edits up to the first sighting do not count",
    versions: [version(1, null, 250), version(2, 280, 310)],
    caught: 1,
  },
  {
    name: "edits after the last look are pending",
    versions: [first, version(2, 90, 120)],
    lastLookedAt: 250,
    caught: 1,
    transient: 2,
    pending: 1,
  },
  {
    name: "an edit whose text waits to be confirmed is pending",
    versions: [first, version(2, 90, 120)],
    lastLookedAt: 350,
    undecidedSince: 250,
    caught: 1,
    transient: 2,
    pending: 1,
  },
  {
    name: "an edit that was over before the waiting began is missed",
    versions: [first],
    lastLookedAt: 350,
    undecidedSince: 250,
    caught: 0,
    transient: 2,
    unseen: 1,
    pending: 1,
  },
  {
    name: "a version without an edit is false",
    versions: [first, version(2, 90, 120), version(3, 130, 150), version(4, 290, 310)],
    caught: 2,
    transient: 2,
    false: 1,
  },
  {
    name: "without previousSeenAt the interval begins at the version before",
    versions: [first, version(2, null, 120)],
    caught: 1,
    transient: 2,
    unseen: 1,
  },
  {
    name: "a lying 304 stretches an edit to its end",
    versions: [first, version(2, 130, 145), version(3, 290, 310)],
    noise: [{ kind: "stale-304", from: 100, to: 140 }],
    caught: 2,
    transient: 2,
  },
  {
    name: "an edit under two lies shows when the last of them ends",
    versions: [first, version(2, 90, 120), version(3, 222, 240), version(4, 290, 310)],
    noise: [
      { kind: "stale-page", from: 200, to: 220 },
      { kind: "stale-page", from: 208, to: 228 },
    ],
    caught: 3,
    unseen: 1,
  },
];

for (const c of CASES) {
  test(`assess: ${c.name}`, () => {
    const looked = c.lastLookedAt === undefined ? {} : { lastLookedAt: c.lastLookedAt };
    const waits = c.undecidedSince === undefined ? {} : { undecidedSince: c.undecidedSince };
    const result = assess(truth(EDITS, c.noise ?? []), [{ url: URL_A, versions: c.versions, ...looked, ...waits }]);
    const missed = (why: string) => result.missed.filter((m) => m.why === why).length;
    assert.deepEqual(
      [result.caught, missed("transient"), missed("unseen"), result.pending, result.falseVersions.length],
      [c.caught, c.transient ?? 0, c.unseen ?? 0, c.pending ?? 0, c.false ?? 0],
    );
    assert.equal(result.edits, result.caught + result.missed.length + result.pending);
  });
}

test("a false version names the scripted noise in its interval, else the ambient noise", () => {
  const noise: TruthNoise[] = [
    { kind: "consent-wall", from: 140, to: 160 },
    { kind: "bumped-date", from: 500, to: null },
  ];
  const versions = [first, version(2, 120, 150), version(3, 160, 190)];
  const { falseVersions, falseByNoise } = assess(truth([], noise), [{ url: URL_MOVED, versions }]);
  assert.deepEqual(
    falseVersions.map((v) => v.noise),
    [["consent-wall"], ["ads"]],
  );
  assert.deepEqual(falseByNoise, { "consent-wall": 1, ads: 1 });
});

test("the delay runs from the edit to the first sighting", () => {
  const result = assess(truth([edit(100, "1"), edit(300, "2")]), [
    { url: URL_A, versions: [first, version(2, 90, 110), version(3, 290, 330)] },
  ]);
  assert.equal(result.delayMeanMs, 20);
});

test("unknown addresses and unseen articles are named and counted", () => {
  const result = assess(truth([]), [{ url: "http://daily.localhost:1/about", versions: [first] }]);
  assert.deepEqual(result.unknownUrls, ["http://daily.localhost:1/about"]);
  assert.equal(result.articlesUnseen, 1);
  assert.equal(result.delayMeanMs, null);
});
