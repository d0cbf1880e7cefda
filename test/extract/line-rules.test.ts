import assert from "node:assert/strict";
import { test } from "node:test";
import { isAgency, isNewsroom } from "#extract/byline/agencies";
import { isAuthorNote } from "#extract/byline/author-note";
import { isCookieTalk, isCredit, isJunkLine, opensAftermath, withoutShortcodes } from "#extract/page/lines";
import type { Run } from "#extract/page/page";
import { NOTICES } from "#extract/state/notices";
import { isCorrection } from "#language/notes";

/** A line of a page; `linked` is the share of it that is a link. */
const line = (text: string, linked = 0): Run => ({
  text,
  size: text.length,
  linkSize: Math.round(linked * text.length),
  boldSize: 0,
  spans: null,
  box: 0,
});

const PROSE = "The river rose by two metres overnight and left the lower town without power, the mayor said.";

/** Text, the share that is linked, and whether it is left out wherever it is. */
const JUNK: readonly (readonly [string, number, boolean])[] = [
  ["Advertisement", 0, true],
  ["Share this article", 0, true],
  ["[chart id=12]", 0, true],
  ["[Applause]", 0, false],
  ["Updated 3 May 2024, 14:05", 0, true],
  ["Tags: floods, rivers, towns", 0, true],
  ["Read more: the flood in pictures", 1, true],
  ["Sign up for our newsletter to get the news in your inbox", 0, true],
  ["Story continues below this advertisement", 0, true],
  ["Der Artikel wird nach der Anzeige fortgesetzt", 0, true],
  ["L’article continue après la publicité", 0, true],
  ["El artículo continúa después de la publicidad", 0, true],
  ["Artikel gaat verder onder de foto", 0, true],
  ["Artikeln fortsätter under annonsen", 0, true],
  ["Saken fortsetter under annonsen", 0, true],
  ["Продолжение после рекламы", 0, true],
  ["記事は広告の下に続きます", 0, true],
  ["Slideshow (12 images)", 0, true],
  ["Bildergalerie: 8 Bilder", 0, true],
  ["Fotogalería (7 fotos)", 0, true],
  ["Show transcript", 0, true],
  ["0:12 / 3:45", 0, true],
  ["The story continues to haunt the town", 0, false],
  ["The gallery has 12 pictures by Brandvold", 0, false],
  ["Volunteers can sign up for shifts at the town hall from Monday on", 0, false],
  ["The flood in pictures and numbers", 1, true],
  [PROSE, 0, false],
  [PROSE, 0.3, false],
];
for (const [text, linked, expected] of JUNK)
  test(`"${text.slice(0, 50)}", ${100 * linked} % linked, is ${expected ? "left out" : "kept"}`, () =>
    assert.equal(isJunkLine(line(text, linked)), expected));

/** Whom a byline names, a last line of a text, and whether it is a note on that author. */
const AUTHOR_NOTES: readonly (readonly [string, string, boolean])[] = [
  ["Ada Byron", "Ada Byron covers the coast and its ports.", true],
  ["Ada Byron", "Our correspondent Ada Byron writes from the coast.", true],
  ["Ada Byron", "On Monday the council of the town met Ada Byron, who is an engineer.", false],
  ["Ada Byron", "Ada Byron will speak on Monday.", false],
  ["Exemplar", "Exemplar covers the coast and its ports.", false],
  ["Jo B", "Jo B covers the coast and its ports.", false],
  ["Jo Bo", "Jo Bo covers the coast and its ports.", true],
];
for (const [author, text, expected] of AUTHOR_NOTES)
  test(`"${text}" is ${expected ? "a" : "no"} note on ${author}`, () =>
    assert.equal(isAuthorNote(text, [author]), expected));

test("a note on an author has at most 700 characters", () => {
  const note = (length: number) => "Ada Byron covers the coast. ".padEnd(length, "x");
  assert.equal(isAuthorNote(note(700), ["Ada Byron"]), true);
  assert.equal(isAuthorNote(note(701), ["Ada Byron"]), false);
});

/** What asks of a line, the line, and the answer. */
const ASKED: readonly (readonly [name: string, ask: (text: string) => boolean, text: string, expected: boolean])[] = [
  ["a credit", (text) => isCredit(line(text)), "Photo: Carla Venn", true],
  ["a credit", (text) => isCredit(line(text)), "The dam at dusk. Carla Venn/Getty Images", true],
  ["a credit", (text) => isCredit(line(text)), PROSE, false],
  [
    "cookie talk",
    (text) => isCookieTalk(line(text)),
    "We use cookies to improve your experience on this website.",
    true,
  ],
  ["cookie talk", (text) => isCookieTalk(line(text)), "She baked cookies for the helpers.", false],
  ["the start of what follows a body", (text) => opensAftermath(line(text)), "Related articles", true],
  ["the start of what follows a body", (text) => opensAftermath(line(text)), "12 comments", true],
  ["the start of what follows a body", (text) => opensAftermath(line(text)), "How the flood began", false],
  ["a correction", isCorrection, "Correction: An earlier figure was wrong.", true],
  ["a correction", isCorrection, "Correction, 3 May 2024: the toll was 12.", true],
  ["a correction", isCorrection, "In einer früheren Version hieß es, zwölf Menschen seien betroffen.", true],
  ["a correction", isCorrection, "訂正：人数は12人でした。", true],
  ["a correction", isCorrection, "Corrections officers were called to the prison.", false],
  ["a correction", isCorrection, `Correction: ${"long ".repeat(400)}`, false],
  ["an agency", isAgency, "AFP", true],
  ["an agency", isAgency, "dpa/AFX", true],
  ["an agency", isAgency, "AFP Deutschland", true],
  ["an agency", isAgency, "Associated Press", true],
  ["an agency", isAgency, "Carla Getty", false],
  ["an agency", isAgency, "Carla Venn", false],
  ["a newsroom", isNewsroom, "Online-Redaktion", true],
  ["a newsroom", isNewsroom, "Staff reporter", true],
  ["a newsroom", isNewsroom, "Carla Venn", false],
];
for (const [name, ask, text, expected] of ASKED)
  test(`"${text.slice(0, 50)}" is ${expected ? "" : "not "}${name}`, () => assert.equal(ask(text), expected));

test("shortcodes at the end of a line go, a line of nothing else stays", () => {
  assert.equal(withoutShortcodes("It rained. [chart id=12]"), "It rained.");
  assert.equal(withoutShortcodes("[chart id=12]"), "[chart id=12]");
  assert.equal(withoutShortcodes("It rained [sic]"), "It rained [sic]");
});

/** Wording of a page that is not an article, and what it is read as; "" for news. */
const WORDINGS: readonly (readonly [string, string])[] = [
  ["404 | Page not found", "gone"],
  ["Seite nicht gefunden", "gone"],
  ["404 people were rescued from the flooded valley", ""],
  ["Just a moment...", "blocked"],
  ["Verify you are human", "blocked"],
  ["Internal Server Error", "error"],
  ["Before you continue", "consent"],
  ["The river rose overnight", ""],
];
for (const [text, expected] of WORDINGS)
  test(`"${text}" is ${expected === "" ? "news" : `read as ${expected}`}`, () =>
    assert.equal(NOTICES.find(({ wording }) => wording.test(text))?.state ?? "", expected));
