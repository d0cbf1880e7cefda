import assert from "node:assert/strict";
import { test } from "node:test";
import { isOpml, type List, MAX_ADDRESSES, readList } from "#actions/list";

const typed = (text: string): List => ({ name: null, text });
const file = (text: string): List => ({ name: "papers.txt", text });

const READ: readonly (readonly [List, readonly string[]])[] = [
  [typed("www.example.org"), ["www.example.org"]],
  [typed(" a.example  b.example\nhttps://c.example/x?y "), ["a.example", "b.example", "https://c.example/x?y"]],
  [typed("a.example a.example"), ["a.example"]],
  [typed("a.example, b.example;"), ["a.example", "b.example"]],
  [typed("https://a.example/one,two.html"), ["https://a.example/one,two.html"]],
  [typed("intranet/feed"), ["intranet/feed"]],
  [file("\uFEFF# papers\r\na.example\r\n\r\n  # more\rb.example:8080/feed\n"), ["a.example", "b.example:8080/feed"]],
  [file("localhost:8000/feed münchen.example"), ["localhost:8000/feed", "münchen.example"]],
];

test("addresses are read from lines and blanks, each once, without comments", () => {
  for (const [list, wanted] of READ) {
    const read = readList([list]);
    assert.deepEqual(read.ok ? read.value : read.failure, wanted, JSON.stringify(list.text));
  }
});

const REFUSED: readonly (readonly [readonly List[], string, RegExp])[] = [
  [[], "nothing-given", /www\.example\.org/],
  [[typed("  \n ")], "nothing-given", /No address/],
  [[file("# nothing but words")], "nothing-given", /No address/],
  [[file("Dear reader, this is no list.")], "not-an-address", /^"Dear" in papers\.txt/],
  [[file('{"a": 1}')], "not-an-address", /in papers\.txt/],
  [[file("javascript:alert(1)")], "not-an-address", /javascript/],
  [[typed(`https://a.example/${"x".repeat(3000)}`)], "not-an-address", /^.{1,130}$/],
  [
    [typed(Array.from({ length: MAX_ADDRESSES + 1 }, (_, i) => `a${i}.example`).join(" "))],
    "too-many-addresses",
    /OPML/,
  ],
];

test("what is no list, or too long a one, is refused before anything is asked", () => {
  for (const [lists, code, told] of REFUSED) {
    const read = readList(lists);
    assert.ok(!read.ok, JSON.stringify(lists).slice(0, 60));
    assert.equal(read.failure.code, code);
    assert.match(read.failure.message, told);
  }
});

test("an OPML file is known by its root element", () => {
  assert.ok(isOpml('<?xml version="1.0"?>\n<!-- mine -->\n<opml version="2.0"><body/></opml>'));
  assert.ok(!isOpml("https://opml.example/\n"));
});
