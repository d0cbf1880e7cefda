import { html } from "hono/html";
import { BROKEN_AFTER } from "#model/source";
import type { Html } from "#publish/markup";
import type { SourceHealth } from "#store/public-reader";
import { list, plural, relative } from "#words/wording";

/** What is wrong with a source, in words; empty when all is well. */
export function healthNote(health: SourceHealth, now: number): Html | "" {
  const text = healthWords(health, now);
  return text === "" ? "" : html`<strong class="warning">${text}.</strong>`;
}

export function healthWords(health: SourceHealth, now: number): string {
  const parts: string[] = [];
  const brokenFeeds = health.feeds.filter((feed) => feed.failures >= BROKEN_AFTER).length;
  if (brokenFeeds > 0) parts.push(`${plural(brokenFeeds, "feed")} broken`);
  if (health.silentSince !== null) {
    parts.push(
      health.lastArticleAt === null
        ? "No article found so far"
        : `Silent: last new article ${relative(health.lastArticleAt, now)}`,
    );
  }
  return list(parts);
}
