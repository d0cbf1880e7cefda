import { MINUTE_MS } from "#lib/clock";
import type { Block } from "#model/document";
import { type Answer, type Asked, html, isFresh, movedTo, notModified, type Visits } from "./answer.ts";
import { type Article, active, claimedModifiedAt, etagOf, pathAt, textAt, touchedAt } from "./article.ts";
import { windows1252 } from "./charset.ts";
import type { House } from "./house.ts";
import { plainQuotes, STALE_304_MS } from "./noise.ts";
import { mix } from "./random.ts";
import type { Link } from "./site.ts";
import type { StoryText } from "./story.ts";
import { httpDate } from "./times.ts";
import { botChallenge, consent, gone, notFound, serverError, softError } from "./walls.ts";

/** The article as this request meets it: the text of the moment, or whatever stands in its way. */
export function articleAnswer(house: House, article: Article, asked: Asked, now: number, visits: Visits): Answer {
  const path = pathAt(article, now);
  const text = textAt(article, now);
  if (!text) return notFound(house.site.name);
  const obstacle = obstacleAt(house, article, now);
  if (obstacle) return obstacle;
  if (asked.path !== path) {
    const old = asked.path === house.site.articlePath(article);
    return old ? movedTo(asked.base + path) : notFound(house.site.name);
  }
  const test = active(article, "headline-test", now);
  const variant = test ? visits(`test ${house.site.host}${path}`) % 2 : 0;
  const shown = variant === 1 && test?.headline ? { ...text, headline: test.headline } : text;
  const validators = validatorsOf(article, now, variant, visits);
  const { etag, "last-modified": modified } = validators;
  if (house.site.validators !== "restless" && etag && modified && isFresh(asked, etag, Date.parse(modified))) {
    return notModified(validators);
  }
  const slow = active(article, "slow", now) !== undefined;
  return { ...encoded(article, render(house, article, asked, shown, now), now, validators), slow };
}

function obstacleAt(house: House, article: Article, now: number): Answer | null {
  const { name } = house.site;
  const missing = active(article, "gone", now);
  if (missing) return gone(name, missing.status ?? 404);
  const broken = active(article, "server-error", now);
  if (broken) return serverError(broken.status ?? 500);
  const challenge = active(article, "bot-challenge", now);
  if (challenge) return botChallenge(challenge.status ?? 403);
  if (active(article, "soft-error", now)) return softError(name);
  return active(article, "consent-wall", now) ? consent(name) : null;
}

function validatorsOf(article: Article, now: number, variant: number, visits: Visits): Record<string, string> {
  const { validators, host } = article.site;
  if (validators === "none") return {};
  if (validators === "restless") return { etag: `"${mix(article.number, visits(`etag ${host}`)).toString(36)}"` };
  const touched = touchedAt(article, validators === "stale" ? now - STALE_304_MS : now);
  return { etag: etagOf(article, touched, variant), "last-modified": httpDate(touched) };
}

function render(house: House, article: Article, asked: Asked, text: StoryText, now: number): string {
  const salt = saltAt(article.number, now);
  return house.site.template.article({
    site: house.site,
    base: asked.base,
    now,
    salt,
    url: asked.base + pathAt(article, now),
    number: article.number,
    section: article.section,
    language: article.language,
    byline: active(article, "byline", now)?.byline ?? article.byline,
    publishedAt: article.publishedAt,
    modifiedAt: claimedModifiedAt(article, now),
    text: active(article, "quotes-flip", now) ? plain(text) : text,
    related: relatedTo(house, article, asked.base, now, salt),
    walled: active(article, "pay-wall", now) !== undefined,
    redesigned: active(article, "redesign", now) !== undefined,
  });
}

/** What makes a page's clutter differ from minute to minute. */
export const saltAt = (seed: number, now: number): number => mix(seed, Math.floor(now / MINUTE_MS)) % 1_000_000;

const RELATED = 4;

function relatedTo(house: House, article: Article, base: string, now: number, salt: number): readonly Link[] {
  const others = house.published(now).filter((other) => other.number !== article.number);
  const chosen = Array.from(
    { length: Math.min(RELATED, others.length) },
    (_, i) => others[(salt + i) % others.length]!,
  );
  return chosen.map((other) => ({
    url: base + pathAt(other, now),
    headline: other.firstHeadline(),
    publishedAt: other.publishedAt,
  }));
}

function plain(text: StoryText): StoryText {
  const block = (b: Block): Block => ({ ...b, text: plainQuotes(b.text) });
  return {
    headline: plainQuotes(text.headline),
    standfirst: text.standfirst && plainQuotes(text.standfirst),
    corrections: text.corrections.map(plainQuotes),
    blocks: text.blocks.map(block),
  };
}

function encoded(article: Article, body: string, now: number, validators: Readonly<Record<string, string>>): Answer {
  if (article.site.charset === "windows-1252") {
    return { status: 200, headers: { ...validators, "content-type": "text/html" }, body: windows1252(body) };
  }
  const type = active(article, "wrong-charset", now) ? { "content-type": "text/html; charset=ISO-8859-1" } : {};
  return html(200, body, { ...validators, ...type });
}
