import assert from "node:assert/strict";
import { test } from "node:test";
import { dateReader } from "#extract/dates/visible-date";
import { extract } from "#extract/index";

/** A line as readers see it, the language the page declares, and the day. */
const LINES: readonly (readonly [string, string, string | null])[] = [
  ["Friday 3 May 2024, 14:05", "en", "2024-05-03"],
  ["May 3rd, 2024", "en", "2024-05-03"],
  ["Posted Fri 3 May 2024 11.12 BST", "en-GB", "2024-05-03"],
  ["May 3rd, 2024 10.11", "en", "2024-05-03"],
  ["3 May 2024 11.12.30", "en", "2024-05-03"],
  ["22:29 May 7, 2024", "en", "2024-05-07"],
  ["07.28 Mar 1, 2026", "en", "2026-03-01"],
  ["11h12, 3 mai 2024", "fr", "2024-05-03"],
  ["10:05:31 | 3 мая 2024", "ru", "2024-05-03"],
  ["kl. 09.10 den 3 maj 2024", "sv", "2024-05-03"],
  ["3. svibnja 2024. 11.12", "hr", "2024-05-03"],
  ["Stand 2024.05.03 11.12 Uhr", "de", "2024-05-03"],
  ["Veröffentlicht 2024-05-03, 07.28 Uhr", "de", "2024-05-03"],
  ["2024. 5. 3. 오전 11:12", "ko", "2024-05-03"],
  ["05/03/2024", "en-US", "2024-05-03"],
  ["03/05/2024", "en-GB", "2024-05-03"],
  ["31/05/2024", "en-US", "2024-05-31"],
  ["Freitag, 3. Mai 2024, 14.05 Uhr", "de", "2024-05-03"],
  ["3. Jänner 2024", "de-AT", "2024-01-03"],
  ["03.05.24 | 14:07 Uhr", "de", "2024-05-03"],
  ["Publié le 1er août 2024 à 9h", "fr", "2024-08-01"],
  ["3 de mayo de 2024", "es", "2024-05-03"],
  ["3 de maio de 2024", "pt-BR", "2024-05-03"],
  ["3 maggio 2024", "it", "2024-05-03"],
  ["3 de maig de 2024", "ca", "2024-05-03"],
  ["3 mei 2024", "nl", "2024-05-03"],
  ["den 3 maj 2024", "sv", "2024-05-03"],
  ["3. mai 2024", "no", "2024-05-03"],
  ["3. toukokuuta 2024", "fi", "2024-05-03"],
  ["3. maí 2024", "is", "2024-05-03"],
  ["3 listopada 2024", "pl", "2024-11-03"],
  ["3. listopada 2024.", "hr", "2024-10-03"],
  ["3. listopadu 2024", "cs", "2024-11-03"],
  ["2024. május 3.", "hu", "2024-05-03"],
  ["3 mai 2024", "ro", "2024-05-03"],
  ["2024 m. gegužės 3 d.", "lt", "2024-05-03"],
  ["2024. gada 3. maijs", "lv", "2024-05-03"],
  ["3. mai 2024", "et", "2024-05-03"],
  ["3 Mayıs 2024 Cuma", "tr", "2024-05-03"],
  ["3 мая 2024 г.", "ru", "2024-05-03"],
  ["3 травня 2024", "uk", "2024-05-03"],
  ["3 Μαΐου 2024", "el", "2024-05-03"],
  ["الجمعة 3 مايو 2024", "ar", "2024-05-03"],
  ["٣ مايو ٢٠٢٤", "ar", "2024-05-03"],
  ["3 كانون الثاني 2024", "ar", "2024-01-03"],
  ["3 במאי 2024", "he", "2024-05-03"],
  ["۱۴ اردیبهشت ۱۴۰۳", "fa", "2024-05-03"],
  ["1403/02/14", "fa", "2024-05-03"],
  ["3 मई 2024", "hi", "2024-05-03"],
  ["३ मे २०२४", "mr", "2024-05-03"],
  ["৩ মে ২০২৪", "bn", "2024-05-03"],
  ["3 พฤษภาคม 2567", "th", "2024-05-03"],
  ["3 พ.ค. 2567", "th", "2024-05-03"],
  ["Thứ sáu, 3 tháng 5 năm 2024", "vi", "2024-05-03"],
  ["3 Mei 2024", "id", "2024-05-03"],
  ["2024年5月3日 06時00分", "ja", "2024-05-03"],
  ["令和6年5月3日", "ja", "2024-05-03"],
  ["平成元年5月3日", "ja", "1989-05-03"],
  ["民國113年5月3日", "zh-TW", "2024-05-03"],
  ["2024. 5. 3.", "ko", "2024-05-03"],
  ["2024년 5월 3일", "ko", "2024-05-03"],
  ["3 мая 2024", "en", "2024-05-03"],
  ["3. Mai 2024", "", "2024-05-03"],
  ["03 | 05 | 2024", "de", "2024-05-03"],
  ["31 February 2024", "en", null],
  ["Call 030 2024 1234", "en", null],
  ["Version 10.15.2024", "en", null],
  ["yesterday", "en", null],
];
for (const [line, language, expected] of LINES) {
  test(`"${line}" (${language || "undeclared"}) is ${expected}`, () => {
    assert.equal(dateReader(language)(line), expected);
  });
}

const page = (head: string, body: string) =>
  `<html lang=en><head>${head}</head><body><main><h1>Council decides to repair the bridge</h1>${body}<p>The council met on Monday evening and decided, after two hours, to repair the bridge.</p><p>Work will begin in May and last until the autumn, the engineer said.</p></main></body></html>`;
const at = (html: string, seenAt?: number) =>
  extract(html, { url: "https://news.example/bridge", ...(seenAt ? { seenAt } : {}) });
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

test("a date after the look is not believed where another is claimed", () => {
  const html = page(
    meta("article:published_time", "2031-01-01T00:00:00Z"),
    "<time datetime=2024-05-03>3 May 2024</time>",
  );
  assert.equal(at(html, Date.parse("2024-05-04T00:00:00Z")).publishedAt, "2024-05-03");
  assert.equal(at(html).publishedAt, "2031-01-01T00:00:00Z");
});

test("the time beside the headline, not a teaser's", () => {
  const teaser = '<div class="teaser"><time datetime="2020-01-01">1 Jan 2020</time> Another story</div>';
  assert.equal(
    at(page("", '<p class="meta"><time>3 May 2024, 12:01</time></p>').replace("<main>", `${teaser}<main>`)).publishedAt,
    "2024-05-03",
  );
});

test("a time that calls itself published stands for the article only where the article's own stands", () => {
  const more =
    "<p>The engineer showed the council what the flood of the winter had done to the two pillars.</p>".repeat(3);
  const after = '<aside><time class="published" datetime="2020-12-03">3 Dec 2020</time> Another story</aside>';
  const html = page("", "<p>by Ada Byron · 3 May 2024</p>").replace("</main>", `${more}</main>${after}`);
  assert.equal(at(html).publishedAt, "2024-05-03");
  assert.equal(
    at(page("", '<time class="published" datetime="2024-05-03T10:00:00Z">Friday</time>')).publishedAt,
    "2024-05-03T10:00:00Z",
  );
});

test("published and modified, each with the zone it claims", () => {
  const html = page(
    meta("article:published_time", "2024-05-03T09:00:00+02:00") +
      meta("article:modified_time", "2024-05-03T10:30:00-04:00"),
    "",
  );
  const { publishedAt, modifiedAt } = at(html);
  assert.deepEqual([publishedAt, modifiedAt], ["2024-05-03T09:00:00+02:00", "2024-05-03T10:30:00-04:00"]);
});

test("metadata may be worded, and a label below the text is a last resort", () => {
  assert.equal(
    at(page(meta("article:published_time", "الأربعاء، 07 أكتوبر 2020 - 12:09 م"), "")).publishedAt,
    "2020-10-07",
  );
  assert.equal(at(page("", "").replace("</main>", "<p>Datum: 19.11.2021</p></main>")).publishedAt, "2021-11-19");
});
