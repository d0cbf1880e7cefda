import assert from "node:assert/strict";
import { test } from "node:test";
import { isReason, type Reason } from "#model/reason";
import { toReason } from "#store/reasons/column";
import { reasonParts, reasonText, saidReason } from "#words/reasons";
import { sentenceParts, textOf } from "#words/say";
import { SAMPLES } from "./samples.ts";

/** Facts that are somebody else's words, names or addresses. */
const FOREIGN = ["quote", "host", "url", "of", "to", "target", "detail", "type"];

for (const reason of Object.values(SAMPLES) as readonly Reason[])
  test(`${reason.code} is said with all its facts, those of others apart`, () => {
    assert.ok(isReason(reason));
    const text = reasonText(reason);
    assert.doesNotMatch(text, /undefined|null|NaN|\[object|{|}|^ | $| {2}/);
    const own = reason.code === "sentence" || reason.code === "failure" || reason.code.startsWith("live-stated");
    if (!own) assert.doesNotMatch(text, /^\p{Lu}|\.$/u, "a clause");
    const quotes = reasonParts(reason).flatMap((part) => (typeof part === "string" ? [] : [part.quote]));
    const foreign = Object.entries(reason).filter(([name]) => FOREIGN.includes(name));
    for (const [name, fact] of foreign) assert.ok(quotes.includes(String(fact)), `${name}: ${text}`);
    assert.deepEqual(textOf(reasonParts(reason)), text);
  });

/** What readers are told, word for word. */
const SAID: readonly (readonly [Reason, string])[] = [
  [
    { code: "held-text", looks: 1, needs: 2, overMs: 90_000 },
    "a new text, seen once; it must be seen once more, and stay for 90 seconds in all, before it becomes a version",
  ],
  [
    { code: "held-version", version: 2, looks: 4, needs: 3, overMs: 21_600_000 },
    "the text of version 2 is back, seen four times; it must still be there, and stay for 6 hours in all, before it becomes a version",
  ],
  [{ code: "robots-unreachable" }, "the site's robots.txt could not be reached, so the site is not asked for now"],
  [{ code: "wall" }, "the text is behind a wall"],
  [
    { code: "same-text", movedTo: "https://gazette.example/b" },
    "the same text as the latest version; the page moved to https://gazette.example/b",
  ],
  [
    { code: "reset", host: "gazette.example", forRobots: true },
    "the server gazette.example closed the connection before it answered, when asked for its robots.txt, which always comes first",
  ],
];
for (const [reason, text] of SAID) test(`${reason.code}: "${text}"`, () => assert.equal(reasonText(reason), text));

test("JSON has the code, its facts and the words", () => {
  const reason = { code: "http-status", status: 404 } as const;
  assert.deepEqual(saidReason(reason), { ...reason, text: "the server answered 404" });
  assert.deepEqual(saidReason({ code: "sentence", text: "So." }), { code: "sentence", text: "So." });
});

test("an older sentence is shown as it was, its quote apart", () => {
  const said = "the text stops at a wall (“ادفع لتقرأ”)";
  const reason = toReason(said);
  assert.deepEqual(reasonParts(reason), ["the text stops at a wall (“", { quote: "ادفع لتقرأ" }, "”)"]);
  assert.deepEqual(saidReason(reason), { code: "wall", quote: "ادفع لتقرأ", text: said });
});

test("a reason can stand as a sentence of its own", () => {
  const sentence = (reason: Reason) => textOf(sentenceParts(reasonParts(reason)));
  assert.equal(sentence({ code: "first-text" }), "The first text seen.");
  assert.equal(sentence(SAMPLES.wall), `The text stops at a wall (“${SAMPLES.wall.quote}”)`);
  assert.equal(sentence(SAMPLES.sentence), "As an older program said it.");
});
