import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { decodeHtml, decodeXml } from "#fetch/charset";
import { charsetParameter, encodingOf } from "#fetch/encoding";
import { charsetOfContent, prescan } from "#fetch/prescan";

/** "{E9}" stands for the byte 0xE9; everything else for its UTF-8. */
function bytes(text: string): Buffer {
  const parts = text.split(/(\{[0-9A-F]{2}\})/);
  return Buffer.concat(
    parts.map((part) => Buffer.from(/^\{..\}$/.test(part) ? [Number.parseInt(part.slice(1, 3), 16)] : part)),
  );
}

suite("HTML is decoded by", () => {
  const cases: [name: string, page: string, contentType: string | null, encoding: string, text: string][] = [
    [
      "its byte order mark",
      "{EF}{BB}{BF}<meta charset=koi8-r>é",
      "text/html; charset=iso-8859-2",
      "utf-8",
      "<meta charset=koi8-r>é",
    ],
    ["a UTF-16 mark", "{FF}{FE}a{00}", null, "utf-16le", "a"],
    ["a big-endian mark", "{FE}{FF}{00}a", "text/html; charset=utf-8", "utf-16be", "a"],
    [
      "the transport",
      "<meta charset=koi8-r>{E4}",
      "text/html; charset=windows-1251",
      "windows-1251",
      "<meta charset=koi8-r>д",
    ],
    ["the transport, quoted", "{E4}", 'text/html; charset="windows-1251"', "windows-1251", "д"],
    [
      "a meta where the transport's label is none",
      "<meta charset=koi8-r>{C4}",
      "text/html; charset=x-none",
      "koi8-r",
      "<meta charset=koi8-r>д",
    ],
    ["a meta", "<meta charset=iso-8859-2>{B3}", "text/html", "iso-8859-2", "<meta charset=iso-8859-2>ł"],
    ["a meta that says UTF-16 over ASCII", "<meta charset=utf-16>é", null, "utf-8", "<meta charset=utf-16>é"],
    [
      "a meta that says x-user-defined",
      "<meta charset=x-user-defined>{E9}",
      null,
      "windows-1252",
      "<meta charset=x-user-defined>é",
    ],
    [
      "an XML declaration",
      "<?xml version='1.0' encoding='iso-8859-5'?>{D0}",
      null,
      "iso-8859-5",
      "<?xml version='1.0' encoding='iso-8859-5'?>а",
    ],
    [
      "a meta far down",
      `<!--${"x".repeat(3000)}--><meta charset=iso-8859-2>{B3}`,
      null,
      "iso-8859-2",
      `<!--${"x".repeat(3000)}--><meta charset=iso-8859-2>ł`,
    ],
    ["validity, when nothing is declared", "<p>Zürich 京", null, "utf-8", "<p>Zürich 京"],
    ["windows-1252 with its C1 range", "{93}{E9}t{E9}{94} {80}", null, "windows-1252", "“été” €"],
    ["windows-1252 when latin1 is declared", "{93}{E9}{94}", "text/html; charset=ISO-8859-1", "windows-1252", "“é”"],
    ["the language of the page", '<html lang="ru-RU">{CF}{F0}{E8}', null, "windows-1251", '<html lang="ru-RU">При'],
    ["the language, Japanese in EUC", "<html lang=ja>{C6}{FC}{CB}{DC}", null, "euc-jp", "<html lang=ja>日本"],
    ["the language, Japanese in Shift_JIS", "<html lang=ja>{93}{FA}{96}{7B}", null, "shift_jis", "<html lang=ja>日本"],
    [
      "windows-1252 where the language's encoding fails",
      "<html lang=ko>{FF}{E9}",
      null,
      "windows-1252",
      "<html lang=ko>ÿé",
    ],
    ["UTF-8 that a server calls latin1 by default", "Zürich", "text/html; charset=iso-8859-1", "utf-8", "Zürich"],
    [
      "UTF-8 as its meta says, not the default latin1",
      "<meta charset=utf-8>x",
      "text/html; charset=latin1",
      "utf-8",
      "<meta charset=utf-8>x",
    ],
    [
      "its meta where it is not the UTF-8 of the header",
      "<meta charset=windows-1251>{CF}{F0}{E8}",
      "text/html; charset=utf-8",
      "windows-1251",
      "<meta charset=windows-1251>При",
    ],
    [
      "windows-1252 where the declared UTF-8 is none",
      "caf{E9} d{E9}j{E0}",
      "text/html; charset=utf-8",
      "windows-1252",
      "café déjà",
    ],
    ["UTF-8 with a broken sequence", "Zürich {E9} Genève", "text/html; charset=utf-8", "utf-8", "Zürich \uFFFD Genève"],
    ["UTF-8 cut off in a character", "Zürich {C3}", "text/html; charset=utf-8", "utf-8", "Zürich \uFFFD"],
    ["nothing that is unsafe", "<meta charset=iso-2022-kr><script>", null, "replacement", "\uFFFD"],
    ["nothing, when empty", "", null, "utf-8", ""],
  ];
  for (const [name, page, contentType, encoding, text] of cases) {
    test(name, () => assert.deepEqual(decodeHtml(bytes(page), contentType), { text, encoding }));
  }

  test("UTF-8 whatever is declared, where there is a kilobyte of proof", () => {
    const head = "<meta charset=gb2312>";
    assert.equal(decodeHtml(bytes(head + "中".repeat(342)), null).encoding, "utf-8");
    assert.equal(decodeHtml(bytes(head + "中".repeat(341)), null).encoding, "gbk");
    assert.equal(decodeHtml(bytes(`${head}${"中".repeat(342)}{D6}`), null).encoding, "gbk");
  });

  const WRONG: readonly (readonly [string, string, string])[] = [
    ["iso-8859-9", "tr", "Başkan köprünün kapalı kalacağını söyledi."],
    ["iso-8859-15", "es", "Mañana señaló la decisión."],
    ["windows-1250", "cs", "Most přes řeku zůstane zavřený."],
    ["iso-8859-2", "pl", "Most będzie zamknięty."],
    ["windows-1257", "lt", "Tiltas bus uždarytas rytoj, sakė valdžia."],
    ["windows-1251", "ru", "Мост через реку закрыт до осени."],
    ["koi8-u", "uk", "Міст через річку закрито до осені."],
    ["iso-8859-7", "el", "Η γέφυρα μένει κλειστή."],
    ["windows-1256", "ar", "يبقى الجسر مغلقا حتى الخريف."],
  ];
  for (const [declared, language, text] of WRONG) {
    const page = `<html lang=${language}><meta charset=${declared}><p>${text}`;
    test(`UTF-8 that is declared as ${declared}, from a sentence on`, () =>
      assert.deepEqual(decodeHtml(Buffer.from(page), null), { text: page, encoding: "utf-8" }));
  }

  test("what is declared, where its bytes are no UTF-8 or too few to tell", () => {
    assert.equal(decodeHtml(bytes("<meta charset=iso-8859-9>Ba{FE}kan k{F6}pr{FC}"), null).encoding, "windows-1254");
    assert.equal(decodeHtml(bytes("<meta charset=windows-1250>{C3}{B3}"), null).encoding, "windows-1250");
    assert.equal(decodeHtml(bytes("<meta charset=windows-1251>{D0}{9F}{D1}{80}"), null).encoding, "windows-1251");
  });

  test("a view into a larger buffer, not by its neighbours", () => {
    const whole = Buffer.from("<meta charset=koi8-r>Zürich<meta charset=koi8-r>");
    assert.deepEqual(decodeHtml(whole.subarray(21, 28), null), { text: "Zürich", encoding: "utf-8" });
  });

  test("something, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (page, type) => {
        assert.equal(typeof decodeHtml(page, type).text, "string");
        assert.equal(typeof decodeXml(page, type).text, "string");
      }),
    );
  });

  test("UTF-8 comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(
          decodeHtml(Buffer.from(`<p>${text}`), "text/html; charset=utf-8").text,
          `<p>${text.toWellFormed()}`,
        );
      }),
    );
  });
});

suite("the prescan", () => {
  const cases: [page: string, encoding: string | null][] = [
    ["<meta charset=koi8-r>", "koi8-r"],
    ["<META CharSet = 'KOI8-R' >", "koi8-r"],
    ["<meta/charset='koi8-r'/>", "koi8-r"],
    ["<meta a=b charset=koi8-r c>", "koi8-r"],
    ["<meta charset=koi8-r", null],
    ["<meta charset='koi8-r>", null],
    ["<metacharset=koi8-r>", null],
    ["<meta charset=nonsense><meta charset=koi8-r>", "koi8-r"],
    ["<meta charset=koi8-r charset=iso-8859-2>", "koi8-r"],
    ["<meta content='text/html; charset=koi8-r' http-equiv=Content-Type>", "koi8-r"],
    ["<meta content='text/html; charset=koi8-r' http-equiv=refresh>", null],
    ["<meta content='text/html; charset=koi8-r'>", null],
    ["<meta name=x content='charset=iso-8859-2' charset=koi8-r>", "koi8-r"],
    ["<!-- <meta charset=iso-8859-2> --><meta charset=koi8-r>", "koi8-r"],
    ["<!--><meta charset=koi8-r>", "koi8-r"],
    ["<!-- <meta charset=koi8-r>", null],
    ["<p title='<meta charset=iso-8859-2>'><meta charset=koi8-r>", "koi8-r"],
    ["<p title=\"a>b\" x='<meta charset=iso-8859-2>'><meta charset=koi8-r>", "koi8-r"],
    ["</p title='<meta charset=iso-8859-2>'><meta charset=koi8-r>", "koi8-r"],
    ["<!doctype '<meta charset=iso-8859-2>' x><meta charset=koi8-r>", "koi8-r"],
    ["<?php <meta charset=iso-8859-2>?><meta charset=koi8-r>", "koi8-r"],
    ["<1 <meta charset=koi8-r>", "koi8-r"],
    ["<{00}?{00}x{00}m{00}", "utf-16le"],
    ["{00}<{00}?{00}x{00}m", "utf-16be"],
  ];
  for (const [page, encoding] of cases) {
    test(`${page}: ${encoding}`, () => assert.equal(prescan(bytes(page), 1024), encoding));
  }

  test("reads no further than its limit", () => {
    assert.equal(prescan(bytes(`${" ".repeat(1003)}<meta charset=koi8-r>`), 1024), "koi8-r");
    assert.equal(prescan(bytes(`${" ".repeat(1004)}<meta charset=koi8-r>`), 1024), null);
  });

  const contents: [content: string, label: string | null][] = [
    ["text/html; charset=koi8-r", "koi8-r"],
    ["charset = 'koi8-r' ; x", "koi8-r"],
    ["charset charset=koi8-r;x", "koi8-r"],
    ["charset='koi8-r", null],
    ["charset=", null],
    ["text/html", null],
  ];
  for (const [content, label] of contents) test(content, () => assert.equal(charsetOfContent(content), label));
});

suite("XML is decoded by", () => {
  const cases: [name: string, xml: string, contentType: string | null, encoding: string, text: string][] = [
    ["UTF-8 by default", "<rss>Zürich</rss>", "text/xml", "utf-8", "<rss>Zürich</rss>"],
    [
      "its declaration",
      "<?xml version='1.0' encoding=\"koi8-r\"?>{C4}",
      null,
      "koi8-r",
      "<?xml version='1.0' encoding=\"koi8-r\"?>д",
    ],
    [
      "the transport over its declaration",
      "<?xml version='1.0' encoding='koi8-r'?>{E4}",
      "text/xml; charset=windows-1251",
      "windows-1251",
      "<?xml version='1.0' encoding='koi8-r'?>д",
    ],
    ["a byte order mark", "{EF}{BB}{BF}<rss/>", "text/xml; charset=koi8-r", "utf-8", "<rss/>"],
    ["zero bytes without a mark", "<{00}r{00}/{00}>{00}", "text/xml", "utf-16le", "<r/>"],
    ["zero bytes the other way", "{00}<{00}r{00}/{00}>", "text/xml; charset=utf-8", "utf-16be", "<r/>"],
    [
      "UTF-8 where UTF-16 is declared in ASCII",
      "<?xml version='1.0' encoding='utf-16'?>é",
      null,
      "utf-8",
      "<?xml version='1.0' encoding='utf-16'?>é",
    ],
    [
      "UTF-8 that calls itself latin1",
      "<?xml version='1.0' encoding='iso-8859-1'?>é",
      null,
      "utf-8",
      "<?xml version='1.0' encoding='iso-8859-1'?>é",
    ],
    [
      "its language",
      "<rss><language>ru</language>{CF}{F0}{E8}",
      null,
      "windows-1251",
      "<rss><language>ru</language>При",
    ],
    ["its xml:lang", "<feed xml:lang='uk'>{CF}{F0}{E8}", null, "windows-1251", "<feed xml:lang='uk'>При"],
    ["windows-1252 where it is no UTF-8", "<rss>{E9}</rss>", null, "windows-1252", "<rss>é</rss>"],
  ];
  for (const [name, xml, contentType, encoding, text] of cases) {
    test(name, () => assert.deepEqual(decodeXml(bytes(xml), contentType), { text, encoding }));
  }
});

suite("an encoding label", () => {
  // One label and one byte sequence per encoding of the standard that a news page may come in.
  const cases: [label: string, encoding: string, encoded: string, text: string][] = [
    ["utf8", "utf-8", "é", "é"],
    ["cp866", "ibm866", "{80}", "А"],
    ["latin2", "iso-8859-2", "{B3}", "ł"],
    ["latin3", "iso-8859-3", "{FD}", "ŭ"],
    ["latin4", "iso-8859-4", "{E7}", "į"],
    ["cyrillic", "iso-8859-5", "{D0}", "а"],
    ["arabic", "iso-8859-6", "{C7}", "ا"],
    ["greek", "iso-8859-7", "{E1}", "α"],
    ["hebrew", "iso-8859-8", "{E0}", "א"],
    ["logical", "iso-8859-8-i", "{E0}", "א"],
    ["latin6", "iso-8859-10", "{BD}", "―"],
    ["iso-8859-13", "iso-8859-13", "{F9}", "ł"],
    ["iso-8859-14", "iso-8859-14", "{F0}", "ŵ"],
    ["l9", "iso-8859-15", "{A4}", "€"],
    ["iso-8859-16", "iso-8859-16", "{AA}", "Ș"],
    ["koi", "koi8-r", "{C4}", "д"],
    ["koi8-ru", "koi8-u", "{AE}", "ў"],
    ["mac", "macintosh", "{8E}", "é"],
    ["tis-620", "windows-874", "{A1}", "ก"],
    ["x-cp1250", "windows-1250", "{9C}", "ś"],
    ["cp1251", "windows-1251", "{E4}", "д"],
    ["ascii", "windows-1252", "{80}{81}{9F}{E9}", "€\u0081Ÿé"],
    ["cp1253", "windows-1253", "{E1}", "α"],
    ["latin5", "windows-1254", "{FD}", "ı"],
    ["cp1255", "windows-1255", "{E0}", "א"],
    ["cp1256", "windows-1256", "{81}", "پ"],
    ["cp1257", "windows-1257", "{F9}", "ł"],
    ["cp1258", "windows-1258", "{FE}", "₫"],
    ["x-mac-ukrainian", "x-mac-cyrillic", "{80}", "А"],
    ["gb2312", "gbk", "{D6}{D0}", "中"],
    ["gb18030", "gb18030", "{95}{32}{82}{36}", "𠀀"],
    ["big5-hkscs", "big5", "{A4}{A4}", "中"],
    ["x-euc-jp", "euc-jp", "{C6}{FC}", "日"],
    ["csiso2022jp", "iso-2022-jp", "{1B}$BF|{1B}(B", "日"],
    ["windows-31j", "shift_jis", "{93}{FA}", "日"],
    ["ks_c_5601-1987", "euc-kr", "{C7}{D1}", "한"],
    ["korean", "euc-kr", "a{8C}{63}b{B9}{E6}{B0}{A2}{C7}{CF}", "a똠b방각하"],
    ["windows-949", "euc-kr", "{81}{41}{A0}{FE}{A1}{41}{C6}{52}{A2}{E6}", "갂좤좥힣€"],
    ["euc-kr", "euc-kr", "{81}<b>{C6}{53}{FF}", "\u0081<b>\uFFFD\uFFFD"],
    ["x-user-defined", "x-user-defined", "{80}a", "\uF780a"],
    ["hz-gb-2312", "replacement", "a", "\uFFFD"],
  ];
  for (const [label, encoding, encoded, text] of cases) {
    test(`${label} is ${encoding}`, () => {
      assert.equal(encodingOf(` ${label.toUpperCase()}\n`), encoding);
      assert.deepEqual(decodeXml(bytes(encoded), `text/xml; charset=${label}`), { text, encoding });
    });
  }

  for (const label of ["", "nonsense", "utf-7", "utf-32", "x".repeat(9999), "utf\u20118"]) {
    test(`${JSON.stringify(label.slice(0, 20))} is none`, () => assert.equal(encodingOf(label), null));
  }

  const types: [contentType: string | null, charset: string | null][] = [
    ["text/html;charset=UTF-8", "UTF-8"],
    ["text/html; charset = utf-8 ; q=1", "utf-8"],
    ["text/html; x=y; CHARSET='koi8-r'", "koi8-r"],
    ['text/html; charset="utf-8"', "utf-8"],
    ["text/html; charset=utf-8, text/html", "utf-8"],
    ["text/html; mycharset=utf-8", null],
    ["text/html", null],
    [null, null],
  ];
  for (const [type, charset] of types) test(`${type}: ${charset}`, () => assert.equal(charsetParameter(type), charset));
});
