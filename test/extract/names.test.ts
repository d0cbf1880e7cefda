import assert from "node:assert/strict";
import { test } from "node:test";
import { looksLikeName, namesIn } from "#extract/byline/names";

/** Byline as metadata or a page may write it, the people in it, the others, and the page's language. */
const BYLINES: readonly (readonly [string, readonly string[], (readonly string[])?, string?])[] = [
  ["By Ada Byron", ["Ada Byron"]],
  ["By ADA BYRON and KARL MAREK", ["ADA BYRON", "KARL MAREK"]],
  ["Written by Ada Byron, Political Editor", ["Ada Byron"]],
  ["Ada Byron in Lyon", ["Ada Byron"]],
  ["By Ada Byron for The Morning Tide", ["Ada Byron"]],
  ["Ada Byron (Reuters)", ["Ada Byron"], ["Reuters"]],
  ["Ada Byron, AP", ["Ada Byron"], ["AP"]],
  ["Ada Byron @adabyron", ["Ada Byron"]],
  ["Ada Byron ada@paper.example", ["Ada Byron"]],
  ["Ada Byron Follow @adabyron", ["Ada Byron"]],
  ["Ada Byron | Folgen", ["Ada Byron"]],
  ["Byron, Ada", ["Ada Byron"]],
  ["van der Heide, Ursula", ["Ursula van der Heide"]],
  ["Byron, Ada; Marek, Karl J.", ["Ada Byron", "Karl J. Marek"]],
  ["Byron, MD", ["Byron", "MD"]],
  ["Words by Ada Byron. Photography by Karl Marek", ["Ada Byron"]],
  ["Photographs: Karl Marek. Words: Ada Byron", ["Ada Byron"]],
  ["Text: Ada Byron Fotos: Karl Marek", ["Ada Byron"]],
  ["Tekst: Ada Byron, foto: Karl Marek", ["Ada Byron"]],
  ["By Ada Byron; illustrations by Karl Marek", ["Ada Byron"]],
  ["Av Ada Byron (foto: Karl Marek)", ["Ada Byron"]],
  ["J. R. R. Marek Jr.", ["J. R. R. Marek Jr."]],
  ["Mary O’Hara & Jean-Luc d’Albret", ["Mary O’Hara", "Jean-Luc d’Albret"]],
  ["By Ada Byron (Image: Ida Kern, Agency)", ["Ada Byron"]],
  ["Associated Press", [], ["Associated Press"]],
  ["dpa/AFP", [], ["dpa", "AFP"]],
  ["AFP Deutschland", [], ["AFP Deutschland"]],
  ["Agencia EFE", [], ["Agencia EFE"]],
  ["Staff Reporter", []],
  ["admin", []],
  ["No Author", []],
  ["https://paper.example/by/ada", []],
  ["By", []],
  ["View all posts by Ada Byron", ["Ada Byron"]],
  ["Von Ada Byron, Karl Marek und Ursula von der Heide", ["Ada Byron", "Karl Marek", "Ursula von der Heide"]],
  ["Ein Kommentar von Ada Byron", ["Ada Byron"]],
  ["Von Wetter-Experte Karl Marek", ["Karl Marek"]],
  ["Karl Marek, Korrespondent in Rom", ["Karl Marek"]],
  ["Online-Redaktion", [], ["Online-Redaktion"]],
  ["Par Hélène Vasseur et Luc Morel", ["Hélène Vasseur", "Luc Morel"]],
  ["Por José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["Por Inés Varela Sanz y Luis Pardo Gil", ["Inés Varela Sanz", "Luis Pardo Gil"]],
  ["Di Carla Bianchi e Ugo Neri", ["Carla Bianchi", "Ugo Neri"]],
  ["Por Maria de Sousa e João Lima", ["Maria de Sousa", "João Lima"]],
  ["Door Anna de Wit en Jan van Dam", ["Anna de Wit", "Jan van Dam"]],
  ["Av Solveig Haugland og Per Nygård", ["Solveig Haugland", "Per Nygård"]],
  ["Autor: Halina Wrzos", ["Halina Wrzos"]],
  ["Автор: Анна Петрова", ["Анна Петрова"]],
  ["Анна Петрова, ТАСС", ["Анна Петрова"], ["ТАСС"]],
  ["بقلم: سلمى حداد", ["سلمى حداد"]],
  ["מאת: דנה לוי", ["דנה לוי"]],
  ["记者 王小明", ["王小明"], [], "zh"],
  ["作者：王小明、李华", ["王小明", "李华"], [], "zh"],
  ["牛建国 岳云飞", ["牛建国", "岳云飞"], [], "zh-CN"],
  ["(责编：牛建国、岳云飞)", ["牛建国", "岳云飞"], [], "zh"],
  ["山田 太郎", ["山田 太郎"], [], "ja"],
  ["山田太郎記者", ["山田太郎"], [], "ja"],
  ["홍길동 기자", ["홍길동"], [], "ko"],
  ["新华社", [], ["新华社"], "zh"],
  ["&lt;b&gt;Ada Byron&lt;/b&gt;", ["Ada Byron"]],
  ["M&amp;uuml;ller, Karl Marek", ["Müller", "Karl Marek"]],
];
for (const [byline, people, credits = [], language = ""] of BYLINES) {
  test(`names in "${byline}"`, () => {
    assert.deepEqual(namesIn(byline, false, language), { people, credits });
  });
}

/** What stands in boxes called "byline" beside names. */
const NO_NAMES: readonly string[] = [
  "Updated 3 May 2024",
  "Follow us",
  "4 min read",
  "Share this article",
  "Political correspondent",
  "Photo: Karl Marek/Agency Images",
  "Department of Hydrology",
  "Read more by this author",
  "12.05.2024, 14:02 Uhr",
];
for (const text of NO_NAMES) {
  test(`no name on the page: "${text}"`, () => assert.deepEqual(namesIn(text, true).people, []));
}

test("names that people have, and words that are none", () => {
  for (const name of ["Ada Byron", "Ursula von der Heide", "Bin al Rashid", "홍길동", "王小明", "Анна Петрова"])
    assert.ok(looksLikeName(name), name);
  for (const text of ["read more", "The Post", "One", "Ada byron writes", "Images courtesy Ada Byron"])
    assert.ok(!looksLikeName(text), text);
});

test("ten thousand names are a dozen, and a byline without end is none", () => {
  assert.equal(namesIn("ABCDEFGHIJKLMNOPQRST".replace(/./g, "Ada $&yron, "), false).people.length, 12);
  assert.deepEqual(namesIn("Ada Byron, ".repeat(10_000), false), { people: [], credits: [] });
  assert.deepEqual(namesIn("by ".repeat(1_000_000), false), { people: [], credits: [] });
});
