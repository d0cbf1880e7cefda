import assert from "node:assert/strict";
import { test } from "node:test";
import { abbreviates } from "#language/abbreviations";
import { isDate } from "#language/date-words";
import { monthInDate, monthsOf } from "#language/month-of";
import { isMonth, monthNumber } from "#language/months";

/** First letters that show a month on a page of unknown language. */
const ON_PAGES = [
  "jan ene gen sty янв січ oca led",
  "feb fév fev lut фев лют şub úno",
  "mar mär maa mrt мар бер bře",
  "apr avr abr kwi апр кві nis dub",
  "may mai maj mei mag май мая тра",
  "jun juin giu cze июн чер haz",
  "jul juil lug lip июл лип tem",
  "aug août aou ago sie авг сер ağu",
  "sep set wrz сен вер eyl",
  "oct okt ott out paź окт жов eki",
  "nov ноя kas",
  "dec dez déc dic gru дек гру ara",
];
/** First letters that show a month in the date of a feed, with or without accents. */
const IN_FEEDS = [
  "jan ene gen sty янв",
  "feb fev fév fevr lut фев",
  "mar mär mrz mae maa mrt мар",
  "apr avr abr kwi апр",
  "may mai mag mei maj мая май",
  "jun juin giu cze июн",
  "jul juil lug lip июл",
  "aug aou août ago sie авг",
  "sep set wrz сен",
  "oct okt ott out paz paź окт",
  "nov lis ноя",
  "dec déc dez dic des gru дек",
];
/** Begin other words, or are read on pages only: the two readers differ in these on purpose. */
const ONLY_IN_FEEDS = ["mrz", "mae", "lis", "des", "paz"];
const ONLY_ON_PAGES =
  "січ oca led лют şub úno бер bře кві nis dub тра чер haz лип tem сер ağu вер eyl жов eki kas гру ara";

for (const [name, read, table] of [
  ["a page", monthsOf(""), ON_PAGES],
  ["a feed", monthInDate, IN_FEEDS],
] as const)
  for (const [k, stems] of table.entries())
    test(`month ${k + 1} in ${name}, by its first letters, in small letters and in capitals`, () => {
      for (const stem of stems.split(" "))
        for (const word of [stem, stem.toUpperCase(), `${stem}qq`]) assert.equal(read(word), k + 1, word);
    });

test("stems that begin common words show a month in feeds only", () => {
  for (const stem of ONLY_IN_FEEDS) assert.equal(monthsOf("")(stem), 0, stem);
});

test("months of these languages are not read in feeds", () => {
  for (const stem of ONLY_ON_PAGES.split(" ")) assert.equal(monthInDate(stem), 0, stem);
});

test("a page that declares its language has that language's months and English ones", () => {
  const polish = monthsOf("pl");
  assert.deepEqual(["listopada", "lis", "November", "listy", "novembre"].map(polish), [11, 11, 11, 0, 0]);
  assert.equal(monthsOf("hr")("listopada"), 10);
  assert.equal(monthsOf("fa")("اردیبهشت"), 2);
  assert.equal(monthsOf("he")("במאי"), 5);
});

/** Word in prose, and its month. */
const IN_PROSE: readonly (readonly [string, number | undefined])[] = [
  ["March", 3],
  ["march", undefined],
  ["Sept", 9],
  ["Jänner", 1],
  ["août", 8],
  ["setiembre", 9],
  ["mei", 5],
  ["мая", 5],
  ["май", undefined],
  ["Mrz", undefined],
  ["kwietnia", undefined],
];
for (const [word, number] of IN_PROSE)
  test(`"${word}" in prose is ${number === undefined ? "not a month" : `month ${number}`}`, () => {
    assert.equal(monthNumber(word), number);
    assert.equal(isMonth(word), number !== undefined);
  });

test("an abbreviated month before a number ends no sentence", () => {
  for (const word of "Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez Dec janv févr avr juil sept oct nov déc ene feb abr ago dic".split(
    " ",
  )) {
    const text = `until ${word}. 5`;
    assert.equal(abbreviates(text, 0, text.indexOf("."), text.length - 1), true, word);
  }
  const text = "until Jan. Then";
  assert.equal(abbreviates(text, 0, text.indexOf("."), text.indexOf("Then")), false);
});

/** Shapes of text, `#` for a number. */
const SHAPES: readonly (readonly [string, boolean])[] = [
  ["# may #", true],
  ["mon, # jun # #:# gmt", true],
  ["montag, #. märz #, #:# uhr", true],
  ["# sty #", true],
  ["# اردیبهشت #", true],
  ["пн, # мая #", true],
  ["may", false],
  ["# people", false],
  ["# may be", false],
];
for (const [shape, expected] of SHAPES)
  test(`"${shape}" is ${expected ? "" : "not "}a date`, () => assert.equal(isDate(shape), expected));
