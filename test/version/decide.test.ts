import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Memory } from "#model/memory";
import { isReason } from "#model/reason";
import type { VersionText } from "#model/version";
import { type Decided, decide } from "#version/decide";
import { markOf } from "#version/fingerprint";
import { RING_SIZE } from "#version/ring";
import { variantsIn } from "#version/variants";

const T0 = Date.UTC(2026, 4, 4, 6, 0);

/**
 * A text in short: headline, standfirst and paragraphs, one word each, separated by `/`: `A//one two` has the headline A, no standfirst and two paragraphs; a fourth part is a correction note.
 */
function textIn(short: string): VersionText {
  const [headline = "", standfirst = "", body = "", correction = ""] = short.split("/");
  const blocks = body
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({ kind: "paragraph" as const, text: `The ${word} stood in the harbour all night.` }));
  return {
    headline,
    standfirst: standfirst === "" ? null : standfirst,
    corrections: correction === "" ? [] : [correction],
    blocks,
  };
}

interface Course {
  readonly told: readonly string[];
  readonly decided: readonly Decided[];
  readonly memory: Memory | null;
}

/** Replays looks, each `minute text`; reports the decision of each, `>number@minute` of a version that opens, `?minute` of a look asked for. */
function course(looks: string, replayed = false): Course {
  const decided: Decided[] = [];
  let memory: Memory | null = null;
  for (const look of looks.split(", ")) {
    const [minute = "", ...short] = look.split(" ");
    const one: Decided = decide(
      memory,
      { text: markOf(textIn(short.join(" "))), replayed },
      T0 + Number(minute) * MINUTE_MS,
    );
    decided.push(one);
    memory = JSON.parse(JSON.stringify(one.memory)) as Memory;
  }
  return { told: decided.map(tell), decided, memory };
}

const minute = (at: number): number => (at - T0) / MINUTE_MS;
function tell({ decision, opens, lookAgainAt }: Decided): string {
  const opened = opens ? `>${opens.number}@${minute(opens.firstSeenAt)}` : "";
  return `${decision}${opened}${lookAgainAt === undefined ? "" : `?${minute(lookAgainAt)}`}`;
}

/** What it shows, the looks, and what was decided at each after the first, which opens version 1. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["nothing new", "0 A//one two, 30 A//one two", "same"],
  ["two looks agree", "0 A//one two, 30 A//one three, 31.5 A//one three", "held?31.5 new>2@30"],
  [
    "a look by hand comes too early",
    "0 A//one two, 30 A//one three, 31 A//one three, 31.5 A//one three",
    "held?31.5 held?32.5 new>2@30",
  ],
  ["a text that did not stay", "0 A//one two, 30 A//one three, 31.5 A//one two", "held?31.5 same"],
  [
    "a headline needs two looks more, half-way and when a test would be over",
    "0 A//one two, 30 B//one two, 31.5 B//one two, 47.5 B//one two, 65 B//one two",
    "held?31.5 held?47.5 held?65 new>2@30",
  ],
  [
    "and a fourth one, however long the second took",
    "0 A//one two, 30 B//one two, 90 B//one two, 91.5 B//one two, 93 B//one two",
    "held?31.5 held?91.5 held?93 new>2@30",
  ],
  ["so does a standfirst", "0 A/a/one two, 30 A/b/one two, 31.5 A/b/one two", "held?31.5 held?47.5"],
  ["and both at once", "0 A/a/one two, 30 B/b/one two, 31.5 B/b/one two", "held?31.5 held?47.5"],
  ["a headline with its body does not", "0 A//one two, 30 B//one three, 31.5 B//one three", "held?31.5 new>2@30"],
  [
    "a headline test",
    "0 A//one, 30 B//one, 31.5 B//one, 65 A//one, 90 B//one, 120 A//one, 180 B//one",
    "held?31.5 held?47.5 same alternating same alternating",
  ],
  [
    "a tested headline that stays in the end",
    "0 A//one, 30 B//one, 32 A//one, 60 B//one, 240 B//one, 419 B//one, 420 B//one",
    "held?31.5 same alternating alternating alternating new>2@60",
  ],
  [
    "with every flip it takes one look more",
    "0 A//one, 30 B//one, 32 A//one, 60 B//one, 90 A//one, 120 B//one, 300 B//one, 480 B//one, 490 B//one, 500 B//one",
    "held?31.5 same alternating same alternating alternating alternating alternating new>2@120",
  ],
  [
    "a version that comes back is held until it has stayed",
    "0 A//one, 30 B//two, 32 B//two, 60 A//one, 240 A//one, 420 A//one",
    "held?31.5 new>2@30 held?240 held?420 restored>3@60",
  ],
  [
    "a cache that no one purged shows the old text once more",
    "0 A//one two, 30 A//one three, 31.5 A//one two, 60 A//one three, 61.5 A//one three",
    "held?31.5 same held?61.5 new>2@60",
  ],
  [
    "a body that comes and goes twice alternates",
    "0 A//one two, 30 A//one three, 32 A//one two, 60 A//one three, 61 A//one two, 90 A//one three",
    "held?31.5 same held?61.5 same alternating",
  ],
  [
    "a cut page with another price at every look is not hurried for ever",
    "0 A//one two three four, 30 A//one p, 31.5 A//one q, 33 A//one r, 34.5 A//one s",
    "held?31.5 held?33 held?34.5 held",
  ],
  [
    "busy editing: what two looks in a row have in common is confirmed",
    "0 A//one two, 30 A//one two three, 31.5 A//one two three four",
    "held?31.5 new>2@31.5",
  ],
  [
    "but only once the second look comes late enough",
    "0 A//one two, 30 A//one two three, 31 A//one two three four, 32.5 A//one two three four",
    "held?31.5 held?32.5 new>2@31",
  ],
  [
    "an edit under a headline that came and went counts with the standing headline, as soon as that is back",
    "0 A//one two, 30 B//one two, 31.5 A//one two, 60 B//one three, 61.5 A//one three",
    "held?31.5 same held?61.5 new>2@61.5",
  ],
  [
    "and when it was seen first under the standing one",
    "0 A//one two, 30 B//one two, 31.5 A//one two, 60 A//one three, 61.5 B//one three, 63 A//one three",
    "held?31.5 same held?61.5 held?63 new>2@63",
  ],
  [
    "with the other one when that outlasts a test",
    "0 A//one two, 30 B//one two, 31.5 A//one two, 60 B//one three, 61.5 B//one three, 77.5 B//one three, 95 B//one three",
    "held?31.5 same held?61.5 held?77.5 held?95 new>2@60",
  ],
  [
    "and the tested headline comes back to no new test after the edit",
    "0 A//one two, 30 B//one two, 31.5 A//one two, 60 A//one three, 61.5 A//one three, 90 B//one three, 130 B//one three",
    "held?31.5 same held?61.5 new>2@60 alternating alternating",
  ],
  [
    "a headline and a body that a cache took back once are no test",
    "0 A//one two, 30 B//one three, 31.5 A//one two, 60 B//one three, 61.5 B//one three",
    "held?31.5 same held?61.5 new>2@60",
  ],
  [
    "a headline that the edit brings is no tested one",
    "0 A//one two, 30 A//one three, 31.5 A//one two, 60 B//one two three, 61.5 B//one two three",
    "held?31.5 same held?61.5 new>2@60",
  ],
  [
    "a version that stood for hours does not alternate because the one before came back once",
    "0 A//one, 30 B//two, 32 B//two, 400 A//one, 430 B//two, 460 A//one",
    "held?31.5 new>2@30 held?580 same alternating",
  ],
  [
    "and when that stays it is restored",
    "0 A//one, 30 B//two, 32 B//two, 400 A//one, 500 A//one, 760 A//one",
    "held?31.5 new>2@30 held?580 held?760 restored>3@400",
  ],
  [
    "a tested headline is not confirmed by an edit of the body under it",
    "0 A//one two, 30 B//one two, 31.5 B//one three, 33 B//one three",
    "held?31.5 held?33 new>2@31.5",
  ],
  [
    "nor does a moving line under a tested headline confirm it",
    "0 A//one two 0, 30 B//one two 1, 31.5 B//one two 2, 33 A//one two 3",
    "held?31.5 held?33 held?34.5",
  ],
  [
    "nor a standfirst",
    "0 A/a/one two 0, 30 A/b/one two 1, 31.5 A/b/one two 2, 33 A/a/one two 3",
    "held?31.5 held?33 held?34.5",
  ],
  [
    "nor does what is left of a body, or a headline alone, share what was new before",
    "0 A//one two three, 30 B//one two three four, 32 A//four, 34 B//one two three",
    "held?31.5 held?33.5 held?35.5",
  ],
  [
    "a correction note under another headline is no headline test",
    "0 A//one two, 30 B//one two/note, 31.5 B//one two/note",
    "held?31.5 new>2@30",
  ],
  [
    "two new texts with nothing new in common are two first sightings",
    "0 A//one two, 30 A//one two three, 31.5 A//one two four, 33 A//one two four",
    "held?31.5 held?33 new>2@31.5",
  ],
  [
    "what goes on changing is not asked for in haste for ever",
    "0 A//one 0, 30 A//one 1, 32 A//one 2, 34 A//one 3, 36 A//one 4",
    "held?31.5 held?33.5 held?35.5 held",
  ],
  [
    "but every eighth look is confirmed: a line that moves within 90 seconds makes no version",
    "0 A//x 0, 1 A//x 1, 3 A//x 2, 9 A//x 3, 99 A//x 4, 200 A//x 5, 300 A//x 6, 350 A//x 7, 361 A//x 8, 362.5 A//x 9, 400 A//x 10",
    "held?2.5 held?4.5 held?10.5 held held held held held?362.5 held held",
  ],
  [
    "nor does it let a cut page or a tested headline open at first sight",
    "0 A//x y z 0, 1 A//x y z 1, 3 A//x y z 2, 9 A//x y z 3, 99 A//x y z 4, 200 A//x y z 5, 300 A//x y z 6, 350 A//x y z 7, 500 A//x 8, 600 B//x y z 9, 700 A//x y z 0",
    "held?2.5 held?4.5 held?10.5 held held held held held?501.5 held same",
  ],
  [
    "one that was edited between all looks does",
    "0 A//x 0, 1 A//x 1, 3 A//x 2, 9 A//x 3, 99 A//x 4, 200 A//x 5, 300 A//x 6, 350 A//x 7, 361 A//x 8, 362.5 A//x 8",
    "held?2.5 held?4.5 held?10.5 held held held held held?362.5 new>2@361",
  ],
  [
    "an edit beside a line that moves is shared by two looks",
    "0 A//x y 0, 1 A//x y 1, 3 A//x y 2, 9 A//x y 3, 99 A//x z 4, 200 A//x z 5",
    "held?2.5 held?4.5 held?10.5 held new>2@200",
  ],
  [
    "a paragraph less beside it: eight looks over six hours without the latest version",
    "0 A//w x y 0, 1 A//w x 1, 3 A//w x 2, 9 A//w x 3, 99 A//w x 4, 200 A//w x 5, 300 A//w x 6, 350 A//w x 7, 360 A//w x 8, 361 A//w x 9",
    "held?2.5 held?4.5 held?10.5 held held held held held?361.5 new>2@361",
  ],
  [
    "so does another headline over it",
    "0 A//w x y 0, 1 B//w x y 1, 3 B//w x y 2, 9 B//w x y 3, 99 B//w x y 4, 200 B//w x y 5, 300 B//w x y 6, 350 B//w x y 7, 361 B//w x y 8",
    "held?2.5 held?4.5 held?10.5 held held held held new>2@361",
  ],
  [
    "and a text of which most moves",
    "0 A//p q r s, 1 A//1 2 3 4, 100 A//5 6 7 8, 200 A//9 10 11 12, 300 A//13 14 15 16, 400 A//17 18 19 20, 500 A//21 22 23 24, 600 A//25 26 27 28, 700 A//29 30 31 32",
    "held?2.5 held?101.5 held?201.5 held held held held new>2@700",
  ],
  [
    "a wall that says nothing: most of the body is gone, and is back",
    "0 A//one two three, 30 A//one, 31.5 A//one, 65 A//one two three",
    "held?31.5 held?65 same",
  ],
  [
    "a big cut that stays is published late, from its first sighting",
    "0 A//one two three, 30 A//one, 31.5 A//one, 65 A//one, 150 A//one, 390 A//one",
    "held?31.5 held?65 held?150 held?390 new>2@30",
  ],
  [
    "three looks it takes, however long the second took",
    "0 A//one two three, 30 A//one, 900 A//one, 901.5 A//one",
    "held?31.5 held?901.5 new>2@30",
  ],
  [
    "a cut to more than three fifths is an edit",
    "0 A//one two three, 30 A//one two, 31.5 A//one two",
    "held?31.5 new>2@30",
  ],
  [
    "two texts in turn, in place of the latest version, and one of them opens",
    "0 A//x, 1 B//x, 3 C//x, 60 B//x, 90 C//x, 120 B//x, 200 C//x, 300 B//x, 361 C//x",
    "held?2.5 held?4.5 alternating alternating alternating alternating alternating new>2@361",
  ],
];
for (const [name, looks, expected] of CASES)
  test(`decide: ${name}`, () => assert.equal(course(looks).told.slice(1).join(" "), expected));

test("decide: the first text opens version 1 at once", () => {
  assert.deepEqual(course("0 A//one").told, ["first>1@0"]);
});

test("decide: a replayed text needs no confirming look, but a collapse and a return wait", () => {
  const looks = "0 A//one two three, 1440 B//one two three, 2880 B//one, 4320 B//one two three, 5760 A//one two three";
  assert.deepEqual(course(looks, true).told.slice(1), ["new>2@1440", "held", "same", "held"]);
});

/** What was there, what a page that was rebuilt shows of it, and what is decided. */
const REBUILT: readonly (readonly [string, string, string, string])[] = [
  ["a standfirst that comes", "A//one two", "A/a/one two", "same"],
  ["one that goes", "A/a/one two", "A//one two", "same"],
  ["another one", "A/a/one two", "A/b/one two", "held"],
  ["another headline beside it", "A//one two", "B/a/one two", "held"],
  ["another body beside it", "A//one two", "A/a/one three", "held"],
  ["a correction note beside it", "A//one two", "A/a/one two/note", "held"],
];
for (const [name, was, is, expected] of REBUILT)
  test(`decide: a rebuilt page with ${name}`, () => {
    const { memory } = decide(null, { text: markOf(textIn(was)) }, T0);
    const text = markOf(textIn(is));
    const met = decide(memory, { text, rebuilt: true }, T0 + HOUR_MS);
    assert.equal(met.decision, expected);
    if (expected === "same") assert.equal(decide(met.memory, { text }, T0 + 2 * HOUR_MS).decision, "same");
    assert.equal(decide(memory, { text }, T0 + HOUR_MS).decision, "held");
  });

const TAKEN_BACK: readonly (readonly [string, string, readonly string[]])[] = [
  ["is held, however soon", "70 A//one", ["held?250"]],
  ["is held, however late", "3000 A//one", ["held?3180"]],
  [
    "alternates once it has gone back and forth",
    "70 A//one, 90 B//one, 120 A//one",
    ["held?250", "same", "alternating"],
  ],
  ["counts when it stayed", "70 A//one, 250 A//one, 430 A//one", ["held?250", "held?430", "restored>3@70"]],
];
for (const [name, looks, expected] of TAKEN_BACK)
  test(`decide: a headline that is taken back ${name}`, () => {
    const { told } = course(`0 A//one, 30 B//one, 31.5 B//one, 48 B//one, 65 B//one, ${looks}`);
    assert.deepEqual(told.slice(5), expected);
  });

test("decide: a text that came back is looked at half-way, and when it may count", () => {
  const { decided } = course("0 A//one, 30 B//two, 32 B//two, 70 A//one, 250 A//one");
  const asked = decided.slice(3).map(({ lookAgainAt }) => (lookAgainAt! - T0) / MINUTE_MS);
  assert.deepEqual(asked, [250, 430]);
});

test("decide: what a newer template leaves out was never the article's, and is no variant", () => {
  const { memory } = course("0 A//one two, 30 A//one two notice");
  const seen = { text: markOf(textIn("A//one two")) };
  const { decision, reason, memory: after } = decide(memory, { ...seen, relearned: true }, T0 + 32 * MINUTE_MS);
  assert.deepEqual([decision, after.away, variantsIn(after)], ["same", null, []]);
  assert.deepEqual(reason, { code: "same-site-repeats" });
  const taken = decide(memory, seen, T0 + 32 * MINUTE_MS);
  assert.equal(variantsIn(taken.memory).length, 1);
});

test("decide: reasons say which rule holds a text and what it waits for", () => {
  const reasons = (looks: string) => course(looks).decided.map(({ reason }) => reason);
  const [, first, again, , opened] = reasons(
    "0 A//one two, 30 B//one two, 32 B//one two, 48 B//one two, 65 B//one two",
  );
  const waits = { code: "held-headline", differs: "headline", needs: 4, overMs: 35 * MINUTE_MS };
  assert.deepEqual(first, { ...waits, looks: 1 });
  assert.deepEqual(again, { ...waits, looks: 2 });
  assert.deepEqual(opened, { code: "new-stayed", hold: "headline", looks: 4, overMs: 35 * MINUTE_MS });
  const stays = { looks: 1, needs: 3, overMs: 6 * HOUR_MS };
  const shorter = reasons("0 A//one two three, 30 A//one")[1];
  assert.deepEqual(shorter, { code: "held-shorter", leftPercent: 33, ...stays });
  const back = reasons("0 A//one, 30 B//two, 32 B//two, 60 A//one")[3];
  assert.deepEqual(back, { code: "held-version", version: 1, ...stays });
  assert.deepEqual(reasons("0 A//one, 30 B//one, 32 A//one")[2], { code: "same-again", hold: "headline", looks: 1 });
});

test("variants: what was seen beside the versions, with what became of it", () => {
  const { memory } = course(
    "0 A//one, 30 B//one, 32 A//one, 60 B//one, 65 B//one, 90 A//one, 120 A//two, 122 A//three",
  );
  const told = variantsIn(memory!).map(({ state, rule, looks, runs, firstSeenAt, lastSeenAt, decidesAt }) =>
    [state, rule, looks, runs, minute(firstSeenAt), minute(lastSeenAt), decidesAt && minute(decidesAt)].join(" "),
  );
  assert.deepEqual(told, [
    "held confirm 1 1 122 122 123.5",
    "passing confirm 1 1 120 120 ",
    "alternating return 3 2 30 65 ",
  ]);
});

test("a text that became a version is no variant, nor is a version that comes back", () => {
  const { decided, memory } = course("0 A//one, 30 B//two, 31 A//one, 60 B//two, 62 B//two, 90 A//one");
  assert.deepEqual(variantsIn(memory!), []);
  assert.deepEqual(
    decided.map(({ saw }) => saw),
    [null, null, 1, null, null, 1],
  );
  const stayed = course("0 A//one, 30 B//one, 31 A//one, 60 B//one, 240 B//one, 419 B//one, 420 B//one");
  assert.equal(stayed.memory!.latest.number, 2);
  assert.deepEqual(variantsIn(stayed.memory!), []);
  assert.deepEqual(
    stayed.memory!.ring.map(({ version }) => version),
    [1],
  );
});

test("however often a text came and went, eight looks in a row over six hours are enough", () => {
  const flips = Array.from({ length: 12 }, (_, i) => `${30 + 20 * i} B//one, ${40 + 20 * i} A//one`);
  const stays = Array.from({ length: 8 }, (_, i) => `${1000 + 60 * i} B//one`);
  const { told } = course(["0 A//one", ...flips, ...stays].join(", "));
  assert.deepEqual(told.slice(-2), ["alternating", "new>2@1000"]);
});

test("what came and went long ago is forgotten, so that a memory never grows", () => {
  const passing = Array.from({ length: 30 }, (_, i) => `${30 + 20 * i} A//one ${i}, ${40 + 20 * i} A//one`);
  const { memory } = course(["0 A//one", ...passing].join(", "));
  assert.deepEqual(
    variantsIn(memory!).map(({ firstSeenAt }) => (minute(firstSeenAt) - 30) / 20),
    [29, 28, 27, 26, 25, 24, 23, 22],
  );
  assert.equal(memory!.ring.length, RING_SIZE);
});

/** Looks at an article as they may come: minutes since the look before, and one of a few texts or a new one. */
const anyLooks = fc.array(
  fc.record({
    wait: fc.oneof(fc.constantFrom(0.5, 1.5, 2, 35), fc.integer({ min: 1, max: 900 })),
    text: fc.oneof(
      fc.constantFrom("A//x y z", "B//x y z", "A//x y w", "A//x", "C/c/x y z q"),
      fc.nat(99).map((n) => `A//x y ${n}`),
    ),
  }),
  { minLength: 1, maxLength: 40 },
);
const written = (looks: readonly { readonly wait: number; readonly text: string }[]) => {
  let at = 0;
  const lines = looks.map(({ wait, text }) => {
    at += wait;
    return `${at} ${text}`;
  });
  return lines.join(", ");
};

test("laws: versions are numbered in a row, begin at a look that met them, and are seen twice unless the page never rests", () => {
  fc.assert(
    fc.property(anyLooks, (looks) => {
      const { decided, memory } = course(written(looks));
      let number = 0;
      let at = T0;
      for (const [index, one] of decided.entries()) {
        at += looks[index]!.wait * MINUTE_MS;
        assert.ok(isReason(one.reason));
        assert.ok((one.lookAgainAt ?? Number.POSITIVE_INFINITY) > at);
        if (!one.opens) continue;
        assert.equal(one.opens.number, ++number);
        assert.ok(one.opens.firstSeenAt <= at);
        const alone = one.opens.firstSeenAt === at;
        assert.ok(
          number === 1 || !alone || /^new-(?:shared-lines|latest-gone)$/.test(one.reason.code),
          one.reason.code,
        );
      }
      assert.equal(memory!.latest.number, number);
      assert.ok(memory!.ring.length <= 2 * RING_SIZE && variantsIn(memory!).length <= RING_SIZE);
    }),
  );
});

test("laws: whatever came before, a text that stays becomes the latest version within a few looks", () => {
  fc.assert(
    fc.property(anyLooks, fc.constantFrom("A//x y z", "B//x y z", "A//x", "D//new body"), (looks, stays) => {
      let { memory } = course(written(looks));
      let at = T0 + looks.reduce((sum, { wait }) => sum + wait * MINUTE_MS, 0);
      const text = markOf(textIn(stays));
      let met = 0;
      const begun = at;
      while (memory!.latest.text.whole !== text.whole) {
        at += HOUR_MS;
        const one = decide(memory, { text }, at);
        memory = one.memory;
        assert.ok(++met <= 9, `${met} looks`);
      }
      assert.ok(at - begun <= 9 * HOUR_MS);
    }),
  );
});

test("laws: a line that moves at every look hides no edit beside it, and makes no version of its own", () => {
  const waits = fc.array(fc.integer({ min: 2, max: 400 }), { minLength: 12, maxLength: 30 });
  fc.assert(
    fc.property(
      waits,
      fc.nat(8),
      fc.constantFrom("A//p q x z", "A//p q x y w", "A//p q z w", "B//p q x z"),
      (waits, quiet, edited) => {
        let memory: Memory | null = null;
        let at = T0;
        const opened: number[] = [];
        for (const [index, wait] of waits.entries()) {
          at += wait * MINUTE_MS;
          const short = index <= quiet ? "A//p q x y" : edited;
          const one: Decided = decide(memory, { text: markOf(textIn(`${short} ${index}`)) }, at);
          memory = one.memory;
          if (one.opens) opened.push(index);
        }
        // The second look at the edit shares its news with the first.
        assert.deepEqual(opened, [0, quiet + 2]);
      },
    ),
  );
});
