import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const BODY =
  "<p>The council met on Monday evening and decided, after two hours, to repair the bridge.</p><p>Work will begin in May and last until the autumn, the engineer said.</p>";
const page = (head: string, before = "<h1>Council decides to repair the bridge</h1>", after = "") =>
  `<!doctype html><html lang=en><head>${head}</head><body><main>${before}<div class=text>${BODY}${after}</div></main></body></html>`;
const read = (head: string, before?: string, after?: string) =>
  extract(page(head, before, after), { url: "https://news.example/2024/bridge" });
const jsonLd = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

const DATES: readonly (readonly [string, string | null])[] = [
  ["2024-05-03T15:47:42.389Z", "2024-05-03T15:47:42Z"],
  ["2024-05-03 15:47:42+0200", "2024-05-03T15:47:42+02:00"],
  ["2024-05-03T15:47+05:30", "2024-05-03T15:47:00+05:30"],
  ["2024-05-03 15:47:42", "2024-05-03T15:47:42"],
  ["20240503", "2024-05-03"],
  ["2024/5/3 9:05", "2024-05-03T09:05:00"],
  ["Fri, 03 May 2024 13:47:00 GMT", "2024-05-03T13:47:00Z"],
  ["May 3, 2024 4:05 pm", "2024-05-03T16:05:00"],
  ["3 May 2024", "2024-05-03"],
  ["1714744062", "2024-05-03T13:47:42Z"],
  ["2024-13-45", null],
  ["yesterday", null],
];
for (const [claimed, expected] of DATES) {
  test(`publishedAt of "${claimed}" is ${expected}`, () => {
    assert.equal(
      extract(page(meta("article:published_time", claimed)), { url: "https://news.example/bridge" }).publishedAt,
      expected,
    );
  });
}

test("the time of the same day is taken from a source that has it, and no date from a field that was never filled", () => {
  const day = jsonLd({ "@type": "NewsArticle", headline: "x", datePublished: "2024-05-01" });
  assert.equal(read(day + meta("article:published_time", "2024-05-01T10:05:00Z")).publishedAt, "2024-05-01T10:05:00Z");
  assert.equal(read(day + meta("article:published_time", "2024-05-01T00:00:00Z")).publishedAt, "2024-05-01");
  const never = (datePublished: string) => jsonLd({ "@type": "NewsArticle", headline: "x", datePublished });
  for (const empty of [
    "1970-01-01T01:00:00+01:00",
    "1969-12-31T19:00:00-05:00",
    "1900-01-01",
    "0001-01-01T00:00:00Z",
    "0",
  ]) {
    assert.equal(read(never(empty)).publishedAt, null);
    assert.equal(read(never(empty) + meta("pubdate", "2024-05-02")).publishedAt, "2024-05-02");
  }
});

test("a text of JSON-LD may be wrapped in an object, and its script may be broken", () => {
  const author = [{ "@type": "Person", name: { "@type": "Text", "@value": "Ada Byron" } }];
  assert.deepEqual(read(jsonLd({ "@type": "NewsArticle", headline: "x", author })).byline, ["Ada Byron"]);
  const broken = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "old" bridge","author":{"name":"Byron, Ada"}}</script>`;
  assert.deepEqual(read(broken).byline, ["Ada Byron"]);
});

test("JSON-LD outranks meta; a day that only readers see is the last resort", () => {
  const head =
    jsonLd({ "@type": "NewsArticle", headline: "x", datePublished: "2024-05-01" }) +
    meta("article:published_time", "2024-05-02");
  assert.equal(read(head).publishedAt, "2024-05-01");
  assert.equal(
    read("", "<h1>Council decides to repair the bridge</h1><p>Freitag, 3. Mai 2024</p>").publishedAt,
    "2024-05-03",
  );
  assert.equal(
    read("", "<h1>Council decides to repair the bridge</h1><p>2024年5月3日 06時00分</p>").publishedAt,
    "2024-05-03",
  );
});

const BYLINES: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["a person", { "@type": "Person", name: "Ada Byron" }, ["Ada Byron"]],
  ["a list", [{ name: "Ada Byron" }, { name: "Karl Marek" }], ["Ada Byron", "Karl Marek"]],
  ["names in one string", "By Ada Byron and Karl Marek", ["Ada Byron", "Karl Marek"]],
  ["German", "Von Ada Byron, Karl Marek", ["Ada Byron", "Karl Marek"]],
  ["the same person twice", ["Ada Byron", "ADA BYRON"], ["Ada Byron"]],
  ["an address instead of a name", "https://news.example/by/ada", []],
  ["an account", "admin", []],
];
for (const [name, author, expected] of BYLINES) {
  test(`byline: ${name}`, () => {
    assert.deepEqual(read(jsonLd({ "@type": "NewsArticle", headline: "x", author })).byline, expected);
  });
}

test("the outlet is no author where the page names a person", () => {
  const head =
    meta("og:site_name", "The Example") +
    jsonLd({ "@type": "NewsArticle", headline: "x", author: { name: "The Example" } });
  const named =
    "<h1>Council decides to repair the bridge</h1><p class=byline>By <a rel=author href=/ada>Ada Byron</a></p>";
  assert.deepEqual(read(head, named).byline, ["Ada Byron"]);
  assert.deepEqual(read(head).byline, []);
  assert.deepEqual(read(head).credits, ["The Example"]);
});

const CANONICALS: readonly (readonly [string, string, string | null])[] = [
  ["relative", '<link rel="canonical" href="/2024/bridge?utm_source=x">', "https://news.example/2024/bridge"],
  [
    "a subdomain of the same site",
    '<link rel="canonical" href="https://www.news.example/2024/bridge">',
    "https://www.news.example/2024/bridge",
  ],
  ["another site", '<link rel="canonical" href="https://agency.example.org/bridge">', null],
  ["the home page", '<link rel="canonical" href="https://news.example/">', null],
  [
    "og:url when the link is wrong",
    `<link rel="canonical" href="/">${meta("og:url", "https://news.example/b")}`,
    "https://news.example/b",
  ],
  ["the front page of an edition", '<link rel="canonical" href="https://news.example/de/">', null],
  [
    "without its fragment, in ASCII",
    '<link rel="canonical" href="/2024/brücke#top">',
    "https://news.example/2024/br%C3%BCcke",
  ],
  ["no web address", '<link rel="canonical" href="javascript:void(0)">', null],
  ["none", "", null],
];
for (const [name, head, expected] of CANONICALS) {
  test(`canonicalUrl: ${name}`, () => assert.equal(read(head).canonicalUrl, expected));
}

const HEADLINES: readonly (readonly [string, string, string, string])[] = [
  [
    "the h1, not the title with the site's name",
    "<title>Council decides to repair the bridge | The Example</title>",
    "<h1>Council decides to repair the bridge</h1>",
    "Council decides to repair the bridge",
  ],
  [
    "the h1 that agrees with the title, not the logo",
    "<title>Council decides to repair the bridge - The Example</title>",
    "<h1>The Example</h1><h1>Council decides to repair the bridge</h1>",
    "Council decides to repair the bridge",
  ],
  [
    "without the topic line in the h1",
    meta("og:title", "Council decides to repair the bridge"),
    "<h1><span>Transport</span> Council decides to repair the bridge</h1>",
    "Council decides to repair the bridge",
  ],
  [
    "the page's own h1 where the metadata word it differently",
    meta("og:title", "Bridge row: five things to know"),
    "<h1>Council decides to repair the old bridge</h1>",
    "Council decides to repair the old bridge",
  ],
  [
    "without the number of comments that the h1 ends with",
    "<title>Council decides to repair the bridge | The Example</title>",
    '<h1><a href="/2024/bridge">Council decides to repair the bridge</a> <a class="count" href="/2024/bridge#comments">12 comments</a></h1>',
    "Council decides to repair the bridge",
  ],
  [
    "with a last word that is set apart and no badge",
    "<title>Council repairs the bridge: 12 comments | The Example</title>",
    "<h1>Council repairs the bridge: <em>12 comments</em></h1>",
    "Council repairs the bridge: 12 comments",
  ],
  [
    "the title without the site where there is no h1",
    "<title>Council decides to repair the bridge | The Example</title>",
    "",
    "Council decides to repair the bridge",
  ],
];
for (const [name, head, before, expected] of HEADLINES) {
  test(`headline: ${name}`, () => assert.equal(read(head, before).headline, expected));
}

const LANGUAGES: readonly (readonly [string, string | null])[] = [
  ["en", "en"],
  ["EN_us", "en-US"],
  ["de-at", "de-AT"],
  ["zh-hans-cn", "zh-Hans-CN"],
  ["english", null],
  ["utf-8", null],
  ["", null],
];
for (const [declared, expected] of LANGUAGES) {
  test(`language "${declared}" is ${expected}`, () => {
    assert.equal(
      extract(page("").replace("lang=en", `lang="${declared}"`), { url: "https://news.example/a" }).language,
      expected,
    );
  });
}

const CORRECTIONS: readonly string[] = [
  "Correction: An earlier version gave the wrong year.",
  "Editor’s note: This article was amended on 3 May to remove a name.",
  "This article was amended on 3 May 2024 because the figure was wrong.",
  "An earlier version of this story misspelled the name of the engineer.",
  "Correction, 3 May 2024: The bridge dates from 1911.",
  "Corrected on May 3: the bridge dates from 1911.",
  "A previous version of this article misstated the year.",
  "We have corrected an error in the second paragraph.",
  "Wir haben den Artikel am 3. Mai korrigiert.",
  "Dieser Text wurde nachträglich berichtigt.",
  "Cet article a été modifié le 3 mai pour corriger l’année.",
  "Este artículo ha sido corregido el 3 de mayo.",
  "Questo articolo è stato corretto il 3 maggio.",
  "Una versione precedente di questo articolo indicava il 1912.",
  "Este texto foi corrigido em 3 de maio.",
  "Dit artikel is op 3 mei gecorrigeerd.",
  "W poprzedniej wersji tekstu podano rok 1912.",
  "Bu haberin önceki sürümünde 1912 yazıyordu.",
  "当初の記事で1912年としたのは1911年の誤りでした。",
  "【訂正しておわびします】完成は1911年でした。",
  "編集部注：本文を修正しました。",
  "更正启事：大桥建于1911年。",
  "تصويب: بني الجسر عام 1911.",
  "Korrektur: In einer früheren Fassung stand ein falscher Betrag.",
  "Anmerkung der Redaktion: Der Betrag wurde berichtigt.",
  "Rectificatif : le pont date de 1911.",
  "Fe de errores: el puente es de 1911.",
  "Errata: a ponte é de 1911.",
  "Rettelse: Broen er fra 1911.",
  "Исправление: мост построен в 1911 году.",
  "【訂正】橋の完成は1911年でした。",
  "更正：大桥建于1911年。",
  "정정: 다리는 1911년에 세워졌다.",
  "Rectificatie: de brug is uit 1911.",
  "Errata corrige: il ponte è del 1911.",
  "Nota de la redacción: el puente es de 1911.",
  "Rättelse: Bron är från 1911.",
  "Oikaisu: silta on vuodelta 1911.",
  "Sprostowanie: most pochodzi z 1911 roku.",
  "Oprava: most je z roku 1911.",
  "Helyesbítés: a híd 1911-ben épült.",
  "Διόρθωση: η γέφυρα χτίστηκε το 1911.",
  "Düzeltme: Köprü 1911 yapımı.",
  "Виправлення: міст збудовано 1911 року.",
  "تصحيح: بني الجسر عام 1911.",
  "תיקון: הגשר נבנה ב-1911.",
  "اصلاحیه: پل در سال ۱۹۱۱ ساخته شد.",
  "शुद्धिपत्र: पुल 1911 में बना था।",
  "Ralat: jembatan itu dibangun pada 1911.",
  "Đính chính: cây cầu được xây năm 1911.",
];
for (const note of CORRECTIONS) {
  test(`correction note: ${note}`, () => {
    const document = read("", undefined, `<p>${note}</p>`);
    assert.deepEqual(document.corrections, [note]);
    assert.ok(document.blocks.every(({ text }) => text !== note));
  });
}

const REPORTS: readonly string[] = [
  "Corrections officers at the prison went on strike on Tuesday over pay and hours.",
  "The correction of the market was overdue, the analyst said in a note to clients.",
  "The correction, a fall of 10 per cent, frightened the owners of the bridge on Friday.",
  "An earlier version of the plan had foreseen a tunnel, the engineer said on Tuesday.",
  "Der Artikel 5 des Grundgesetzes sei damals nicht korrigiert worden, sagte die Rednerin.",
  "Cet article du code a été modifié en 2011, selon le ministère.",
  "Este artículo de la Constitución fue reformado en 2011, dijo la alcaldesa.",
  "Updates to the plan are expected before the summer, according to the mayor.",
];
for (const text of REPORTS) {
  test(`no correction note: ${text}`, () => {
    const document = read("", undefined, `<p>${text}</p>`);
    assert.deepEqual(document.corrections, []);
    assert.ok(document.blocks.some((block) => block.text === text));
  });
}

/** Sentences of the news that use the words of invitations, walls and captions: none may be lost. */
const NEWS: readonly string[] = [
  "Volunteers can sign up for shifts at the town hall until Friday evening.",
  "Das schrieb der Minister am Abend auf Twitter.",
  "Most viewers now subscribe to two or more services, the survey found.",
  "The museum counted 12,000 visitors in its first week.",
  "He asked members to donate today, and most of them did so.",
];
for (const text of NEWS) {
  test(`news, not an invitation: ${text}`, () => {
    assert.ok(
      read("", undefined, `<p>${text}</p><p>The mayor will answer questions on Thursday, she said.</p>`).blocks.some(
        (block) => block.text === text,
      ),
    );
  });
}

test("a correction beside the body is found, one that a reader writes is not", () => {
  const aside = '<aside class="correction"><p>Correction: the bridge dates from 1911.</p></aside>';
  const comment = '<div class="comments"><p>Correction: it was my grandfather who built it.</p></div>';
  assert.deepEqual(read("", `<h1>Council decides to repair the bridge</h1>${aside}`, comment).corrections, [
    "Correction: the bridge dates from 1911.",
  ]);
});
