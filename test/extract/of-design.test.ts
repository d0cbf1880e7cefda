import assert from "node:assert/strict";
import { test } from "node:test";
import { isOfDesign, isSignature } from "#extract/page/of-design";

const OF_DESIGN = [
  "[EMBED]",
  "Slideshow (3 images)",
  "Play 00:00 03:12 Mute",
  "Full screen",
  "— Ems Port (@emsport) May 3, 2015",
  "- Jon Ahlgren on Chirp, 3 May",
  "This content could not be loaded.",
  "Der Artikel geht unterhalb der Anzeige weiter.",
  "Ce contenu est bloqué car vous n'avez pas accepté les cookies.",
  "この投稿を表示するにはクッキーを許可してください。",
  "Продолжение статьи после рекламы.",
];

const OF_THE_TEXT = [
  "He said no more.",
  "The port stays shut.",
  "Experts and brokerages are of the view that the market is factoring in",
  "Path B: Bosnia, Slovakia, Ireland",
  "Police said that the video was posted on Friday by a man who had been seen at the harbour.",
  "The company blamed a fault in the settings of its site for the loss of the photos of 3,000 people.",
  "警察は金曜日に発表した。",
  "Was bleibt, ist ein Bild der Zerstörung.",
];

for (const text of OF_DESIGN) test(`of the design: ${text}`, () => assert.equal(isOfDesign(text), true));
for (const text of OF_THE_TEXT) test(`of the text: ${text}`, () => assert.equal(isOfDesign(text), false));

test("a signature is a short line with a dash before it or a handle in it, and no sentence", () => {
  assert.equal(isSignature("— Tilda Moor"), true);
  assert.equal(isSignature("Tilda Moor @tildamoor"), true);
  assert.equal(isSignature("- It was the third storm of the year."), false);
  assert.equal(isSignature("Tilda Moor"), false);
  assert.equal(isSignature("Write to desk@ems.example"), false);
});
