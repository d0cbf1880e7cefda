import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { type Element, isText, type Node, parseTree } from "#extract/page/tree";

type Theirs = DefaultTreeAdapterMap["childNode"];

const MUTE = new Set(["style", "noscript", "iframe", "noembed", "noframes", "textarea"]);

const ours = (node: Node): unknown =>
  isText(node) ? node.value : [node.name, node.attrs.map(({ name, value }) => [name, value]), node.children.map(ours)];

/** The parser's own tree, without what ours leaves out: comments, doctypes, contents of templates and unseen text. */
function theirs(node: Theirs): unknown {
  if (node.nodeName === "#text") return "value" in node ? node.value : "";
  if (!("attrs" in node)) return null;
  const type = node.attrs.find(({ name }) => name === "type")?.value ?? "";
  const isMute = MUTE.has(node.nodeName) || (node.nodeName === "script" && !/ld\+json/i.test(type));
  const children = node.childNodes.filter((child) => !(isMute && child.nodeName === "#text"));
  return [node.nodeName, node.attrs.map(({ name, value }) => [name, value]), joined(children.map(theirs))];
}

/** Texts that only a comment kept apart are one text to us. */
function joined(children: readonly unknown[]): readonly unknown[] {
  const all: unknown[] = [];
  for (const child of children.filter((item) => item !== null)) {
    const last = all.at(-1);
    if (typeof child === "string" && typeof last === "string") all[all.length - 1] = last + child;
    else all.push(child);
  }
  return all;
}

/** With a doctype: a page without one is read as if it had one, on purpose. */
const same = (page: string) => {
  const html = `<!doctype html>${page}`;
  const root: Element = parseTree(html);
  assert.deepEqual(root.children.map(ours), joined(parse(html).childNodes.map(theirs)), html);
};

const TRAPS: readonly string[] = [
  "<script>if (a < b && c</d) x = '<p>';</script><p>after",
  "<script><!-- <script> </script> --></script><p>after",
  "<script><!-- no end of the comment </script><p>after",
  "<script>never closed <p>text",
  "<script>closed late</scripts></script ><p>after",
  '<script type=\'application/ld+json\'>{"a":\r\n"\0</p>"}</script><p>after',
  "<STYLE>p::before { content: '</sty' } </STYLE/><p>after",
  "<svg><style><p>x</style><script>a<b>c</script></svg><p>after",
  "<math><script>a<b>c</script></math><p>after",
  "<table><script>1<2</script><style>a</style>fostered<tr><td>x",
  "<select><script>1<2</script><style>a</style><option>x",
  "<template><script>1<2</script></template><p>after",
  "<!-- <script> --><p>a</p><script></script><textarea><script>x</script></textarea>",
  "<noscript><style>a</style></noscript><title><script>x</script></title><p>after",
  "<script></script><script>a</script><style></style><p>after",
];
/** What has a meaning in a text, a value, a name or a comment, so that it may not be gone past. */
const MEANINGS: readonly string[] = [
  "<p>one\r\ntwo\rthree\n\rfour\r\r\nfive",
  "<p>&amp;&ampx&#x41;&nope;&not;in &notit; &#0;&",
  "<p>a\0b \0 c<svg>\0a\0 b</svg>",
  "<p>\ud83d\ude00 pairs \ud83d halves \ude00 ends \ud83d",
  "<p>a < b <3 <= </ <! <? </>c",
  '<p title="a\r\nb&quot;c&amp=d\0e\ud83d\ude00\ud83d" CLASS=\'x"y&lt;\r\' data-a-1=b&gt;c ID>x',
  '<P CLASS=A class=B Data-X=1 _a=2 a.b=3 \u00e4=4 a\0b=5 a"b=6>x',
  "<MAIN><my-Element-2><a_b><a:b><a\0>x</MAIN>",
  "<!-- a - b -- c <!-- d --!> e --><p>x<!-- \r\n \0 \ud83d --> y <!---> z <!-->",
  "<pre>\n\nkept</pre><textarea>\nkept</textarea><pre>\r\n\r\nkept</pre><pre>x\n</pre>",
  " <table> a b <tr> c d <td> e f </table> g h",
  "<table><colgroup> a b <col> c d</table><select> a b <option> c d</select>",
  "</head> a b <body> c d </body> e f </html> g h",
  "<svg><text> a b <![CDATA[ c d \r\n ]]> e f</text><foreignObject> g h",
  '<p>unclosed attribute <a title="to the end of the page',
  "<p>unclosed tag <a hre",
];
for (const html of [...TRAPS, ...MEANINGS]) test(`the tree is the parser's: ${JSON.stringify(html)}`, () => same(html));

const piece = fc.oneof(
  fc.constantFrom(
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<svg>",
    "</svg>",
    "<table>",
    "<select>",
    "<p>",
  ),
  fc.constantFrom(
    "<script type=application/ld+json>",
    "</script",
    "<template>",
    "</template>",
    "<textarea>",
    "</textarea>",
    "\r\n",
    "\0",
  ),
  fc.constantFrom(
    '<a title="',
    "<i class='",
    '"',
    "'",
    "&",
    "&amp;",
    "<B ",
    "=",
    ">",
    " ",
    "\ud83d",
    "--",
    "words and words",
  ),
  fc.string({ maxLength: 12 }),
);

test("going past scripts, texts, values, names and comments leaves the tree as it is, whatever stands in them", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => same(pieces.join(""))),
    { numRuns: 500 },
  );
});
