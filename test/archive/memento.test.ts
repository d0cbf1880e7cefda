import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { openHistory } from "#archive/history";
import { type Made, warc } from "./made-files.ts";
import { freshFolder } from "./rig.ts";

const AT = "2026-05-05T09:30:00.000Z";
const SAVED = "2026-11-01T08:00:00Z";
const ORIGINAL = "https://gazette.example/quay?page=2";

/** A page as an archive at `prefix` shows it: with its bar, and with its own addresses in front of all others. */
const shown = (prefix: string, digits: string, bar: readonly [string, string] = ["", ""]): string =>
  `<html><head><link rel="canonical" href="${prefix}${digits}/https://gazette.example/quay"></head><body>${bar[0]}` +
  `<a href="${new URL(prefix).pathname}${digits}/https://gazette.example/other">Other</a>` +
  `<img src="//${new URL(prefix).host}${new URL(prefix).pathname}${digits}im_/https://gazette.example/a.png">${bar[1]}<p>The quay is shut.</p></body></html>`;

const PAGE =
  '<html><head><link rel="canonical" href="https://gazette.example/quay"></head><body>' +
  '<a href="https://gazette.example/other">Other</a><img src="https://gazette.example/a.png"><p>The quay is shut.</p></body></html>';

const dated = (...lines: readonly string[]): string =>
  ["HTTP/1.1 200 OK", "Content-Type: text/html", ...lines].join("\r\n");
const MEMENTO = "Memento-Datetime: Tue, 05 May 2026 09:30:00 GMT";

async function imported(...records: readonly Made[]) {
  return importedWith({}, ...records);
}

async function importedWith(options: { readonly webArchives?: readonly string[] }, ...records: readonly Made[]) {
  const file = join(freshFolder(), "saved.warc");
  writeFileSync(file, Buffer.concat(records.map((made) => warc({ date: SAVED, ...made }))));
  const history = await openHistory([file], { maxBytes: 1_000_000, ...options });
  const captures = [];
  for await (const { url, finalUrl, at, hops, answer } of history.captures())
    captures.push({
      url,
      finalUrl,
      at: new Date(at).toISOString(),
      hops: hops.length,
      page: Buffer.from(answer.body).toString(),
    });
  await history.close();
  return { captures, asides: Object.fromEntries(history.tally.asides) };
}

const WAYBACK = "https://web.archive.org/web/";
const OTHER = "http://memory.example/wayback/en/";
const KNOWN = "https://arquivo.pt/wayback/";
const ONE = { url: ORIGINAL, finalUrl: ORIGINAL, at: AT, hops: 0 };

const CAPTURES: readonly (readonly [string, Made])[] = [
  [
    "of the largest archive",
    { url: `${WAYBACK}20260505093000/${ORIGINAL}`, head: dated(MEMENTO), body: shown(WAYBACK, "20260505093000") },
  ],
  ["whose headers are lost", { url: `${WAYBACK}20260505093000/${ORIGINAL}`, body: shown(WAYBACK, "20260505093000") }],
  ["as it was, by a mark", { url: `${WAYBACK}20260505093000id_/${ORIGINAL}`, head: dated(MEMENTO), body: PAGE }],
  [
    "of another archive",
    { url: `${OTHER}20260505093000/${ORIGINAL}`, head: dated(MEMENTO), body: shown(OTHER, "20260505093000") },
  ],
  [
    "at a time of its own, near the one asked for",
    { url: `${OTHER}2026/${ORIGINAL}`, head: dated(MEMENTO), body: shown(OTHER, "20260505093000") },
  ],
  [
    "that is packed",
    {
      url: `${OTHER}20260505093000/${ORIGINAL}`,
      head: dated(MEMENTO, "Content-Encoding: gzip"),
      body: gzipSync(shown(OTHER, "20260505093000")),
    },
  ],
];

for (const [name, made] of CAPTURES)
  test(`a capture ${name} is one of the original address, at its own time, as the page was`, async () => {
    const { captures } = await imported(made);
    assert.deepEqual(captures, [{ ...ONE, page: PAGE }]);
  });

test("the bar of the archive is no part of the page", async () => {
  const bar = ["<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<p>Saved</p><!-- END WAYBACK TOOLBAR INSERT -->"] as const;
  const body = shown(WAYBACK, "20260505093000", bar);
  const { captures } = await imported({ url: `${WAYBACK}20260505093000/${ORIGINAL}`, head: dated(MEMENTO), body });
  assert.equal(captures[0]!.page, PAGE.replace(/<a .*png">/, ""));
});

test("a redirect that was captured leads to the original address", async () => {
  const moved = ["HTTP/1.1 301 Moved", `Location: ${WAYBACK}20260505093000/${ORIGINAL}`, MEMENTO].join("\r\n");
  const old = "https://gazette.example/old";
  const { captures } = await imported(
    { url: `${WAYBACK}20260505093000/${old}`, head: moved, body: "" },
    { url: `${WAYBACK}20260505093000/${ORIGINAL}`, head: dated(MEMENTO), body: PAGE },
  );
  assert.deepEqual(captures, [{ ...ONE, url: old, hops: 1, page: PAGE }]);
});

test("pages of the archive itself, and its redirects to the nearest capture, are none of anyone's", async () => {
  const near = ["HTTP/1.1 302 Found", `Location: ${WAYBACK}20260505093000/${ORIGINAL}`].join("\r\n");
  const { captures, asides } = await imported(
    { url: `${WAYBACK}2026/${ORIGINAL}`, head: near, body: "" },
    { url: `${WAYBACK}20260505093100/${ORIGINAL}`, head: near, body: "" },
  );
  assert.deepEqual([captures, asides], [[], { "page of a web archive itself": 2 }]);
});

test("a page that only claims to be a capture of another one stays what it is", async () => {
  const claims = dated(MEMENTO, 'Link: <https://gazette.example/quay>; rel="original"');
  const { captures } = await imported({ url: "https://copies.example/quay", head: claims, body: PAGE });
  assert.deepEqual(
    captures.map(({ url, at }) => [url, at]),
    [["https://copies.example/quay", "2026-11-01T08:00:00.000Z"]],
  );
});

const FORGED = {
  url: `${OTHER}20260505093000/${ORIGINAL}`,
  head: dated(MEMENTO),
  body: shown(OTHER, "20260505093000"),
};
const others = Array.from({ length: 3 }, (_, at) => ({ url: `https://daily.example/${at}`, body: PAGE }));

test("in a crawl of the web a site that is no known archive cannot make captures of another one", async () => {
  const { captures, asides } = await imported(...others, FORGED);
  assert.deepEqual(
    captures.map(({ url }) => url),
    others.map(({ url }) => url),
  );
  assert.deepEqual(asides, { "capture at a web archive that is not known": 1 });
});

test("a known archive is believed in any crawl, and another one when it is named or was crawled", async () => {
  const known = {
    url: `${KNOWN}20260505093000/${ORIGINAL}`,
    head: dated(MEMENTO),
    body: shown(KNOWN, "20260505093000"),
  };
  assert.deepEqual((await imported(...others, known)).captures[0], { ...ONE, page: PAGE });
  const named = await importedWith({ webArchives: ["memory.example"] }, ...others, FORGED);
  assert.deepEqual([named.captures[0], named.asides], [{ ...ONE, page: PAGE }, {}]);
  const twice = [
    FORGED,
    {
      ...FORGED,
      url: `${OTHER}20260506093000/${ORIGINAL}`,
      head: dated(MEMENTO.replace("05 May", "06 May").replace("Tue", "Wed")),
    },
  ];
  const crawled = await imported({ ...others[0]! }, ...twice);
  assert.deepEqual(
    crawled.captures.map(({ url, at }) => [url, at]),
    [
      [ORIGINAL, AT],
      [ORIGINAL, "2026-05-06T09:30:00.000Z"],
      ["https://daily.example/0", "2026-11-01T08:00:00.000Z"],
    ],
    "in the order of their own times",
  );
});
