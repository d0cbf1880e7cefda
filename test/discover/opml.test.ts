import assert from "node:assert/strict";
import { test } from "node:test";
import { readOpml } from "#discover/opml";

const LIST = `<?xml version="1.0"?><opml version="2.0"><head><title>My papers</title></head><body>
  <outline text="Politics"><outline text="Abroad">
    <outline type="rss" text="Daily &amp; Sunday" xmlUrl="https://daily.example/world.xml" htmlUrl="https://daily.example/world"/></outline></outline>
  <outline text="Daily sport" xmlurl="https://feeds.daily.example/sport" HTMLURL="https://www.daily.example/sport"/>
  <outline text="Wire" type="atom" xmlUrl="https://wire.example/atom"/>
  <outline text="Again" xmlUrl="https://wire.example/atom"/>
  <outline text="Only a folder"/><outline text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>`;

test("folders are flattened, feeds of one site become one source", () => {
  const result = readOpml(LIST);
  assert.deepEqual(result.ok && result.value, [
    {
      kind: "opml",
      source: { name: "daily.example", homeUrl: "https://daily.example/" },
      feeds: [
        { url: "https://daily.example/world.xml", kind: "rss", title: "Daily & Sunday" },
        { url: "https://feeds.daily.example/sport", kind: "rss", title: "Daily sport" },
      ],
      articles: [],
    },
    {
      kind: "opml",
      source: { name: "Wire", homeUrl: "https://wire.example/" },
      feeds: [{ url: "https://wire.example/atom", kind: "atom", title: "Wire" }],
      articles: [],
    },
  ]);
});

test("relative addresses count only in a list that came from somewhere", () => {
  const list = '<opml><body><outline xmlUrl="/f.xml"/></body></opml>';
  const fetched = readOpml(list, "https://daily.example/feeds.opml");
  assert.equal(fetched.ok && fetched.value[0]?.feeds[0]?.url, "https://daily.example/f.xml");
  assert.equal(readOpml(list).ok, false);
});

test("a list without feeds fails clearly", () => {
  const result = readOpml("<opml><body><outline text='x'/></body></opml>");
  assert.equal(result.ok ? "ok" : result.failure.code, "empty-opml");
});

test("outlets that share a host keep their names; sections of one paper are one source", () => {
  const outline = (title: string, path: string, home = "") =>
    `<outline text="${title}" xmlUrl="https://press.example${path}"${home && ` htmlUrl="https://press.example${home}"`}/>`;
  const names = (...outlines: readonly string[]) => {
    const read = readOpml(`<opml><body>${outlines.join("")}</body></opml>`);
    assert.ok(read.ok);
    return read.value.map(({ source, feeds }) => [source.name, new URL(source.homeUrl).pathname, feeds.length]);
  };
  assert.deepEqual(names(outline("Norre Courier", "/norre/feed", "/norre/"), outline("Voz do Porto", "/voz/feed")), [
    ["Norre Courier", "/norre/", 1],
    ["Voz do Porto", "/voz/", 1],
  ]);
  assert.deepEqual(
    names(outline("Courier: sport", "/a/feed", "/a/"), outline("Courier: arts", "/b/feed", "/b/")).length,
    1,
  );
  assert.equal(names(outline("Sport", "/a/feed", "/a/"), outline("Arts", "/b/feed", "/b/")).length, 1);
  assert.equal(names(outline("Norre Courier", "/one.xml"), outline("Voz do Porto", "/two.xml")).length, 1);
});
