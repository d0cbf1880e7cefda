import assert from "node:assert/strict";
import { test } from "node:test";
import { collate } from "#collate/collate";
import { marked } from "./marked.ts";

/** What it shows, the old paragraph, the new one, and how the edit reads. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    "a word",
    "The river rose fast on Monday.",
    "The river fell fast on Monday.",
    "The river [rose|fell] fast on Monday.",
  ],
  [
    "a number is one token",
    "It cost 1,234.56 crowns in all.",
    "It cost 1,234.65 crowns in all.",
    "It cost [1,234.56|1,234.65] crowns in all.",
  ],
  [
    "a percentage",
    "Prices rose 3.5% in May this year.",
    "Prices rose 3.7% in May this year.",
    "Prices rose [3.5%|3.7%] in May this year.",
  ],
  [
    "a clock time",
    "The train left at 12:30 from Ems.",
    "The train left at 12:35 from Ems.",
    "The train left at [12:30|12:35] from Ems.",
  ],
  ["money", "The fine of €5m was paid.", "The fine of €6m was paid.", "The fine of [€5m|€6m] was paid."],
  [
    "a date is one token",
    "She was born on March 12, 2024 in Ems.",
    "She was born on March 21, 2024 in Ems.",
    "She was born on [March 12, 2024|March 21, 2024] in Ems.",
  ],
  [
    "a date, day first",
    "Er kam am 5. Mai 2024 nach Ems.",
    "Er kam am 6. Mai 2024 nach Ems.",
    "Er kam am [5. Mai 2024|6. Mai 2024] nach Ems.",
  ],
  [
    "a numeric date",
    "Der Vertrag vom 12.03.2024 gilt.",
    "Der Vertrag vom 13.03.2024 gilt.",
    "Der Vertrag vom [12.03.2024|13.03.2024] gilt.",
  ],
  [
    "a grouped number",
    "On compte 12 500 habitants ici.",
    "On compte 13 500 habitants ici.",
    "On compte [12 500|13 500] habitants ici.",
  ],
  [
    "a quote altered",
    "“We will not pay for this bridge,” she said.",
    "“We will never pay for this bridge,” she said.",
    "“We will [not|never] pay for this bridge,” she said.",
  ],
  [
    "curly quotes are cosmetic",
    "“We won’t pay,” she said today.",
    '"We won\'t pay," she said today.',
    '"We won\'t pay," she said today.',
  ],
  [
    "cosmetic beside substance",
    "“We won’t pay,” she said today.",
    '"We won\'t pay," he said today.',
    '"We won\'t pay," [she|he] said today.',
  ],
  [
    "a name is replaced whole",
    "The plan of Carla Venn was shown in June.",
    "The plan of Clara Venn was shown in June.",
    "The plan of [Carla Venn|Clara Venn] was shown in June.",
  ],
  [
    "also with little words in it, and first in its sentence",
    "Ursula von der Leyen came to Ems by train.",
    "Ursula von der Layen came to Ems by train.",
    "[Ursula von der Leyen|Ursula von der Layen] came to Ems by train.",
  ],
  [
    "the name of a ship too",
    "They boarded the “Star of Ems” at noon.",
    "They boarded the “Pride of Ems” at noon.",
    "They boarded the “[Star of Ems|Pride of Ems]” at noon.",
  ],
  [
    "a title before a name is no part of it",
    "They met Mayor Carla Venn on the bank.",
    "They met Carla Venn on the bank.",
    "They met [Mayor |]Carla Venn on the bank.",
  ],
  [
    "a common word that opens a sentence neither",
    "But Carla Venn stayed on the bank.",
    "Yet Carla Venn stayed on the bank.",
    "[But|Yet] Carla Venn stayed on the bank.",
  ],
  [
    "nouns with an article between are no name",
    "Das sagte ein Sprecher der Polizei am Abend.",
    "Das sagte ein Beamter der Polizei am Abend.",
    "Das sagte ein [Sprecher|Beamter] der Polizei am Abend.",
  ],
  [
    "a headline in title case is no name",
    "Storm Hits Coast and Floods Ten Towns",
    "Storm Hits Coast and Floods Six Towns",
    "Storm Hits Coast and Floods [Ten|Six] Towns",
  ],
  [
    "an insertion takes its space",
    "The old bridge is closed.",
    "The old stone bridge is closed.",
    "The old [|stone ]bridge is closed.",
  ],
  [
    "a removal keeps the comma right",
    "Ems, Lund, and Marre were hit by the storm.",
    "Ems and Marre were hit by the storm.",
    "Ems[, Lund,|] and Marre were hit by the storm.",
  ],
  [
    "a removed sentence",
    "Rain fell all night. Two roads closed. Schools stay shut.",
    "Rain fell all night. Schools stay shut.",
    "Rain fell all night. [Two roads closed. |]Schools stay shut.",
  ],
  [
    "an added sentence between like ones",
    "He said no. He left.",
    "He said no. He said why. He left.",
    "He said no. [|He said why. ]He left.",
  ],
  [
    "no mark runs across a full stop",
    "The dam held 40 million litres.",
    "The dam held 14 million litres. The volume was corrected on Friday.",
    "The dam held [40|14] million litres.[| The volume was corrected on Friday.]",
  ],
  [
    "nor where words in both sentences are replaced",
    "시청은 다리를 월요일에 닫았다고 밝혔다. 부상자는 3명이다.",
    "시청은 다리가 월요일에 닫혔다고 밝혔다. 부상자는 5명이다.",
    "시청은 [다리를 월요일에 닫았다고|다리가 월요일에 닫혔다고] 밝혔다. 부상자는 [3명이다|5명이다].",
  ],
  [
    "handles and addresses are marked whole, each by itself",
    "Ask @ems_news or news@ems.example for details.",
    "Ask @emsnews or desk@ems.example for details.",
    "Ask [@ems_news|@emsnews] or [news@ems.example|desk@ems.example] for details.",
  ],
  [
    "house style is marked word by word",
    "Prof. Venn left at 7 p.m. on Sept. 3 in the U.S. train.",
    "Prof Venn left at 7pm on Sept 3 in the US train.",
    "[Prof.|Prof] Venn left at [7 p.m.|7pm] on [Sept. 3|Sept 3] in the [U.S.|US] train.",
  ],
  [
    "a title set in small letters is one place",
    "Call the Master of Works, Keeper of Locks and Warden for the key of the gate.",
    "Call the master of works, keeper of locks and warden for the key of the gate.",
    "Call the [Master of Works, Keeper of Locks and Warden|master of works, keeper of locks and warden] for the key of the gate.",
  ],
  [
    "a domain that became a name is no house style",
    "Read ems.example and lund.example for the times of all trains.",
    "Read emsexample and Lund Examples for the times of all trains.",
    "Read [ems.example and lund.example|emsexample and Lund Examples] for the times of all trains.",
  ],
  [
    "no mark runs from one cell of a table into the next",
    "Harbour | 61 | 39 | 71 %",
    "Harbour | 39 | 61 | 71 %",
    "Harbour | [61|39] | [39|61] | 71 %",
  ],
  ["cells that were empty", "Pier | | 5 | 9", "Pier | 4 | | 9", "Pier | [|4 ]| [5 |]| 9"],
  ["a clause cut off at the end", "He left, officials said.", "He left.", "He left[, officials said|]."],
  [
    "no island of two words",
    "The first rain of the year fell in Ems.",
    "The last snow of the winter fell in Ems.",
    "The [first rain of the year|last snow of the winter] fell in Ems.",
  ],
  [
    "sentence too different: replaced",
    "Police closed the road. The mayor thanked the crews.",
    "Police closed the road. Nobody knows when water will return.",
    "Police closed the road. [The mayor thanked the crews.|Nobody knows when water will return.]",
  ],
  [
    "a compound is one word",
    "Die Donaudampfschifffahrt ruht seit Montag.",
    "Die Donauschifffahrt ruht seit Montag.",
    "Die [Donaudampfschifffahrt|Donauschifffahrt] ruht seit Montag.",
  ],
  [
    "a hyphened compound too",
    "Die Corona-Regeln gelten seit Montag.",
    "Die Corona-Auflagen gelten seit Montag.",
    "Die [Corona-Regeln|Corona-Auflagen] gelten seit Montag.",
  ],
  [
    "no-break spaces before French marks are cosmetic",
    "« Oui ! » a dit le maire de la ville.",
    "« Oui\u00a0!\u00a0» a dit le maire de la ville.",
    "« Oui\u00a0!\u00a0» a dit le maire de la ville.",
  ],
  [
    "a missing space is not",
    "Quoi ! dit le maire de la ville.",
    "Quoi! dit le maire de la ville.",
    "Quoi[ !|!] dit le maire de la ville.",
  ],
  [
    "Chinese words",
    "北京今天天气很好，明天下雨。",
    "北京今天天气很好，后天下雨。",
    "北京今天天气很好，[明天|后天]下雨。",
  ],
  [
    "a Chinese number",
    "地震造成25人死亡，道路被毁。",
    "地震造成28人死亡，道路被毁。",
    "地震造成[25|28]人死亡，道路被毁。",
  ],
  [
    "Japanese",
    "総理大臣は東京で記者会見を開いた。",
    "総理大臣は大阪で記者会見を開いた。",
    "総理大臣は[東京|大阪]で記者会見を開いた。",
  ],
  [
    "Thai",
    "นายกรัฐมนตรีเดินทางไปเชียงใหม่เมื่อวานนี้",
    "นายกรัฐมนตรีเดินทางไปภูเก็ตเมื่อวานนี้",
    "นายกรัฐมนตรีเดินทางไป[เชียงใหม่|ภูเก็ต]เมื่อวานนี้",
  ],
  [
    "Arabic",
    "قال الرئيس إن المدينة آمنة اليوم.",
    "قال الوزير إن المدينة آمنة اليوم.",
    "قال [الرئيس|الوزير] إن المدينة آمنة اليوم.",
  ],
  [
    "Arabic vowel signs are cosmetic",
    "قال الرئيس إن المدينة آمنة.",
    "قالَ الرئيسُ إن المدينة آمنة.",
    "قالَ الرئيسُ إن المدينة آمنة.",
  ],
  ["Hebrew", "ראש העיר אמר כי הגשר סגור.", "ראש העיר אמר כי הכביש סגור.", "ראש העיר אמר כי [הגשר|הכביש] סגור."],
  [
    "an emoji family is never cut",
    "Our team 👩‍👩‍👧 wins again today.",
    "Our team 👩‍👩‍👧‍👦 wins again today.",
    "Our team [👩‍👩‍👧|👩‍👩‍👧‍👦] wins again today.",
  ],
  [
    "nor a flag",
    "The flags 🇩🇪🇫🇷 flew over the town.",
    "The flags 🇩🇪🇮🇹 flew over the town.",
    "The flags 🇩🇪[🇫🇷|🇮🇹] flew over the town.",
  ],
  [
    "composed and decomposed are one",
    "The café in Ems closed early.",
    "The cafe\u0301 in Ems closed early.",
    "The cafe\u0301 in Ems closed early.",
  ],
];

for (const [name, old, next, reads] of CASES)
  test(`words: ${name}`, () => {
    assert.deepEqual(
      marked([old], [next]).map((line) => line.slice(2)),
      [reads],
    );
  });

test("words: what was taken out at one place is one edit, over the ends of sentences too", () => {
  const kept = "Rain fell on the town all night, and the old mill is silent";
  const [group] = collate([`${kept}! Who will turn its wheel?`], [kept]).groups;
  assert.equal(group?.edits.length, 1);
});
