import assert from "node:assert/strict";
import { test } from "node:test";
import { notesIn } from "#language/notes";
import { OWN_NOTES } from "./own-notes.ts";

/** Share of the notes found, and of what is found that is a note. */
const LEAST = 0.9;

for (const [language, { notes, others }] of Object.entries(OWN_NOTES))
  test(`notes of correction are told from news about corrections (${language})`, () => {
    const missed = notes.filter((text) => notesIn(text).length === 0);
    const wrong = others.filter((text) => notesIn(text).length > 0);
    const found = notes.length - missed.length;
    assert.ok(found / notes.length >= LEAST, `missed: ${missed.join(" | ")}`);
    assert.ok(found / (found + wrong.length) >= LEAST, `wrong: ${wrong.join(" | ")}`);
  });

test("a note is found in brackets and before a headline, as it is written", () => {
  assert.deepEqual(notesIn("The dam held. (This story has been corrected to fix the volume.)"), [
    "This story has been corrected to fix the volume.",
  ]);
  assert.deepEqual(notesIn("CORRECTED: Dam held"), ["CORRECTED: Dam held"]);
  assert.deepEqual(notesIn("The dam held."), []);
});
