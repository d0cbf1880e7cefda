import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const BODY =
  "<p>The council met on Monday evening and decided, after two hours, to repair the bridge.</p><p>Work will begin in May and last until the autumn, the engineer said.</p>";
interface Place {
  readonly head?: string;
  readonly above?: string;
  readonly body?: string;
  readonly below?: string;
  readonly url?: string;
}
const read = ({ head = "", above = "", body = BODY, below = "", url = "https://news.example/town/bridge" }: Place) => {
  const { byline, credits } = extract(
    `<html lang=en><head>${head}</head><body><main><article><h1>Council decides to repair the bridge</h1>${above}<div class=text>${body}</div>${below}</article></main></body></html>`,
    { url },
  );
  return [byline, credits];
};
const stated = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Council decides to repair the bridge", author })}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const CASES: readonly (readonly [string, Place, readonly string[], readonly string[]])[] = [
  [
    "an organization is no person, whoever else names it",
    { head: stated({ "@type": "Organization", name: "Ostmark Blatt" }) + meta("author", "Ostmark Blatt") },
    [],
    ["Ostmark Blatt"],
  ],
  [
    "who is a person and an organization owns the site",
    { head: stated({ "@type": ["Person", "Organization"], name: "Ada Byron" }) },
    ["Ada Byron"],
    [],
  ],
  [
    "an author whose address is the front page is the site",
    { head: stated({ "@type": "Person", name: "Exemplar", url: "https://news.example/" }) },
    [],
    ["Exemplar"],
  ],
  [
    "the publisher of Dublin Core is no author",
    { head: meta("dc.publisher", "Das neue Blatt") + meta("author", "Das neue Blatt") },
    [],
    ["Das neue Blatt"],
  ],
  [
    "capitals beside a full name sign for an agency on no list",
    { head: stated(["Ada Byron", "QXA"]) },
    ["Ada Byron"],
    ["QXA"],
  ],
  [
    "capitals that follow a name in one text are a degree",
    { head: meta("author", "Ada Byron, MD") },
    ["Ada Byron"],
    [],
  ],
  ["no button for a name", { below: "<p><b><a href=/mail>Email Us</a></b></p><h3>More Resources</h3>" }, [], []],
  [
    "when it was updated is no part of a name",
    { above: "<p>By Ada Byron Last updated May 3, 2024</p>" },
    ["Ada Byron"],
    [],
  ],
  [
    "one word is not cut from what follows it",
    { head: meta("author", "Human in the Loop") },
    ["Human in the Loop"],
    [],
  ],
  ["capitals alone are all there is", { head: stated("QXA") }, ["QXA"], []],
  ["a vendor's own name for the author", { head: meta("example:article_author_name", "Ada Byron") }, ["Ada Byron"], []],
  [
    "what readers see outranks the account that posted it",
    { head: meta("author", "Karl Marek"), above: "<p>By Ada Byron</p>" },
    ["Ada Byron"],
    [],
  ],
  [
    "a button that touches the name",
    { head: meta("author", "Ada Byron"), above: "<div>By <a href=/ada>Ada Byron</a><a href=/x>Follow</a></div>" },
    ["Ada Byron"],
    [],
  ],
  [
    "an account for a name that stands on the page with its accents",
    { head: meta("author", "gabor_munier"), above: "<p>Autor: Gábor Muniér, Datum: 03.03.2024</p>" },
    ["Gábor Muniér"],
    [],
  ],
  [
    "an agency that opens the text",
    { body: `<p>LONDON, May 3 (Reuters) - The council met on Monday evening and decided to repair it.</p>${BODY}` },
    [],
    ["Reuters"],
  ],
  ["an agency in a line of its own, before its dateline", { above: "<div>AFP, MANILA</div>" }, [], ["AFP"]],
  [
    "an agency under a picture took the picture",
    {
      above: "<figure><img src=/a.jpg><figcaption>AFP</figcaption></figure>",
      head: stated({ "@type": "Person", name: "Ada Byron" }),
    },
    ["Ada Byron"],
    [],
  ],
  [
    "a party is no agency",
    { body: `<p>Ada Byron (CDU) – the mayor – met the council on Monday evening to repair the bridge.</p>${BODY}` },
    [],
    [],
  ],
  [
    "a label within a line",
    { above: "<div>Datum: 19.11.2021 Autor: Ada Byron Quelle: Lebensnetz</div>" },
    ["Ada Byron"],
    [],
  ],
  ["a single name after by", { above: "<div>By Daniel | Published: 23 July 2017</div>" }, ["Daniel"], []],
  [
    "particles",
    { above: "<p>By Ursula von der Leyen and Ludwig van Beethoven</p>" },
    ["Ursula von der Leyen", "Ludwig van Beethoven"],
    [],
  ],
  ["French", { head: stated("Par Ada Byron et Karl Marek (avec AFP)") }, ["Ada Byron", "Karl Marek"], ["AFP"]],
  ["Spanish", { head: stated("Ada Byron y Karl Marek") }, ["Ada Byron", "Karl Marek"], []],
  ["German", { head: stated("Von Ada Byron und Karl Marek, dpa") }, ["Ada Byron", "Karl Marek"], ["dpa"]],
  ["Russian", { head: stated("Анна Иванова, Пётр Сидоров") }, ["Анна Иванова", "Пётр Сидоров"], []],
  ["Japanese", { head: stated("山田 太郎") }, ["山田 太郎"], []],
  ["Arabic", { head: stated("أحمد الخطيب") }, ["أحمد الخطيب"], []],
  ["initials", { head: stated("J. R. Marek") }, ["J. R. Marek"], []],
];
/** A line of so many characters that begins as a byline does. */
const lineOf = (length: number): string => "By Ada Byron | ".padEnd(length - 1, "Town desk | ").concat("x");

test("a line that begins with By is a byline up to 200 characters; a longer one is prose", () => {
  for (const [length, byline] of [
    [200, ["Ada Byron"]],
    [201, []],
  ] as const)
    assert.deepEqual(read({ above: `<p>${lineOf(length)}</p>` }), [byline, []], `${length}`);
});

test("under the text a line signs if it is a name, nine tenths of it in bold, and leads nowhere", () => {
  const body = BODY.repeat(3);
  for (const [below, byline] of [
    ["<p><b>Ada Byron</b>s</p>", ["Ada Byrons"]],
    ["<p><b>Ada Byro</b>ns</p>", []],
    ["<p><b><a href=/ada>Ada Byron</a></b></p>", []],
    ["<h3><b>Ada Byron</b></h3>", []],
    ["<p><b>A long bridge of the town</b></p>", []],
  ] as const)
    assert.deepEqual(read({ body, below }), [byline, []], below);
});

for (const [name, place, byline, credits] of CASES)
  test(`byline: ${name}`, () => assert.deepEqual(read(place), [byline, credits]));
