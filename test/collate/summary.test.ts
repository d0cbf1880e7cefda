import assert from "node:assert/strict";
import { test } from "node:test";
import { collateTexts, summarise } from "#collate/index";
import type { VersionText } from "#model/version";

const RAIN = "Heavy rain fell on the town of Ems for three nights in a row, the weather service said.";
const TOLL = "Officials said the flood killed ten people and drove hundreds of families from their homes.";
const QUOTE = "“We will not pay for a new bridge,” the mayor, Carla Venn, told reporters on the bank.";
const CREWS = "Crews from four districts worked through the cold to bring back power and water.";

const version = (change: Partial<Omit<VersionText, "blocks">> & { body?: readonly string[] } = {}): VersionText => ({
  headline: change.headline === undefined ? "Flood kills ten in Ems" : change.headline,
  standfirst: change.standfirst ?? null,
  corrections: change.corrections ?? [],
  blocks: (change.body ?? [RAIN, TOLL, QUOTE, CREWS]).map((text) => ({ kind: "paragraph", text })),
});

const summary = (old: VersionText, next: VersionText) => summarise(old, next, collateTexts(old, next));
const edit = (text: string, from: string, to: string) =>
  [RAIN, TOLL, QUOTE, CREWS].map((p) => (p === text ? p.replace(from, to) : p));

/** What changed, old and new version, and the sample: the most telling edit with a few words around it. */
const SAMPLES: readonly (readonly [string, VersionText, VersionText, string, string])[] = [
  ["nothing", version(), version(), "", ""],
  [
    "the headline",
    version(),
    version({ headline: "Flood kills twelve in Ems" }),
    "Flood kills ten in Ems",
    "Flood kills twelve in Ems",
  ],
  [
    "the headline before a figure",
    version({ body: [RAIN.replace("three", "3")] }),
    version({ headline: "Ems: flood kills ten", body: [RAIN.replace("three", "4")] }),
    "Flood kills ten in Ems",
    "Ems: flood kills ten",
  ],
  [
    "a figure before longer edits",
    version({ body: [TOLL.replace("ten", "10"), CREWS] }),
    version({
      body: [TOLL.replace("ten", "12"), CREWS.replace("worked through the cold", "toiled all night long in rain")],
    }),
    "Officials said the flood killed 10 people and drove hundreds of families…",
    "Officials said the flood killed 12 people and drove hundreds of families…",
  ],
  [
    "a quote before other words",
    version(),
    version({
      body: [RAIN.replace("Heavy rain", "Enormous amounts of rain"), TOLL, QUOTE.replace("not", "never"), CREWS],
    }),
    "“We will not pay for a new bridge,” the mayor…",
    "“We will never pay for a new bridge,” the mayor…",
  ],
  [
    "words in the middle, with whole words around",
    version(),
    version({ body: edit(CREWS, "worked through the cold", "struggled") }),
    "Crews from four districts worked through the cold to bring back power and water.",
    "Crews from four districts struggled to bring back power and water.",
  ],
  ["an added paragraph", version({ body: [RAIN, TOLL] }), version({ body: [RAIN, TOLL, CREWS] }), "", CREWS],
  [
    "a correction note",
    version(),
    version({ corrections: ["Correction: an earlier version gave a wrong toll."] }),
    "",
    "Correction: an earlier version gave a wrong toll.",
  ],
  ["only a move", version(), version({ body: [CREWS, RAIN, TOLL, QUOTE] }), "", ""],
  ["only quotes straightened", version(), version({ body: edit(QUOTE, "“We", '"We') }), "", ""],
];

for (const [name, old, next, oldSample, newSample] of SAMPLES)
  test(`sample: ${name}`, () => {
    assert.deepEqual(summary(old, next).sample, { old: oldSample, new: newSample });
  });

test("counts what happened, cosmetic edits nowhere", () => {
  const old = version({ standfirst: "A town under water.", body: [RAIN, TOLL, QUOTE, CREWS] });
  const next = version({
    headline: "Flood kills twelve in Ems",
    standfirst: "A town under  water.",
    corrections: ["Correction: the toll was twelve."],
    body: [
      CREWS,
      RAIN.replace("three", "four"),
      QUOTE.replaceAll(/[“”]/g, '"'),
      "Schools will stay shut until Friday at least.",
    ],
  });
  const { sample, labels, rank, silent, ...counts } = summary(old, next);
  assert.ok(sample.new !== "" && labels.length > 0 && rank > 0.5 && !silent);
  assert.deepEqual(counts, {
    headlineChanged: true,
    standfirstChanged: false,
    correctionAdded: true,
    paragraphsEdited: 1,
    paragraphsAdded: 1,
    paragraphsRemoved: 1,
    paragraphsSplit: 0,
    paragraphsMerged: 0,
    paragraphsMoved: 1,
    wordsAdded: 1 + 5 + 1 + 8,
    wordsRemoved: 1 + 1 + 15,
  });
});

test("a sample is at most 200 characters and cut between words, whatever changed", () => {
  const word = (k: number) => `word${k}`;
  const long = (from: number) => Array.from({ length: 400 }, (_, k) => word(from + k)).join(" ");
  const { sample } = summary(version({ body: [long(0)] }), version({ body: [long(5000)] }));
  for (const text of [sample.old, sample.new])
    assert.ok(text.length <= 200 && (text === "" || /^(?:word\d+ ?)+…$/.test(text)), text);
  const glued = summary(version({ headline: "a".repeat(500) }), version({ headline: "b".repeat(500) })).sample;
  assert.ok(glued.old.length <= 200 && glued.new.length <= 200);
});

test("of a long insertion the sample never shows the text after it as removed", () => {
  const long = `Crews came, ${"who had driven all night from the north, ".repeat(6)}and`;
  const [old, next] = [version({ body: [`${TOLL} ${CREWS}`] }), version({ body: [`${TOLL} ${long} ${CREWS}`] })];
  const { sample } = summary(old, next);
  assert.match(sample.new, /from their homes\. Crews came, who had driven .*…$/);
  assert.match(sample.old, /from their homes\. ?…$/);
});

test("splits and merges are counted by themselves", () => {
  const { paragraphsEdited, paragraphsSplit, paragraphsMerged } = summary(
    version({
      body: [RAIN, `${TOLL} ${CREWS}`, QUOTE, "Schools stay shut until Friday.", "Trains run again at dawn."],
    }),
    version({ body: [RAIN, TOLL, CREWS, QUOTE, "Schools stay shut until Friday. Trains run again at dawn."] }),
  );
  assert.deepEqual(
    { paragraphsEdited, paragraphsSplit, paragraphsMerged },
    { paragraphsEdited: 0, paragraphsSplit: 1, paragraphsMerged: 1 },
  );
});

/** What changed, whether it is silent, and the least and highest rank to expect. */
const RANKED: readonly (readonly [string, VersionText, VersionText, boolean, least: number, most: number])[] = [
  ["nothing", version(), version(), false, 0, 0],
  ["looks only", version(), version({ body: edit(QUOTE, "“We", '"We') }), false, 0, 0],
  [
    "a headline spelled otherwise",
    version({ headline: "Flood-water in Ems" }),
    version({ headline: "Floodwater in Ems" }),
    ...([false, 0, 0] as const),
  ],
  ["other words for the same", version(), version({ body: edit(CREWS, "worked", "toiled") }), false, 0.001, 0.15],
  ["only the order", version(), version({ body: [CREWS, RAIN, TOLL, QUOTE] }), false, 0.001, 0.15],
  ["a sentence more", version(), version({ body: edit(CREWS, ".", ". Schools stay shut.") }), false, 0.001, 0.25],
  [
    "a paragraph more",
    version(),
    version({ body: [RAIN, TOLL, QUOTE, CREWS, "Schools stay shut."] }),
    false,
    0.05,
    0.15,
  ],
  ["a sentence less", version({ body: edit(CREWS, ".", ". Nobody was paid.") }), version(), true, 0.01, 0.5],
  ["a paragraph less", version(), version({ body: [RAIN, TOLL, QUOTE] }), true, 0.1, 0.2],
  ["who says so", version(), version({ body: edit(RAIN, "the weather service", "the fire brigade") }), true, 0.05, 0.8],
  ["the words of a quotation", version(), version({ body: edit(QUOTE, "not", "never") }), true, 0.01, 0.8],
  ["a figure in the text", version(), version({ body: edit(TOLL, "ten", "twelve") }), true, 0.05, 0.9],
  ["a figure in the headline", version(), version({ headline: "Flood kills twelve in Ems" }), true, 0.1, 1],
];

for (const [name, old, next, silent, least, most] of RANKED)
  test(`${name} ranks from ${least} to ${most} and is ${silent ? "silent" : "not silent"}`, () => {
    const found = summary(old, next);
    assert.ok(found.rank >= least && found.rank <= most, String(found.rank));
    assert.equal(found.silent, silent);
  });

test("a note ranks above the same without it, and ends the silence", () => {
  const next = version({ headline: "Flood kills twelve in Ems" });
  const noted = summary(version(), { ...next, corrections: ["Correction: the toll is twelve."] });
  assert.ok(noted.rank > summary(version(), next).rank);
  assert.equal(noted.silent, false);
});

test("a long run of removed paragraphs ranks above one, in bounds, and says how many", () => {
  const body = Array.from({ length: 40 }, (_, k) => `Station ${k} counted ${k * 7 + 1} cars on the road to ${k}.`);
  const without = (count: number) => summary(version({ body }), version({ body: body.slice(count) }));
  const ranks = [1, 2, 4, 16, 32].map((count) => without(count).rank);
  assert.deepEqual(ranks, [0.16, 0.23, 0.294, 0.407, 0.407]);
  assert.deepEqual(
    [1, 4].map((count) => without(count).labels[0]?.count),
    [undefined, 4],
  );
});

test("a label of a sentence tells where it stood", () => {
  const { labels } = summary(
    version({ body: [RAIN, `${TOLL} Nobody was paid. ${CREWS}`] }),
    version({ body: [RAIN, `${TOLL} ${CREWS}`] }),
  );
  const at = TOLL.length + 1;
  assert.deepEqual(labels, [
    {
      kind: "sentence-removed",
      reason: "a sentence was removed: “Nobody was paid.”",
      place: { field: "body", old: 1, new: 1, oldOffset: at, newOffset: at },
    },
  ]);
});

test("labels stay few and their reasons short, however much changed", () => {
  const body = Array.from({ length: 300 }, (_, k) => `Station ${k} counted ${k * 7 + 1} cars on the road out of town.`);
  const { labels, rank } = summary(version({ body }), version({ body: body.map((p) => p.replace("cars", "9 cars")) }));
  assert.ok(labels.length <= 40 && rank <= 1);
  const long = "Wörter ohne Ende ".repeat(60);
  const { labels: fields } = summary(version({ headline: long }), version({ headline: `${long}!`, body: [long] }));
  for (const { reason } of fields) assert.ok(reason.length <= 200, reason);
});
