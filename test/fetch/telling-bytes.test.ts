import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { decodeHtml, decodeXml } from "#fetch/charset";
import { byteOrderMark, decodeExactly } from "#fetch/encoding";
import { prescan } from "#fetch/prescan";

/** Every byte of a mark counts: one that is wrong, and it is none. */
suite("a byte order mark", () => {
  const cases: readonly (readonly [bytes: readonly number[], encoding: string | null])[] = [
    [[0xef, 0xbb, 0xbf], "utf-8"],
    [[0xee, 0xbb, 0xbf], null],
    [[0xef, 0xba, 0xbf], null],
    [[0xef, 0xbb, 0xbe], null],
    [[0xd0, 0xd1, 0xbf], null],
    [[0xfe, 0xff], "utf-16be"],
    [[0xfe, 0xfe], null],
    [[0xfd, 0xff], null],
    [[0xff, 0xfe], "utf-16le"],
    [[0xff, 0xff], null],
    [[], null],
  ];
  for (const [bytes, encoding] of cases)
    test(`${bytes}: ${encoding}`, () => assert.equal(byteOrderMark(Uint8Array.from(bytes)), encoding));
});

/** An XML file without a mark: "<" and a letter, with a zero byte before or behind each. */
suite("zero bytes at the beginning of XML", () => {
  const cases: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
    [[0x3c, 0, 0x72, 0], "utf-16le"],
    [[0x3c, 0, 0, 0], "utf-8"],
    [[0x3c, 0, 0x72, 0x73], "utf-8"],
    [[0x3c, 0x71, 0x72, 0], "utf-8"],
    [[0x3d, 0, 0x72, 0], "utf-8"],
    [[0, 0x3c, 0, 0x72], "utf-16be"],
    [[0, 0x3c, 0, 0], "utf-8"],
    [[0, 0x3c, 0x71, 0x72], "utf-8"],
    [[0, 0x3d, 0, 0x72], "utf-8"],
    [[0x71, 0x3c, 0, 0x72], "utf-8"],
  ];
  for (const [bytes, encoding] of cases)
    test(`${bytes}: ${encoding}`, () => assert.equal(decodeXml(Uint8Array.from(bytes), null).encoding, encoding));
});

suite("the prescan knows a tag by its first letter", () => {
  const inside = (before: string) => `${before} x='<meta charset=iso-8859-2>'><meta charset=koi8-r>`;
  for (const tag of ["<a", "<z", "<A", "<Z", "</a", "</z"])
    test(`${tag} is one`, () => assert.equal(prescan(Buffer.from(inside(tag)), 1024), "koi8-r"));
  for (const tag of ["<`", "<{", "<@", "<[", "<1", "a<"])
    test(`${tag} is none`, () => assert.equal(prescan(Buffer.from(inside(tag)), 1024), "iso-8859-2"));

  test("words before it are none", () =>
    assert.equal(prescan(Buffer.from("Price list <meta charset=koi8-r>"), 1024), "koi8-r"));

  for (const space of [" ", "\n", "\r", "\t", "\f", "/"])
    test(`and the end of its name by ${JSON.stringify(space)}`, () => {
      assert.equal(prescan(Buffer.from(`<meta${space}charset=koi8-r>`), 1024), "koi8-r");
      assert.equal(prescan(Buffer.from(`<meta charset=koi8-r${space}x>`), 1024), space === "/" ? null : "koi8-r");
    });

  const values: readonly (readonly [page: string, encoding: string | null])[] = [
    ["<meta charset = koi8-r>", "koi8-r"],
    ["<meta charset\n=\n'koi8-r'>", "koi8-r"],
    ["<meta =charset=iso-8859-2 charset=koi8-r>", "koi8-r"],
    ["<meta x charset=koi8-r>", "koi8-r"],
    ["<meta charset='koi8-r'x='>'>", "koi8-r"],
    ["<meta charset=koi8-r>x", "koi8-r"],
    ["<meta content='charset=iso-8859-2' content='charset=koi8-r' http-equiv=content-type>", "iso-8859-2"],
    ["<meta http-equiv=content-type content='text/html'>", null],
    ["<meta charset=utf-16be>", "utf-8"],
    ["<meta charset=utf-16le>", "utf-8"],
    ["<!doctype html><meta charset=koi8-r>", "koi8-r"],
    ["</ x='<meta charset=iso-8859-2>'><meta charset=koi8-r>", "koi8-r"],
  ];
  for (const [page, encoding] of values)
    test(`${page}: ${encoding}`, () => assert.equal(prescan(Buffer.from(page), 1024), encoding));
});

suite("a page declared as UTF-8", () => {
  const cases: readonly (readonly [what: string, bytes: readonly number[], encoding: string])[] = [
    ["as much broken as whole", [0xc3, 0xa9, 0xe9, 0x20], "utf-8"],
    ["as much broken as whole, the first beyond ASCII", [0xc2, 0x80, 0xe9, 0x20], "utf-8"],
    ["more broken than whole", [0xc3, 0xa9, 0xe9, 0x20, 0xe9, 0x20], "windows-1252"],
    ["broken beside ASCII alone", [0x7f, 0x7f, 0xe9, 0x20], "windows-1252"],
  ];
  for (const [what, bytes, encoding] of cases)
    test(`${what}: ${encoding}`, () =>
      assert.equal(decodeHtml(Uint8Array.from(bytes), "text/html; charset=utf-8").encoding, encoding));
});

suite("a page declared as something else, of valid UTF-8", () => {
  const page = (text: string) => decodeHtml(Buffer.from(`<meta charset=koi8-r>${text}`), null).encoding;
  for (const [text, encoding] of [
    ["é".repeat(15), "koi8-r"],
    ["é".repeat(16), "utf-8"],
    // The last two bytes of each are 0x80.
    ["\u4000".repeat(10), "koi8-r"],
    ["\u4000".repeat(11), "utf-8"],
  ] as const)
    test(`${Buffer.byteLength(text)} bytes of proof: ${encoding}`, () => assert.equal(page(text), encoding));

  test("one character is proof against windows-1252, none is not", () => {
    const declared = "text/html; charset=windows-1252";
    assert.equal(decodeHtml(Buffer.from("é"), declared).encoding, "utf-8");
    assert.equal(decodeHtml(Buffer.from("e"), declared).encoding, "windows-1252");
  });
});

test("bytes that are wrong in an encoding are not decoded by it", () => {
  const cases: readonly (readonly [encoding: string, bytes: readonly number[], text: string | null])[] = [
    ["utf-8", [0xc3, 0xa9], "é"],
    ["utf-8", [0xe9], null],
    ["euc-kr", [0xb0, 0xa1], "가"],
    ["euc-kr", [0xff], null],
    ["replacement", [], ""],
    ["replacement", [0x61], null],
  ];
  for (const [encoding, bytes, text] of cases) assert.equal(decodeExactly(Uint8Array.from(bytes), encoding), text);
});
