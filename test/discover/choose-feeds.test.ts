import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFeeds } from "#discover/choose-feeds";
import type { FoundFeed } from "#model/found";

const feed = (path: string, title: string | null = null): FoundFeed => ({
  url: `https://daily.example${path}`,
  kind: "rss",
  title,
});

const CASES: readonly (readonly [
  name: string,
  page: string,
  feeds: readonly FoundFeed[],
  expected: readonly string[],
])[] = [
  ["comments", "/", [feed("/feed/"), feed("/comments/feed/"), feed("/x.xml", "Daily: Comments")], ["/feed/"]],
  ["one of the formats", "/", [feed("/feed.xml"), feed("/atom.xml"), feed("/feed/json")], ["/feed.xml"]],
  ["different feeds", "/", [feed("/rss/world.xml"), feed("/rss/sport.xml")], ["/rss/world.xml", "/rss/sport.xml"]],
  ["formats by query", "/", [feed("/?feed=rss2"), feed("/?feed=atom")], ["/?feed=rss2"]],
  ["the section's own", "/politics/", [feed("/feed"), feed("/politics/feed"), feed("/sport/feed")], ["/politics/feed"]],
  [
    "the section's own by title",
    "/politics.html",
    [feed("/1.xml", "News"), feed("/2.xml", "Daily - Politics")],
    ["/2.xml"],
  ],
  ["a section without one", "/politics/", [feed("/feed")], ["/feed"]],
  ["none", "/", [], []],
];

test("of the feeds of a page those are followed that carry its articles, once", () => {
  for (const [name, page, feeds, expected] of CASES) {
    const chosen = chooseFeeds(feeds, `https://daily.example${page}`);
    assert.deepEqual(
      chosen.map(({ url }) => url.slice("https://daily.example".length)),
      expected,
      name,
    );
  }
});
