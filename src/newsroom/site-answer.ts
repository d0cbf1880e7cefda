import { HOUR_MS } from "#lib/clock";
import { hubOf } from "#newsroom/hub/address";
import { type Answer, type Asked, html, isFresh, notModified, typed, type Visits } from "./answer.ts";
import { touchedAt } from "./article.ts";
import { articleAnswer, saltAt } from "./article-answer.ts";
import { feedDocument, inSection, teasersOf } from "./feed-document.ts";
import type { House } from "./house.ts";
import { otherPage } from "./misbehaviours/instead.ts";
import { activeAt, type NoiseKind } from "./noise.ts";
import { outageAnswer } from "./outages.ts";
import { hashText, mix } from "./random.ts";
import type { SiteFeed } from "./site.ts";
import { httpDate } from "./times.ts";
import { notFound } from "./walls.ts";

/** One host's answer to one request. */
export function siteAnswer(house: House, asked: Asked, now: number, visits: Visits): Answer {
  const { site } = house;
  const elsewhere = house.conduct ? otherPage(house, house.conduct, asked, now) : null;
  if (elsewhere) return elsewhere;
  const outage = house.outages?.find((span) => activeAt(span, now));
  const isFeed = site.feeds.some(({ path, kind }) => path === asked.path && kind !== "page");
  const instead = outage ? outageAnswer(outage, asked, isFeed) : null;
  if (instead) return { ...instead, met: ["outage"] };
  if (asked.path === "/robots.txt") return typed("text/plain; charset=utf-8", robots(house, asked.base));
  const feed = site.feeds.find((f) => f.path === asked.path && f.kind !== "page");
  if (feed) return feedAnswer(house, feed, asked, now);
  const article = house.find(asked.path);
  if (article) return articleAnswer(house, article, asked, now, visits);
  if (asked.path.startsWith("/img/")) return typed("image/svg+xml", PICTURE, { "cache-control": "max-age=86400" });
  return frontAnswer(house, asked, now);
}

function robots(house: House, base: string): string {
  const { disallowed, crawlDelayS, feeds } = house.site;
  return [
    "# Robots are welcome where readers are.",
    "User-agent: *",
    ...disallowed.map((path) => `Disallow: ${path}`),
    ...(crawlDelayS === null ? [] : [`Crawl-delay: ${crawlDelayS}`]),
    "",
    ...feeds.filter((f) => f.inRobots).map((f) => `Sitemap: ${base}${f.path}`),
    "",
  ].join("\n");
}

function feedAnswer(house: House, feed: SiteFeed, asked: Asked, now: number): Answer {
  const articles = inSection(house.published(now), feed.section ?? null);
  const touched = articles.map((article) => touchedAt(article, now));
  const updatedAt = Math.max(0, ...touched);
  const habits = LISTED.filter((kind) => house.conduct?.kinds.has(kind));
  // Lists that name other addresses from hour to hour are others, and promise nothing by date.
  const hour = habits.length > 0 ? Math.floor(now / HOUR_MS) : 0;
  const etag = `"${mix(hashText(feed.path), articles.length, hour, ...touched.map((at) => at / 1000)).toString(36)}"`;
  const validators = { etag, ...(habits.length === 0 && { "last-modified": httpDate(updatedAt) }) };
  if (isFresh(asked, etag, updatedAt)) return notModified(validators);
  const { type, body } = feedDocument(house, feed, { base: asked.base, now });
  const links = `<${hubOf(asked.base)}>; rel="hub", <${asked.base}${feed.path}>; rel="self"`;
  const met = [...habits, ...(feed.undated ? (["undated"] as const) : [])];
  return { ...typed(type, body, { ...validators, ...(feed.hub === "header" && { link: links }) }), met };
}

const LISTED = ["twin", "respelled"] as const satisfies readonly NoiseKind[];

/** Home and section pages; everything else is not there. */
function frontAnswer(house: House, asked: Asked, now: number): Answer {
  const published = house.published(now);
  const sections = [...new Set(published.map((article) => article.section))].sort();
  const last = asked.path.split("/").filter(Boolean).at(-1) ?? null;
  const isPageFeed = house.site.feeds.some((f) => f.kind === "page" && f.path === asked.path);
  const section = asked.path.endsWith("/") && last !== null && sections.includes(last) ? last : null;
  if (section === null && asked.path !== "/" && !isPageFeed) return notFound(house.site.name);
  return html(
    200,
    house.site.template.front({
      site: house.site,
      base: asked.base,
      now,
      salt: saltAt(0, now),
      teasers: teasersOf(inSection(published, section), asked.base, now),
      section,
      sections,
    }),
  );
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#cdd9df"/><path d="M0 260q80-40 160 0t160 0 160 0 160 0v100H0z" fill="#5b7f8f"/><circle cx="500" cy="90" r="40" fill="#f4e3b5"/></svg>';
