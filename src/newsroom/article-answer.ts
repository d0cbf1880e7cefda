import { MINUTE_MS } from "#lib/clock";
import type { Block } from "#model/document";
import { type Answer, type Asked, html, isFresh, notModified, type Visits } from "./answer.ts";
import { type Article, claimedModifiedAt, etagOf, pathAt, textAt, touchedAt } from "./article.ts";
import { windows1252 } from "./charset.ts";
import { withClutter } from "./clutter/clutter.ts";
import { frozenValidators, isConditional } from "./frozen-validators.ts";
import type { House } from "./house.ts";
import { withHabits } from "./markup/markup.ts";
import { astrayCanonical } from "./misbehaviours/addresses.ts";
import { isAddressOf, misbehaviourInstead, oldAddress, plainPath } from "./misbehaviours/instead.ts";
import { scrambled } from "./misbehaviours/scrambled.ts";
import { activeAt, isMet, meetsOf, type NoiseKind, type NoiseSpan, plainQuotes, STALE_304_MS } from "./noise.ts";
import { hashText, mix } from "./random.ts";
import type { ArticlePage, Link } from "./site.ts";
import type { StoryText } from "./story.ts";
import { httpDate } from "./times.ts";
import { botChallenge, consent, gone, notFound, serverError, softError } from "./walls.ts";

/** What of the noise a request meets, by kind. */
type Met = ReadonlyMap<NoiseKind, NoiseSpan>;

/** The article as this request meets it: the text of the moment, or whatever stands in its way. */
export function articleAnswer(house: House, article: Article, asked: Asked, now: number, visits: Visits): Answer {
  const path = pathAt(article, now);
  const { name, host } = house.site;
  if (!textAt(article, now)) return notFound(name);
  const met = noiseMet(article, now, () => visits(`page ${host}${path}`));
  const instead = obstacleOf(name, met) ?? misbehaviourInstead(house, article, asked, met, now);
  if (instead) return { ...instead, met: instead.met ?? kindsOf(met) };
  if (!isAddressOf(article, asked.path, now)) {
    const old = plainPath(asked.path) === plainPath(house.site.articlePath(article));
    return old ? oldAddress(article, asked, now) : notFound(name);
  }
  const answer = pageAnswer(house, article, asked, met, now, visits);
  return { ...answer, met: answer.met ?? kindsOf(met) };
}

function pageAnswer(house: House, article: Article, asked: Asked, met: Met, now: number, visits: Visits): Answer {
  const { validators: promise } = house.site;
  const validators = validatorsOf(article, now, met, visits);
  const { etag, "last-modified": modified } = validators;
  if (promise === "frozen" && isConditional(asked)) return { ...notModified(validators), met: ["frozen"] };
  if (promise !== "restless" && etag && modified && isFresh(asked, etag, Date.parse(modified))) {
    return notModified(validators);
  }
  const body = render(house, article, asked, met, now);
  return { ...encoded(article, body, met, validators), slow: met.has("slow") };
}

function noiseMet(article: Article, now: number, visit: () => number): Met {
  const spans = article.noise.filter((span) => activeAt(span, now));
  if (spans.length === 0) return NOTHING_MET;
  const number = visit();
  const met = new Map<NoiseKind, NoiseSpan>();
  for (const span of spans) {
    if (!met.has(span.kind) && isMet(span, now, number, article.number)) met.set(span.kind, span);
  }
  return met;
}

/** A server that would lie has not lied yet. */
const kindsOf = (met: Met): readonly NoiseKind[] => [...met.keys()].filter((kind) => kind !== "frozen");

const NOTHING_MET: Met = new Map();

function obstacleOf(name: string, met: Met): Answer | null {
  const missing = met.get("gone") ?? met.get("gone-and-back");
  if (missing) return gone(name, missing.status ?? 404);
  const broken = met.get("server-error");
  if (broken) return serverError(broken.status ?? 500);
  const challenge = met.get("bot-challenge");
  if (challenge) return botChallenge(challenge.status ?? 403);
  if (met.has("soft-error")) return softError(name);
  return met.has("consent-wall") ? consent(name) : null;
}

function validatorsOf(article: Article, now: number, met: Met, visits: Visits): Record<string, string> {
  const { validators, host } = article.site;
  if (validators === "none") return {};
  if (validators === "frozen") return frozenValidators(article);
  if (validators === "restless") return { etag: `"${mix(article.number, visits(`etag ${host}`)).toString(36)}"` };
  const staleAt = met.get("stale-page")?.from;
  const touched = touchedAt(article, validators === "stale" ? now - STALE_304_MS : (staleAt ?? now + 1) - 1);
  const drawn = [...met.values()].filter((span) => meetsOf(span) !== "all" && span.kind !== "stale-page");
  const variant = mix(...drawn.map(({ kind }) => hashText(kind)));
  return { etag: etagOf(article, touched, variant), "last-modified": httpDate(touched) };
}

function render(house: House, article: Article, asked: Asked, met: Met, now: number): string {
  const salt = saltAt(article.number, now);
  const shownAt = (met.get("stale-page")?.from ?? now + 1) - 1;
  const page = house.site.template.article({
    site: house.site,
    base: asked.base,
    now,
    salt,
    url: asked.base + pathAt(article, now),
    number: article.number,
    section: article.section,
    language: article.language,
    byline: (met.get("byline") ?? met.get("new-byline"))?.byline ?? article.byline,
    ...declared(article, asked.base, met.get("astray")),
    publishedAt: article.publishedAt,
    modifiedAt: claimedModifiedAt(article, shownAt),
    ...withNotice(shown(textAt(article, shownAt)!, met), article, met.get("notice")),
    related: relatedTo(house, article, asked.base, now, salt),
    walled: met.has("pay-wall"),
    redesigned: met.has("redesign"),
    entriesAt: article.live ? article.changesAt.filter((at) => at <= shownAt).reverse() : null,
  });
  return withClutter(withHabits(page, house.site, article.number, now), house.site, article.number, now);
}

const declared = ({ number }: Article, base: string, astray: NoiseSpan | undefined): Pick<ArticlePage, "canonical"> =>
  astray ? { canonical: astrayCanonical(base, astray.seed!, number) } : {};

/** Paragraphs that an unmarked cut leaves. */
const CUT_AFTER = 2;

/** The text as this request gets it. */
function shown(text: StoryText, met: Met): StoryText {
  const blocks = met.has("empty-body") ? [] : met.has("cut") ? text.blocks.slice(0, CUT_AFTER) : text.blocks;
  const noisy = {
    ...text,
    headline: met.get("headline-test")?.headline ?? text.headline,
    blocks,
  };
  const lock = met.get("scrambled");
  const locked = lock ? scrambled(noisy, lock.seed!) : noisy;
  return met.has("quotes-flip") ? plain(locked) : locked;
}

/** A house that prints its notices above the text has them below it on one page in so many: another editor, an older template. */
const NOTICE_BELOW = 4;

function withNotice(
  text: StoryText,
  { number }: Article,
  notice: NoiseSpan | undefined,
): Pick<ArticlePage, "text" | "above"> {
  if (!notice?.line) return { text };
  if (notice.first && mix(number) % NOTICE_BELOW !== 0) return { text, above: notice.line };
  return { text: { ...text, blocks: [...text.blocks, { kind: "paragraph", text: notice.line }] } };
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

function encoded(article: Article, body: string, met: Met, validators: Readonly<Record<string, string>>): Answer {
  if (article.site.charset === "windows-1252") {
    return { status: 200, headers: { ...validators, "content-type": "text/html" }, body: windows1252(body) };
  }
  const type = met.has("wrong-charset") ? { "content-type": "text/html; charset=ISO-8859-1" } : {};
  return html(200, body, { ...validators, ...type });
}
