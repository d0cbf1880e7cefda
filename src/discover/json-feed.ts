import { failFor, ok, type Result } from "#model/failure";
import type { FoundArticle } from "#model/found";
import { type FeedContent, type FeedInput, MAX_ARTICLES, MAX_ENTRIES } from "./content.ts";
import { readDate } from "./date.ts";
import { guidOf } from "./guid.ts";
import { MAX_HUBS, type NamedLinks } from "./hub.ts";
import { looksLikeHttpUrl, readLink } from "./link.ts";
import { Newest } from "./newest.ts";
import { plainTitle } from "./plain.ts";

/** Reads JSON Feed 1.0 and 1.1; fields of a wrong type count as absent. */
export function readJsonFeed(text: string, input: Pick<FeedInput, "url" | "now">): Result<FeedContent> {
  const feed = parseObject(text);
  if (feed === null || !Array.isArray(feed["items"])) {
    return failFor(
      "retry",
      { code: "bad-feed", url: input.url },
      `${input.url} is no readable JSON Feed: it has no list of items.`,
    );
  }
  const articles = new Newest(MAX_ARTICLES);
  for (const item of feed["items"].slice(0, MAX_ENTRIES)) {
    const article = isObject(item) ? readItem(item, input) : null;
    if (article) articles.add(article);
  }
  const home = text_(feed["home_page_url"]);
  return ok({
    kind: "json",
    title: plainTitle(text_(feed["title"]), "text"),
    homeUrl: home === "" ? null : readLink(home, input.url),
    articles: articles.list(),
    more: [],
    links: namedLinks(feed, input.url),
  });
}

/** `hubs` is a list of endpoints; of other types than WebSub nothing is known here. */
function namedLinks(feed: JsonObject, base: string): NamedLinks {
  const listed: readonly unknown[] = Array.isArray(feed["hubs"]) ? feed["hubs"].slice(0, MAX_HUBS) : [];
  const hubs = listed.filter(isObject).filter((hub) => /^websub$/i.test(text_(hub["type"])));
  const self = text_(feed["feed_url"]);
  return { hubs: hubs.map((hub) => text_(hub["url"])), self: self === "" ? null : self, base };
}

function readItem(item: JsonObject, input: Pick<FeedInput, "url" | "now">): FoundArticle | null {
  const id = text_(item["id"]);
  const candidates = [text_(item["url"]), text_(item["external_url"]), looksLikeHttpUrl(id) ? id : ""];
  const link = candidates.find((candidate) => candidate.trim() !== "");
  const url = link === undefined ? null : readLink(link, input.url);
  if (url === null) return null;
  const guid = guidOf(id, url);
  return {
    url,
    title: plainTitle(text_(item["title"]), "text"),
    publishedAt: readDate(text_(item["date_published"]), input.now),
    updatedAt: readDate(text_(item["date_modified"]), input.now),
    ...(guid !== null && { guid }),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;

const text_ = (value: unknown): string => (typeof value === "string" ? value : "");

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(value) ? value : null;
  } catch {
    // The caller says what is wrong; the position in someone else's file helps no one.
    return null;
  }
}
