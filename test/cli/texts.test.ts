import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { readJsonLines } from "../../src/cli/terminal/json-lines.ts";
import { run } from "./run.ts";

const PARAGRAPHS = [
  "The river Orle rose by two metres overnight and flooded the old town of Marfa, the council said on Monday.",
  "Ten people were taken to hospital. The bridge at the mill stays closed until engineers have looked at it.",
  "Schools open again on Wednesday, said the mayor, who thanked the volunteers for their help during the night.",
];
const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>Flood in Marfa</title></head><body><nav><a href="/">Home</a></nav>
   <article><h1>Flood in Marfa</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;

suite("texts on the command line", () => {
  let cwd: string;
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), "variorum-texts-"));
    write("old.txt", `${PARAGRAPHS.join("\n")}\n`);
    write("new.txt", `${PARAGRAPHS.join("\n\n").replace("Ten people", "Twelve people")}\n`);
    write("page.html", page(PARAGRAPHS));
    write("page.html.gz", gzipSync(page(PARAGRAPHS)));
    write("damaged.html.gz", gzipSync(page(PARAGRAPHS)).subarray(0, 40));
  });
  after(() => rmSync(cwd, { recursive: true }));

  test("extract prints the document as the reference says", async () => {
    const { code, out, err } = await run(["extract", "page.html", "--url", "https://example.org/flood", "--json"], {
      cwd,
    });
    assert.equal(code, 0, err);
    const document = JSON.parse(out);
    const fields = [
      "url",
      "canonicalUrl",
      "state",
      "headline",
      "standfirst",
      "byline",
      "publishedAt",
      "modifiedAt",
      "language",
      "corrections",
      "blocks",
      "extractor",
    ];
    for (const field of fields) assert.ok(field in document, field);
    assert.equal(document.url, "https://example.org/flood");
    assert.equal(document.headline, "Flood in Marfa");
    assert.deepEqual(
      document.blocks.map((block: { text: string }) => block.text),
      PARAGRAPHS,
    );
  });

  test("extract prints for people", async () => {
    const { out } = await run(["extract", "page.html.gz"], { cwd, columns: 60 });
    assert.match(out, /^Flood in Marfa\n/);
    assert.ok(
      out.split("\n").every((line) => line.length <= 60 || line.startsWith("Address")),
      out,
    );
  });

  test("extract prints what else the page states, and where the entries of a live page begin", async () => {
    const entry = (id: string, hour: string, text: string) =>
      `<section id="${id}"><time datetime="2026-10-02T${hour}:00:00Z">${hour}:00</time><p>${text}</p></section>`;
    const [first, second, third] = PARAGRAPHS;
    const body = entry("e3", "10", first!) + entry("e2", "09", second!) + entry("e1", "08", third!);
    write(
      "live.html",
      `<!doctype html><html lang="en"><head><title>Live: flood in Marfa</title>
       <meta property="article:section" content="Region"><meta property="og:image" content="https://example.org/orle.jpg">
       </head><body><main><h1>Live: flood in Marfa</h1><p class="byline">By Anna Holm, Reuters</p>${body}</main></body></html>`,
    );
    const { out, err } = await run(["extract", "live.html", "--url", "https://example.org/live/flood"], { cwd });
    assert.equal(err, "");
    for (const line of [
      /^By +Anna Holm$/m,
      /^Credits +Reuters$/m,
      /^Section +Region$/m,
      /^Picture +https:\/\/example\.org\/orle\.jpg$/m,
      /^Entry e3, 2026-10-02T10:00:00Z\n\nThe river Orle/m,
      /^Entry e1, 2026-10-02T08:00:00Z\n\nSchools open/m,
    ])
      assert.match(out, line);
  });

  const refusals: readonly (readonly [what: string, args: readonly string[], code: number, message: RegExp])[] = [
    ["a file that is not there", ["extract", "missing.html"], 3, /no file missing\.html/],
    ["damaged gzip", ["extract", "damaged.html.gz"], 1, /gzip data is damaged/],
    ["no page at all", ["extract"], 2, /one page, or use --batch/],
    ["an address on this machine", ["extract", "http://127.0.0.1:9/"], 1, /./],
    ["one text", ["collate", "old.txt"], 2, /two texts, OLD and NEW/],
    ["two texts from one pipe", ["collate", "-", "-"], 2, /Only one of the two/],
    ["a text that is not there", ["collate", "old.txt", "missing.txt"], 3, /no file missing\.txt/],
    ["a batch that is not there", ["collate", "--batch", "missing.jsonl"], 3, /no file missing\.jsonl/],
    ["an unknown command", ["colate", "old.txt"], 2, /Did you mean "variorum collate"\?/],
    ["an unknown option", ["collate", "--colour"], 2, /unknown option '--colour'/],
  ];
  for (const [what, args, code, message] of refusals)
    test(`refused: ${what}`, async () => {
      const ran = await run(args, { cwd });
      assert.equal(ran.code, code, ran.err);
      assert.match(ran.err, message);
      assert.equal(ran.out, "");
    });

  test("extract --batch answers line by line, also for pages it cannot read", async () => {
    const lines = [
      { id: "a", path: "page.html", url: "https://example.org/a" },
      { id: 2, path: "missing.html", url: "https://example.org/b" },
      { id: "c", path: "page.html.gz", url: "https://example.org/c" },
    ];
    write("pages.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    const { code, out, err } = await run(["extract", "--batch", "pages.jsonl"], { cwd });
    const [a, missing, c] = out.split("\n").map((line) => JSON.parse(line));
    assert.deepEqual([a.id, missing.id, c.id], ["a", 2, "c"]);
    assert.equal(a.document.url, "https://example.org/a");
    assert.deepEqual(c.document.blocks, a.document.blocks);
    assert.match(missing.error, /no file/);
    assert.equal(code, 1);
    assert.match(err, /1 of 3 pages/);
  });

  test("collate --json gives groups by number", async () => {
    const { code, out } = await run(["collate", "old.txt", "new.txt", "--json"], { cwd });
    assert.equal(code, 0);
    const { groups, old, new: newer } = JSON.parse(out);
    assert.deepEqual(old, PARAGRAPHS);
    assert.equal(newer.length, 3);
    assert.deepEqual(
      groups.map((group: { kind: string }) => group.kind),
      ["equal", "edited", "equal"],
    );
    assert.deepEqual(groups[1].edits, [{ oldStart: 0, oldEnd: 3, newStart: 0, newEnd: 6, cosmetic: false }]);
  });

  test("collate reads pages and documents as well as texts", async () => {
    const document = (await run(["extract", "page.html", "--json"], { cwd })).out;
    write("document.json", document);
    const { out } = await run(["collate", "page.html", "document.json", "--json"], { cwd });
    assert.ok(JSON.parse(out).groups.every((group: { kind: string }) => group.kind === "equal"));
    assert.deepEqual(JSON.parse(out).old, ["Flood in Marfa", ...PARAGRAPHS]);
  });

  test("collate side by side: brackets without colours, styles with them", async () => {
    const plain = await run(["collate", "old.txt", "new.txt"], { cwd, columns: 80 });
    assert.match(plain.out, /^\[-Ten-\] people .* ~ +\{\+Twelve\+\} people/m);
    assert.match(plain.out, /1 edited, 2 unchanged\.$/);
    const coloured = await run(["collate", "old.txt", "new.txt"], { cwd, columns: 80, colour: true });
    assert.match(coloured.out, /<red,strikethrough>Ten<\/> people/);
    assert.doesNotMatch(coloured.out, /\[-/);
  });

  test("collate --batch takes the field of a text, and refuses one that there is not", async () => {
    const texts = { old: ["Mayor quits over bridge"], new: ["Four ships sail at dawn"] };
    const pairs = ["headline", "standfirst", "body", undefined, "byline"].map((field) => ({ id: 1, ...texts, field }));
    write("fields.jsonl", pairs.map((pair) => JSON.stringify(pair)).join("\n"));
    const { code, out } = await run(["collate", "--batch", "fields.jsonl"], { cwd });
    assert.equal(code, 1);
    const lines = out.split("\n").map((line) => JSON.parse(line));
    const [headline, standfirst, body, unsaid, refused] = lines;
    for (const [field, { groups, labels }] of Object.entries({ headline, standfirst })) {
      assert.deepEqual(
        groups.map(({ old, new: next }: { old: number[]; new: number[] }) => [old, next]),
        [[[0], [0]]],
      );
      assert.ok(labels.some(({ kind }: { kind: string }) => kind === field));
      assert.ok(labels.every(({ place }: { place: { field: string } }) => place.field === field));
    }
    for (const { rank } of [headline, standfirst]) assert.ok(rank > 0 && rank < 1, String(rank));
    assert.equal(body.groups.length, 2, "two paragraphs that have nothing in common");
    assert.deepEqual({ ...unsaid, id: 1 }, body);
    assert.match(refused.error, /line 5 has a "field" that is none of headline, standfirst, body/);
  });

  test("collate --batch prints what its reference says, and nothing else", async () => {
    const pairs = [
      { id: "same", old: ["a b c"], new: ["a b c"] },
      { id: "grown", old: ["a b c"], new: ["a b c", "A whole new paragraph."] },
      { id: "empty", old: [], new: [] },
    ];
    write("pairs.jsonl", pairs.map((pair) => JSON.stringify(pair)).join("\n"));
    const { code, out } = await run(["collate", "--batch", "pairs.jsonl"], { cwd });
    assert.equal(code, 0);
    const pair = (i: number, j: number) => ({ old: [i], new: [j] });
    assert.deepEqual(
      out.split("\n").map((line) => JSON.parse(line)),
      [
        {
          id: "same",
          groups: [
            { ...pair(0, 0), kind: "equal", moved: false, edits: [], sentences: [{ ...pair(0, 0), moved: false }] },
          ],
          sentences: { old: [{ paragraph: 0, start: 0, end: 5 }], new: [{ paragraph: 0, start: 0, end: 5 }] },
          labels: [],
          rank: 0,
          silent: false,
        },
        {
          id: "grown",
          groups: [
            { ...pair(0, 0), kind: "equal", moved: false, edits: [], sentences: [{ ...pair(0, 0), moved: false }] },
            {
              old: [],
              new: [1],
              kind: "added",
              moved: false,
              edits: [],
              sentences: [{ old: [], new: [1], moved: false }],
            },
          ],
          sentences: {
            old: [{ paragraph: 0, start: 0, end: 5 }],
            new: [
              { paragraph: 0, start: 0, end: 5 },
              { paragraph: 1, start: 0, end: 22 },
            ],
          },
          labels: [
            {
              kind: "paragraph-added",
              reason: "a paragraph was added: “A whole new paragraph.”",
              place: { field: "body", old: null, new: 1 },
            },
          ],
          rank: 0.068,
          silent: false,
        },
        { id: "empty", groups: [], sentences: { old: [], new: [] }, labels: [], rank: 0, silent: false },
      ],
    );
  });

  test("bad lines of a batch say why, each in its place, and the others go on", async () => {
    const lines = [
      '{"id":1,"old":[],"new":[]}',
      '{"id":2',
      "",
      "[]",
      '{"id":5,"old":["a"]}',
      '{"id":6,"old":["a"],"new":[7]}',
      '{"id":7,"old":[],"new":[],"language":4}',
      '{"id":8,"old":[],"new":[],"language":null}\r',
    ];
    write("bad.jsonl", lines.join("\n"));
    const { code, out, err } = await run(["collate", "--batch", "bad.jsonl"], { cwd });
    const empty = { groups: [], sentences: { old: [], new: [] }, labels: [], rank: 0, silent: false };
    assert.deepEqual(
      out.split("\n").map((line) => JSON.parse(line)),
      [
        { id: 1, ...empty },
        { line: 2, error: "line 2 is not JSON" },
        { line: 4, error: "line 4 is not a JSON object" },
        { id: 5, line: 5, error: 'line 5 needs "new", a list of texts' },
        { id: 6, line: 6, error: 'line 6 needs "new", a list of texts' },
        { id: 7, line: 7, error: 'line 7 has a "language" that is not a text' },
        { id: 8, ...empty },
      ],
    );
    assert.equal(code, 1);
    assert.match(err, /5 of 7 pairs could not be compared/);
  });

  test("a line too long for memory is skipped and named", async () => {
    write("long.jsonl", `{"a":1}\n{"b":"${"x".repeat(200_000)}"}\n{"c":3}`);
    const read: unknown[] = [];
    for await (const { line, value, error } of readJsonLines("long.jsonl", cwd, 1000))
      read.push(error ?? [line, value]);
    assert.deepEqual(read, [[1, { a: 1 }], "line 2 is longer than 1000 bytes", [3, { c: 3 }]]);
  });

  test("collate --json reads the labels in the language it is told", async () => {
    write("alt.txt", "Der Fahrer hat den Unfall am Tor verursacht.");
    write("neu.txt", "Der Fahrer hat den Unfall am Tor angeblich verursacht.");
    const kinds = async (language: string) => {
      const { out } = await run(["collate", "alt.txt", "neu.txt", "--json", "--language", language], { cwd });
      return (JSON.parse(out) as { labels: { kind: string }[] }).labels.map(({ kind }) => kind);
    };
    assert.deepEqual(await kinds("de"), ["hedge-added"]);
    assert.deepEqual(await kinds("en"), []);
  });

  test("help teaches, and is no error", async () => {
    for (const args of [["--help"], ["help"], ["collate", "--help"], ["help", "collate"]]) {
      const { code, out } = await run(args);
      assert.equal(code, 0, args.join(" "));
      assert.match(out, /\$ variorum/, args.join(" "));
    }
  });

  test("--version prints the package's version", async () => {
    assert.match((await run(["--version"])).out, /^\d+\.\d+\.\d+$/);
  });
});
