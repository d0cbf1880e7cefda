import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "./marked.ts";

const RAIN = "Heavy rain fell on the town of Ems for three nights in a row.";
const MAYOR = "The mayor, Carla Venn, praised the crews who had worked through the cold.";
const BRIDGE = "Engineers will inspect the old stone bridge before it opens to traffic again.";
const TOLL = "Ten people were injured when the river broke its banks on Monday.";
const AD = "Advertisement";
const QUAY = "Visitors are asked to keep off the northern quay because of loose stones.";
const FOREIGN = "The national chess team won its first medal abroad since the war.";

/** What it shows, old and new paragraphs, and the groups (see `marked`). */
const CASES: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ["nothing", [], [], []],
  ["all added", [], [RAIN], [`+ ${RAIN}`]],
  ["all removed", [RAIN], [], [`- ${RAIN}`]],
  ["equal", [RAIN, MAYOR], [RAIN, MAYOR], [`= ${RAIN}`, `= ${MAYOR}`]],
  [
    "one added above keeps the rest equal",
    [RAIN, MAYOR],
    [FOREIGN, RAIN, MAYOR],
    [`+ ${FOREIGN}`, `= ${RAIN}`, `= ${MAYOR}`],
  ],
  [
    "unlike paragraphs never pair by position",
    [RAIN, MAYOR],
    [RAIN, FOREIGN],
    [`= ${RAIN}`, `- ${MAYOR}`, `+ ${FOREIGN}`],
  ],
  [
    "of two short lines between neighbours only those that are alike pair",
    [RAIN, "Zygmunt Gorecki", "US FALLS", MAYOR],
    [RAIN, "www.example.org", "US RISES", MAYOR],
    [`= ${RAIN}`, "- Zygmunt Gorecki", "+ www.example.org", "~ [US FALLS|US RISES]", `= ${MAYOR}`],
  ],
  [
    "a heading or figure between the same neighbours is one that was reworded",
    [RAIN, "Turnout", "61", MAYOR],
    [RAIN, "Turnout", "16", MAYOR],
    [`= ${RAIN}`, "= Turnout", "~ [61|16]", `= ${MAYOR}`],
  ],
  [
    "also without a sign in common",
    ["暴雨周一抵达。", "调试", "渡轮晚点。"],
    ["暴雨周一抵达。", "除错", "渡轮晚点。"],
    ["= 暴雨周一抵达。", "~ [调试|除错]", "= 渡轮晚点。"],
  ],
  ["a removed one stands where it stood", [RAIN, TOLL, MAYOR], [RAIN, MAYOR], [`= ${RAIN}`, `- ${TOLL}`, `= ${MAYOR}`]],
  [
    "a line without words of its own, merged",
    [RAIN, AD, MAYOR, "* * *", TOLL],
    [`${RAIN} ${AD}`, `${MAYOR}`, `* * * ${TOLL}`],
    [`> ${RAIN} ${AD}`, `= ${MAYOR}`, `> * * * ${TOLL}`],
  ],
  ["a heading set before its paragraph", ["Notes", MAYOR], [`Notes ${MAYOR}`], [`> Notes ${MAYOR}`]],
  ["and one taken out of it", [`Notes ${MAYOR}`], ["Notes", MAYOR], [`< Notes / ${MAYOR}`]],
  [
    "a line that was removed, and one that was there before",
    [`${RAIN} ${AD}`, AD, MAYOR],
    [`${RAIN.replace("three", "four")} ${AD}`, MAYOR],
    [`~ ${RAIN.replace("three", "[three|four]")} ${AD}`, `- ${AD}`, `= ${MAYOR}`],
  ],
  [
    "moved to the top",
    [RAIN, TOLL, MAYOR, BRIDGE],
    [BRIDGE, RAIN, TOLL, MAYOR],
    [`=^ ${BRIDGE}`, `= ${RAIN}`, `= ${TOLL}`, `= ${MAYOR}`],
  ],
  [
    "moved and edited",
    [RAIN, MAYOR, TOLL, BRIDGE],
    [TOLL.replace("Ten", "Twelve"), RAIN, MAYOR, BRIDGE],
    [`~^ [Ten|Twelve]${TOLL.slice(3)}`, `= ${RAIN}`, `= ${MAYOR}`, `= ${BRIDGE}`],
  ],
  [
    "a short one that wanders is not called moved",
    [AD, RAIN, MAYOR],
    [RAIN, MAYOR, AD],
    [`= ${RAIN}`, `= ${MAYOR}`, `= ${AD}`],
  ],
  ["split", [`${RAIN} ${MAYOR}`], [RAIN, MAYOR], [`< ${RAIN} / ${MAYOR}`]],
  ["merged", [RAIN, MAYOR], [`${RAIN} ${MAYOR}`], [`> ${RAIN} ${MAYOR}`]],
  [
    "split and edited",
    [`${TOLL} ${MAYOR}`],
    [TOLL.replace("Ten", "Twelve"), MAYOR],
    [`< [Ten|Twelve]${TOLL.slice(3)} / ${MAYOR}`],
  ],
  ["split in three", [`${RAIN} ${MAYOR} ${BRIDGE}`], [RAIN, MAYOR, BRIDGE], [`< ${RAIN} / ${MAYOR} / ${BRIDGE}`]],
  [
    "split with a new paragraph between",
    [`${RAIN} ${MAYOR}`, BRIDGE],
    [RAIN, FOREIGN, MAYOR, BRIDGE],
    [`< ${RAIN} / ${MAYOR}`, `+ ${FOREIGN}`, `= ${BRIDGE}`],
  ],
  [
    "of two equal paragraphs the nearer one stays",
    [AD, RAIN, AD, MAYOR],
    [RAIN, AD, MAYOR],
    [`- ${AD}`, `= ${RAIN}`, `= ${AD}`, `= ${MAYOR}`],
  ],
  [
    "a duplicate added below",
    [RAIN, AD, MAYOR],
    [RAIN, AD, MAYOR, AD],
    [`= ${RAIN}`, `= ${AD}`, `= ${MAYOR}`, `+ ${AD}`],
  ],
  [
    "equal paragraphs never cross",
    [RAIN, AD, TOLL, AD, MAYOR],
    [AD, RAIN, TOLL, MAYOR, AD],
    [`= ${AD}`, `= ${RAIN}`, `= ${TOLL}`, `= ${MAYOR}`, `= ${AD}`],
  ],
  [
    "merged across a removed one",
    [RAIN, FOREIGN, MAYOR, BRIDGE],
    [`${RAIN} ${MAYOR}`, BRIDGE],
    [`> ${RAIN} ${MAYOR}`, `- ${FOREIGN}`, `= ${BRIDGE}`],
  ],
  ["cosmetic only is equal", ["“No,” she said."], ['"No," she said.'], ['= "No," she said.']],
  [
    "a sentence shifted to the following paragraph joins the two",
    [`${RAIN} ${MAYOR}`, `${BRIDGE} ${TOLL}`],
    [RAIN, `${MAYOR} ${BRIDGE} ${TOLL}`],
    [`~ ${RAIN} / ${MAYOR} ${BRIDGE} ${TOLL}`],
  ],
  [
    "a short one beside a split pairs once",
    ["rain rain of Monday", "Tuesday"],
    ["rain rain", "day", "of Monday", "Tues"],
    ["< rain rain / of Monday", "+ day", "~ [Tuesday|Tues]"],
  ],
  [
    "a short heading rewritten in place",
    [RAIN, "US FALLS", MAYOR],
    [RAIN, "US FELL", MAYOR],
    [`= ${RAIN}`, "~ [US FALLS|US FELL]", `= ${MAYOR}`],
  ],
  [
    "rewritten in place pairs where neighbours stand on both sides",
    [RAIN, QUAY, MAYOR],
    [RAIN, "As loose stones were found this week, no visitors may walk on it: the northern quay is closed.", MAYOR],
    [
      `= ${RAIN}`,
      `~ [${QUAY}|As loose stones were found this week, no visitors may walk on it: the northern quay is closed.]`,
      `= ${MAYOR}`,
    ],
  ],
  ["empty paragraphs", ["", RAIN, ""], [RAIN, "", ""], [`= ${RAIN}`, "= ", "= "]],
  [
    "Chinese split",
    ["洪水周一冲毁了老桥。市长感谢了救援人员。"],
    ["洪水周一冲毁了老桥。", "市长感谢了救援人员。"],
    ["< 洪水周一冲毁了老桥。 / 市长感谢了救援人员。"],
  ],
];

for (const [name, old, next, groups] of CASES)
  test(`paragraphs: ${name}`, () => {
    assert.deepEqual(marked(old, next), groups);
  });

test("a text restored after an edit is equal again", () => {
  const first = [RAIN, TOLL, MAYOR];
  const second = [RAIN, MAYOR];
  assert.deepEqual(marked(second, first), [`= ${RAIN}`, `+ ${TOLL}`, `= ${MAYOR}`]);
});
