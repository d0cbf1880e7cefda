import assert from "node:assert/strict";
import { test } from "node:test";
import { LABEL_CASES } from "./cases.ts";
import { summaryOf } from "./found.ts";

for (const each of LABEL_CASES) {
  const [language, old, next, kinds] = each;
  test(`labels (${language ?? "undeclared"}): ${old} -> ${next}`, () => {
    const { labels } = summaryOf(each);
    const found = [...new Set(labels.map(({ kind }) => kind))].sort();
    const due = kinds.split(" ").filter((kind) => kind !== "");
    assert.deepEqual(found, due.sort(), labels.map(({ reason }) => reason).join("; "));
  });
}

test("no case is listed twice", () => {
  assert.equal(new Set(LABEL_CASES.map((each) => each.join("|"))).size, LABEL_CASES.length);
});
