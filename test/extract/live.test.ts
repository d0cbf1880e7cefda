import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const entry = (id: string, hour: number, said: string) =>
  `<div class="entry" ${id}><time datetime="2024-05-03T${hour}:00:00Z">${hour}:00</time><h3>Update of ${hour}</h3><p>The harbour master said at ${hour} that ${said}, and that the ferry would wait for the tide.</p></div>`;
const ENTRIES = [
  entry('id="post-3"', 14, "the wall had held"),
  entry('data-post-id="2"', 13, "the water rose"),
  entry("", 12, "the storm came"),
];
const live = (head: string, body: string, url = "https://news.example/storm", headline = "Storm over the harbour") =>
  extract(
    `<html lang=en><head><title>${headline}</title>${head}</head><body><main><article><h1>${headline}</h1><div class="body">${body}</div></article></main></body></html>`,
    { url },
  );
const LIVE_POSTING = `<script type="application/ld+json">${JSON.stringify({
  "@type": "LiveBlogPosting",
  headline: "Storm over the harbour",
  liveBlogUpdate: [
    {
      "@type": "BlogPosting",
      headline: "Update of 12",
      datePublished: "2024-05-03T12:00:00Z",
      url: "https://news.example/storm#u1",
    },
  ],
})}</script>`;

test("entries by id and time, with the blocks that are theirs", () => {
  const document = live(LIVE_POSTING, ENTRIES.join(""));
  assert.equal(document.state, "live");
  assert.deepEqual(document.stateReason, { code: "live-stated", entries: 3 });
  assert.deepEqual(
    document.entries.map(({ id, at, headline }) => [id, at, headline]),
    [
      ["post-3", "2024-05-03T14:00:00Z", "Update of 14"],
      ["2", "2024-05-03T13:00:00Z", "Update of 13"],
      ["2024-05-03T12:00:00Z", "2024-05-03T12:00:00Z", "Update of 12"],
    ],
  );
  for (const { from, to, headline } of document.entries)
    assert.equal(document.blocks.slice(from, to)[0]?.text, headline);
});

test("entries that only JSON-LD dates are found by their headlines", () => {
  const body =
    "<h3>Update of 12</h3><p>The harbour master said that the storm came, and that the ferry would wait for the tide.</p>";
  const document = live(LIVE_POSTING, body);
  assert.equal(document.state, "live");
  assert.deepEqual(document.entries, [
    { id: "https://news.example/storm#u1", at: "2024-05-03T12:00:00Z", headline: "Update of 12", from: 0, to: 2 },
  ]);
});

test("a live blog that has begun a moment ago has its first two entries", () => {
  const document = live(LIVE_POSTING, ENTRIES.slice(1).join(""));
  assert.equal(document.state, "live");
  assert.deepEqual(
    document.entries.map(({ id, headline, from, to }) => [id, headline, from < to]),
    [
      ["2", "Update of 13", true],
      ["2024-05-03T12:00:00Z", "Update of 12", true],
    ],
  );
});

/** An address or headline, and whether dated parts under it are a live blog. */
const NAMED: readonly (readonly [string, string, boolean])[] = [
  ["https://news.example/live/storm", "Storm over the harbour", true],
  ["https://news.example/a", "Storm live: wall holds", true],
  ["https://news.example/liveticker-sturm", "Sturm über dem Hafen", true],
  ["https://news.example/a", "En directo: la tormenta", true],
  ["https://news.example/a", "We live in stormy times", false],
  ["https://news.example/a", "Storm over the harbour", false],
  ["https://news.example/lives/ferryman", "The last ferryman", false],
];
for (const [url, headline, expected] of NAMED) {
  test(`${url}, "${headline}": ${expected ? "live" : "an article"}`, () => {
    const document = live("", ENTRIES.join(""), url, headline);
    assert.equal(document.state, expected ? "live" : "article");
    assert.equal(document.entries.length > 0, expected);
  });
}

test("comments with times make no live blog", () => {
  const text =
    "<p>The harbour master said that the wall had held, and that the ferry would wait for the tide.</p>".repeat(2);
  const comments = `<div class="comments">${ENTRIES.join("")}</div>`;
  assert.equal(live("", text + comments, "https://news.example/live/storm").state, "article");
});
