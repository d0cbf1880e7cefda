import { failFor, ok, type Result } from "#model/failure";
import { type FeedContent, type FeedInput, MAX_FEED_BYTES, tooLarge, unpack } from "./content.ts";
import { identifyText } from "./identify.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readSitemap } from "./sitemap.ts";
import { readXmlFeed } from "./xml-feed.ts";

/**
 * Reads any feed or sitemap. An empty one is no failure. Fails with `not-a-feed` if it is something else (a
 * publisher's error page, most often, so it is worth another try), `feed-too-large`, `bad-gzip`, `bad-feed`.
 */
export function readFeed(input: FeedInput): Result<FeedContent> {
  const unpacked = unpack(input);
  if (!unpacked.ok) return unpacked;
  const text = unpacked.value;
  const kind = identifyText(text, input.contentType);
  if (kind === "sitemap") return ok(readSitemap(text, input));
  if (kind !== "feed") {
    const reason = { code: "not-a-feed", url: input.url, found: kind } as const;
    return failFor("retry", reason, `${input.url} is not a feed but ${FOUND_INSTEAD[kind]}.`);
  }
  if (text.length > MAX_FEED_BYTES) return tooLarge(input.url, MAX_FEED_BYTES);
  return /^\uFEFF?\s*\{/.test(text) ? readJsonFeed(text, input) : ok(readXmlFeed(text, input));
}

const FOUND_INSTEAD = {
  html: "an HTML page",
  opml: "a list of feeds (OPML)",
  unknown: "something that is not recognised",
} as const;
