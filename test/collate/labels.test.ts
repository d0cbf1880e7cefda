import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assessParagraphs, collate } from "#collate/index";
import { witnesses } from "./arbitraries.ts";

/** Before and after the sentence in question, so that names and numbers stand in an article. */
const BEFORE = "Heavy rain fell on the town of Ems for several nights in a row, and the river rose above its banks.";
const AFTER = "Crews from the districts worked through the cold to bring back power and water to the town.";

const labelsOf = (old: string, next: string, language: string | null = "en"): string[] => {
  const texts = [old, next].map((text) => [BEFORE, ...(text === "" ? [] : [text]), AFTER]);
  const [a, b] = [texts[0]!, texts[1]!];
  return assessParagraphs(a, b, collate(a, b), language).labels.map(({ kind, reason }) => `${kind}: ${reason}`);
};

/** What it shows, language, the sentence before and after, and the labels in any order. */
const CASES: readonly (readonly [string, string | null, string, string, readonly string[]])[] = [
  ["nothing", "en", "Ten people died.", "Ten people died.", []],
  [
    "a figure",
    "en",
    "The flood killed 12 people in the valley.",
    "The flood killed 15 people in the valley.",
    ["number: 12 became 15"],
  ],
  [
    "a figure in words",
    "en",
    "The flood killed ten people in the valley.",
    "The flood killed twelve people in the valley.",
    ["number: ten became twelve"],
  ],
  [
    "words for the same figure",
    "en",
    "The flood killed ten people in the valley.",
    "The flood killed 10 people in the valley.",
    ["cosmetic: only spelling differs in a paragraph: “ten” and “10”"],
  ],
  [
    "the same figure grouped",
    "en",
    "It cost 12000 crowns in all.",
    "It cost 12,000 crowns in all.",
    ["cosmetic: only spelling differs in a paragraph: “12000” and “12,000”"],
  ],
  [
    "figures that changed places",
    "en",
    "They counted 12 houses and 15 barns along the road.",
    "They counted 15 barns and 12 houses along the road.",
    [],
  ],
  [
    "a day",
    "en",
    "The bridge fell on Monday at noon.",
    "The bridge fell on Tuesday at noon.",
    ["date: Monday became Tuesday"],
  ],
  [
    "a date",
    "en",
    "The bridge fell on 12 March 2024 at noon.",
    "The bridge fell on 13 March 2024 at noon.",
    ["date: 12 March 2024 became 13 March 2024"],
  ],
  [
    "a hedge gone",
    "en",
    "The mayor reportedly left the town on foot.",
    "The mayor left the town on foot.",
    ["hedge-removed: “reportedly” was removed"],
  ],
  [
    "a hedge come",
    "en",
    "The driver caused the crash at the gate.",
    "The driver allegedly caused the crash at the gate.",
    ["hedge-added: “allegedly” was added"],
  ],
  [
    "an approximation is of its figure and no doubt of the claim",
    "en",
    "They talked of 30 houses and roads.",
    "They talked of about 30 houses and roads.",
    [],
  ],
  ["a hedge that moved", "en", "Reportedly the mayor left on foot.", "The mayor left on foot, reportedly.", []],
  [
    "May is a month",
    "en",
    "The school opened on a hill in May.",
    "The school opened on a hill in June.",
    ["date: May became June"],
  ],
  [
    "a negation",
    "en",
    "The town will pay for the bridge itself.",
    "The town won't pay for the bridge itself.",
    ["negation: “won't” was added"],
  ],
  ["one negation for another", "en", "The town did not pay for the bridge.", "The town didn’t pay for the bridge.", []],
  [
    "a loaded word",
    "en",
    "The militants held the bridge for two days.",
    "The fighters held the bridge for two days.",
    ["loaded-word: “militants” became “fighters”"],
  ],
  [
    "a source",
    "en",
    "The dam broke at noon, according to police.",
    "The dam broke at noon, according to witnesses.",
    ["attribution: “according to police” became “according to witnesses”"],
  ],
  [
    "a speaker",
    "en",
    "The dam broke at noon, police said.",
    "The dam broke at noon, witnesses said.",
    ["attribution: “police said” became “witnesses said”"],
  ],
  [
    "a source gone",
    "en",
    "The dam broke at noon, officials said.",
    "The dam broke at noon.",
    ["attribution: “officials said” was removed"],
  ],
  [
    "a name",
    "en",
    "The plan was drawn by Carla Venn and her office.",
    "The plan was drawn by Clara Venn and her office.",
    ["name: “Carla Venn” became “Clara Venn”"],
  ],
  [
    "a shorter form of a name",
    "en",
    "The plan was drawn by Carla Venn and her office.",
    "The plan was drawn by Venn and her office.",
    ["name: “Carla Venn” became “Venn”"],
  ],
  [
    "a name gone from the article",
    "en",
    "The plan was drawn by Carla Venn and her office.",
    "The plan was drawn by a planner and her office.",
    ["name: “Carla Venn” is no longer named"],
  ],
  [
    "words in a quotation",
    "en",
    "“We will not pay for a new bridge,” the mayor told reporters.",
    "“We will never pay for a new bridge,” the mayor told reporters.",
    ["quote: in a quotation, “not” became “never”"],
  ],
  [
    "a comma in a quotation is none",
    "en",
    "“We will not pay for it ever again,” the mayor told reporters.",
    "“We will not pay for it, ever again,” the mayor told reporters.",
    ["cosmetic: only punctuation (“,”) differs in a paragraph"],
  ],
  ["a name with a digit", "en", "They tested the 4G masts on the hill.", "They tested the 5G masts on the hill.", []],
  [
    "a date told in full",
    "en",
    "The school opened on September 28 on a hill.",
    "The school opened on September 28, 2016 on a hill.",
    [],
  ],
  [
    "a quotation gone with its whole sentence is a sentence",
    "en",
    "The mayor was angry. “We will not pay for a new bridge,” she told reporters. She left early.",
    "The mayor was angry. She left early.",
    ["sentence-removed: a sentence was removed: “‘We will not pay for a new bridge,’ she told reporters.”"],
  ],
  [
    "a sentence more changes no claim",
    "en",
    "The dam broke at noon and the valley filled.",
    "The dam broke at noon and the valley filled. It may not hold 12 days more, Ada Lund said.",
    ["sentence-added: a sentence was added: “It may not hold 12 days more, Ada Lund said.”"],
  ],
  [
    "neighbouring sentences gone are one label",
    "en",
    "The dam broke at noon. Nobody had closed the gates. The alarm had been off since May. Boats drifted.",
    "The dam broke at noon. Boats drifted.",
    ["sentence-removed: 2 sentences were removed, from “Nobody had closed the gates.” on"],
  ],
  [
    "sentences gone at two places",
    "en",
    "The dam broke at noon. Nobody had closed the gates. Boats drifted past the mill. The alarm was off. Cows swam.",
    "The dam broke at noon. Boats drifted past the mill. Cows swam.",
    [
      "sentence-removed: a sentence was removed: “Nobody had closed the gates.”",
      "sentence-removed: a sentence was removed: “The alarm was off.”",
    ],
  ],
  [
    "a sentence in the place of another",
    "en",
    "The dam broke at noon. Its gates had been left open by a clerk on leave. Boats drifted past the mill.",
    "The dam broke at noon. Every school in the valley has been closed for the week. Boats drifted past the mill.",
    [
      "sentence-removed: a sentence was removed: “Its gates had been left open by a clerk on leave.”",
      "sentence-added: a sentence was added: “Every school in the valley has been closed for the week.”",
    ],
  ],
  [
    "a paragraph more",
    "en",
    "",
    "Schools will stay shut for the week.",
    ["paragraph-added: a paragraph was added: “Schools will stay shut for the week.”"],
  ],
  [
    "a paragraph less",
    "en",
    "Schools will stay shut for the week.",
    "",
    ["paragraph-removed: a paragraph was removed: “Schools will stay shut for the week.”"],
  ],
  [
    "looks only",
    "en",
    "“We won’t pay,” she said.",
    '"We won\'t pay," she said.',
    ["cosmetic: only quotes, dashes or spaces differ in a paragraph"],
  ],
  [
    "German",
    "de-AT",
    "Bei dem Unfall wurden zwölf Menschen mutmaßlich verletzt, sagte ein Sprecher.",
    "Bei dem Unfall wurden fünfzehn Menschen verletzt, sagte ein Sprecher.",
    ["number: zwölf became fünfzehn", "hedge-removed: “mutmaßlich” was removed"],
  ],
  [
    "German nouns are no names",
    "de",
    "Sie fuhren mit dem Wagen über den Berg.",
    "Sie fuhren mit dem Bus über den Berg.",
    [],
  ],
  [
    "German names are",
    "de",
    "Den Plan legte Bürgermeisterin Carla Venn am Abend vor.",
    "Den Plan legte Bürgermeisterin Clara Venn am Abend vor.",
    ["name: “Carla Venn” became “Clara Venn”"],
  ],
  [
    "French",
    "fr",
    "Le maire aurait quitté la ville, selon la police.",
    "Le maire a quitté la ville, selon la police.",
    ["hedge-removed: “aurait” was removed"],
  ],
  [
    "Spanish",
    "es",
    "El presunto autor huyó el lunes por la noche.",
    "El autor huyó el martes por la noche.",
    ["hedge-removed: “presunto” was removed", "date: lunes became martes"],
  ],
  [
    "a language that no one stated",
    null,
    "The mayor of the town reportedly left on foot.",
    "The mayor of the town left on foot.",
    ["hedge-removed: “reportedly” was removed"],
  ],
  [
    "a language without rules",
    "pl",
    "Zginęło tam 12 osób, a miasto zamknięto.",
    "Zginęło tam 15 osób, a miasto zamknięto.",
    ["number: 12 became 15"],
  ],
  [
    "a script without case",
    "zh",
    "地震造成25人死亡，道路被毁。",
    "地震造成28人死亡，道路被毁。",
    ["number: 25 became 28"],
  ],
];

for (const [name, language, old, next, labels] of CASES)
  test(`labels: ${name}`, () => {
    assert.deepEqual(labelsOf(old, next, language).sort(), [...labels].sort());
  });

test("whatever changed, labels stand where paragraphs are, say it shortly, and rank between 0 and 1", () => {
  fc.assert(
    fc.property(witnesses, fc.constantFrom("en", "de", "fr", "es", "xx", null), ([old, next], language) => {
      const { labels, rank } = assessParagraphs(old, next, collate(old, next), language);
      assert.ok(rank >= 0 && rank <= 1 && labels.length <= 40);
      for (const { reason, place } of labels) {
        assert.ok(reason.length > 0 && reason.length <= 200, reason);
        assert.ok((place.old ?? 0) < Math.max(1, old.length) && (place.new ?? 0) < Math.max(1, next.length));
      }
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 200) },
  );
});
