import { DAY_MS } from "#lib/clock";
import { type Article, withSiteNoise } from "#newsroom/article";
import { type House, newestFirst } from "#newsroom/house";
import { noiseSpans } from "#newsroom/noise";
import { outagesOf } from "#newsroom/outages";
import { mix } from "#newsroom/random";
import type { Site } from "#newsroom/site";
import { generatedSite } from "#newsroom/sites";
import { type State, timeline } from "#newsroom/timeline";
import { generateHeadline, generateStory } from "./generate.ts";
import { scheduleOf } from "./schedule.ts";

export interface Scale {
  /** Generated hosts `h0001` and so on. */
  readonly hosts: number;
  /** Over all hosts; article k is at host k modulo `hosts`. */
  readonly articles: number;
  /** Articles are published evenly between `startAt` minus half a day and `startAt` plus this; 0 by default. */
  readonly arriveOverMs?: number;
  /**
   * Also what sites rarely do to a watcher: a third of them show something else than their articles for hours or days, a sixth say
   * "not modified" whatever was edited. Not by default.
   */
  readonly misbehaves?: boolean;
}

/** Of six hosts the one whose validators never change; none of those that have outages. */
const FROZEN = 2;

/**
 * A host whose texts are made anew for each request from seed and number; only times are kept.
 * A slug from the headline would cost its generation at every request, so addresses carry the number.
 */
export function generatedHouse(host: number, scale: Scale, seed: number, startAt: number): House {
  const drawn = generatedSite(host);
  const site: Site = scale.misbehaves && host % 6 === FROZEN ? { ...drawn, validators: "frozen" } : drawn;
  const count = Math.ceil((scale.articles - (host - 1)) / scale.hosts);
  let articles: readonly Article[] | null = null;
  const all = () => {
    articles ??= Array.from({ length: count }, (_, i) =>
      generatedArticle(site, host - 1 + i * scale.hosts, scale, seed, startAt),
    );
    return articles;
  };
  return {
    site,
    published: (now) => newestFirst(all(), now),
    find: (path) => {
      const number = /^\/news\/[\d/]+\/story-(\d+)$/.exec(path)?.[1];
      const index = number === undefined ? Number.NaN : (Number(number) - (host - 1)) / scale.hosts;
      return all()[index] ?? null;
    },
    articles: all,
    ...(scale.misbehaves && { outages: outagesOf(host, seed, startAt, scale.arriveOverMs ?? 0) }),
  };
}

function generatedArticle(site: Site, number: number, scale: Scale, seed: number, startAt: number): Article {
  const own = mix(seed, number);
  const arriveOverMs = scale.arriveOverMs ?? 0;
  const publishedAfter = -DAY_MS / 2 + Math.round(((own % 86_400) / 86_400) * (DAY_MS / 2 + arriveOverMs));
  const schedule = scheduleOf(own, publishedAfter);
  const publishedAt = startAt + publishedAfter;
  const editsAt = schedule.editsAfter.map((after) => ({ at: publishedAt + after }));
  return {
    site,
    number,
    slug: `story-${number}`,
    section: "news",
    language: "en",
    byline: ["Staff"],
    publishedAt,
    changesAt: [publishedAt, ...editsAt.map(({ at }) => at)],
    noise: withSiteNoise(site, noiseSpans([...schedule.noise, ...site.noise], startAt), editsAt),
    live: schedule.live,
    copyOf: null,
    firstHeadline: () => generateHeadline(own),
    states: (): readonly State[] =>
      timeline(generateStory("daily", own, publishedAfter, schedule), startAt, site.language),
  };
}
