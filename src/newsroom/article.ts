import { namesTwin, respelled, twinPath } from "./misbehaviours/addresses.ts";
import { activeAt, EDGE_LAG_MS, type NoiseKind, type NoiseSpan, noiseSpans, STALE_304_MS } from "./noise.ts";
import { mix } from "./random.ts";
import type { Site, Teaser } from "./site.ts";
import type { Story, StoryText } from "./story.ts";
import { type State, stateIndex, timeline } from "./timeline.ts";
import { offsetMs } from "./times.ts";

/** A story set in time and placed on its site. */
export interface Article {
  readonly site: Site;
  /** Unique within the site, part of the address. */
  readonly number: number;
  readonly slug: string;
  readonly section: string;
  readonly language: string;
  readonly byline: readonly string[];
  readonly publishedAt: number;
  /** Publication and each edit, ascending: enough for validators, and cheap. */
  readonly changesAt: readonly number[];
  readonly noise: readonly NoiseSpan[];
  /** A page of entries that grows from its top while things happen; each edit adds one. */
  readonly live: boolean;
  /** Where a republished text comes from. */
  readonly copyOf: string | null;
  /** In lists, whatever its address becomes; absent: its address. */
  readonly guid?: string;
  /** As first published: what lists of related links go on showing. */
  readonly firstHeadline: () => string;
  /** Computed on demand: generated articles are not kept. */
  readonly states: () => readonly State[];
}

export function articleOf(site: Site, number: number, story: Story, startAt: number, copyOf: string | null): Article {
  const states = timeline(story, startAt, site.language);
  return {
    site,
    number,
    slug: story.slug,
    section: story.section,
    language: story.language ?? site.language,
    byline: story.byline,
    publishedAt: startAt + offsetMs(story.publishedAt),
    changesAt: states.map((state) => state.at),
    noise: withSiteNoise(site, noiseSpans([...(story.noise ?? []), ...site.noise], startAt), states.slice(1)),
    live: false,
    copyOf,
    firstHeadline: () => states[0]!.text.headline,
    states: () => states,
  };
}

export function withSiteNoise(
  site: Site,
  noise: readonly NoiseSpan[],
  edits: readonly { readonly at: number }[],
): readonly NoiseSpan[] {
  const after = (kind: "stale-304" | "stale-page", ms: number) =>
    edits.map(({ at }): NoiseSpan => ({ kind, from: at, to: at + ms }));
  return [
    ...noise,
    ...(site.validators === "stale" ? after("stale-304", STALE_304_MS) : []),
    ...(site.laggingEdge ? after("stale-page", EDGE_LAG_MS) : []),
  ];
}

export const active = (article: Article, kind: NoiseKind, now: number): NoiseSpan | undefined =>
  article.noise.find((span) => span.kind === kind && activeAt(span, now));

/** Null before publication. */
export const textAt = (article: Article, now: number): StoryText | null =>
  article.states()[stateIndex(article.states(), now)]?.text ?? null;

export function pathAt(article: Article, now: number): string {
  const slug = active(article, "moved", now)?.slug ?? renamedSlug(article, active(article, "renamed", now));
  return article.site.articlePath({ ...article, slug });
}

const renamedSlug = ({ slug }: Article, span: NoiseSpan | undefined): string =>
  span?.slug === undefined ? slug : `${slug}-${span.slug}`;

/** The publisher answers that it is gone, or sends whoever asks elsewhere. */
export const isAway = (article: Article, now: number): boolean =>
  AWAY.some((kind) => active(article, kind, now) !== undefined);

const AWAY = ["gone", "gone-and-back", "sent-away"] as const;

/** Every path that it ever has, the first one first. */
export function pathsOf(article: Article): readonly string[] {
  const moves = article.noise.flatMap((span) => (span.kind === "moved" && span.slug ? [span.slug] : []));
  const names = article.noise.flatMap((span) => (span.kind === "renamed" ? [renamedSlug(article, span)] : []));
  const paths = [article.slug, ...moves, ...names].map((slug) => article.site.articlePath({ ...article, slug }));
  const twin = article.noise.find(({ kind }) => kind === "twin");
  return twin ? [...paths.map((path) => twinPath(path, twin.seed!)), ...paths] : paths;
}

/** When it was saved: published, edited, or given another date without an edit. */
export const savedAt = ({ changesAt, noise }: Article): readonly number[] => [
  ...changesAt,
  ...noise.filter((span) => span.kind === "bumped-date").map((span) => span.from),
];

/** As the publisher claims it: the last edit, or a date bumped without one. */
export const claimedModifiedAt = (article: Article, now: number): number =>
  latest(savedAt(article), now) ?? article.publishedAt;

/** When the response last became another one, whatever the reason: what honest validators are made of. */
export function touchedAt(article: Article, now: number): number {
  const noise = article.noise.filter((s) => s.kind !== "stale-304" && s.kind !== "slow");
  return latest([...article.changesAt, ...noise.flatMap((s) => [s.from, s.to])], now) ?? article.publishedAt;
}

/** `variant` tells apart what different requests get at the same time. */
export const etagOf = (article: Article, touchedAt: number, variant: number): string =>
  `"${mix(article.number, touchedAt / 1000, variant).toString(36)}"`;

/** The headline of the moment and where it leads; null before publication. */
export function teaserOf(article: Article, base: string, now: number): Teaser | null {
  const text = textAt(article, now);
  if (!text) return null;
  return {
    url: listedAt(article, base, now),
    ...(article.guid !== undefined && { guid: article.guid }),
    headline: text.headline,
    standfirst: text.standfirst,
    section: article.section,
    publishedAt: article.publishedAt,
    modifiedAt: claimedModifiedAt(article, now),
    language: article.language,
  };
}

/** Its address as lists name it: another one of the same page at times. */
function listedAt(article: Article, base: string, now: number): string {
  const path = pathAt(article, now);
  const twin = active(article, "twin", now);
  const spelling = active(article, "respelled", now);
  const named = twin && namesTwin(twin.seed!, article.number, now) ? twinPath(path, twin.seed!) : path;
  return spelling ? respelled(base + named, spelling.seed!, now) : base + named;
}

function latest(instants: readonly number[], now: number): number | null {
  let last: number | null = null;
  for (const at of instants) if (at <= now && (last === null || at > last)) last = at;
  return last;
}
