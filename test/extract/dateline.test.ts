import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameButForAgency } from "#extract/byline/dateline";

const SAID = "The harbour was shut on Friday after a storm had broken the outer wall, the port office said.";

/** Datelines before one paragraph, and whether they differ in the agency alone. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ["OSLO - ", "OSLO (Reuters) - ", true],
  ["OSLO, May 3 - ", "OSLO, May 3 (Reuters) - ", true],
  ["OSLO - ", "OSLO, 3 mai (AFP) - ", true],
  ["Hamburg. ", "Hamburg (dpa). ", true],
  ["Berlin/Wien – ", "Berlin/Wien (dpa/APA) – ", true],
  ["", "NEW DELHI, Oct 7 (PTI): ", true],
  ["", "【ベルリン共同】", true],
  ["МОСКВА - ", "МОСКВА (ТАСС) - ", true],
  ["(CNN) ", "", true],
  ["OSLO - ", "BERGEN (Reuters) - ", false],
  ["OSLO (Reuters) - ", "BERGEN (Reuters) - ", false],
  ["OSLO - ", "OSLO - Early: ", false],
  ["", "Police first said nothing. ", false],
  ["", "Nothing (so far) is lost: ", false],
  ["OSLO - ", "OSLO (by boat) - ", false],
];

for (const [one, other, same] of CASES)
  test(`"${one}" and "${other}": ${same ? "the agency alone" : "an edit"}`, () => {
    assert.equal(isSameButForAgency(one + SAID, other + SAID), same);
    assert.equal(isSameButForAgency(other + SAID, one + SAID), same);
  });

test("a word of the sentence is an edit under another dateline too, and short lines are never one", () => {
  assert.equal(isSameButForAgency(`OSLO - ${SAID}`, `OSLO (AP) - ${SAID.replace("Friday", "Sunday")}`), false);
  assert.equal(isSameButForAgency("OSLO - It is shut.", "OSLO (AP) - It is shut."), false);
});
