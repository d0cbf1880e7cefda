import { DAY_MS } from "#lib/clock";
import { type Article, withSiteNoise } from "#newsroom/article";
import { type House, newestFirst } from "#newsroom/house";
import { misbehavingSchedule, namesOf } from "#newsroom/misbehaviours/articles";

import { type Misbehaviour, misbehavioursOf } from "#newsroom/misbehaviours/kinds";
import { type Conduct, conductOf, spansOf } from "#newsroom/misbehaviours/spans";
import { noiseSpans } from "#newsroom/noise";
import { type Outage, outagesOf } from "#newsroom/outages";
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
  /** Also some of what sites do to a watcher that mean it no harm. None by default. */
  readonly misbehaves?: readonly Misbehaviour[];
}

function misbehaving(site: Site, { kinds }: Conduct): Site {
  return {
    ...site,
    ...(kinds.has("frozen") && { validators: "frozen" }),
    ...(kinds.has("undated") && {
      feeds: [{ path: "/sitemap.xml", kind: "sitemap", title: site.name, undated: true }],
    }),
  };
}

/**
 * A host whose texts are made anew for each request from seed and number; only times are kept.
 * A slug from the headline would cost its generation at every request, so addresses carry the number.
 */
export function generatedHouse(host: number, scale: Scale, seed: number, startAt: number): House {
  const drawn = generatedSite(host);
  const conduct = scale.misbehaves
    ? conductOf(host, seed, misbehavioursOf(host, seed, scale.misbehaves), startAt, scale.arriveOverMs ?? 0)
    : null;
  const site = conduct ? misbehaving(drawn, conduct) : drawn;
  const outages = conduct?.kinds.has("outage") ? outagesOf(host, seed, startAt, scale.arriveOverMs ?? 0) : [];
  const count = Math.ceil((scale.articles - (host - 1)) / scale.hosts);
  let articles: readonly Article[] | null = null;
  const all = () => {
    articles ??= Array.from({ length: count }, (_, i) =>
      generatedArticle(site, host - 1 + i * scale.hosts, scale, seed, startAt, conduct, outages),
    );
    return articles;
  };
  return {
    site,
    published: (now) => newestFirst(all(), now),
    find: (path) => {
      const number = /^\/news\/[\d/]+\/story(?:-|%2D)(\d+)(?:[^\d/][^/]*)?(?:\/[a-z]+\/?)?$/i.exec(path)?.[1];
      const index = number === undefined ? Number.NaN : (Number(number) - (host - 1)) / scale.hosts;
      return all()[index] ?? null;
    },
    articles: all,
    outages,
    ...(conduct && { conduct }),
  };
}

function generatedArticle(
  site: Site,
  number: number,
  scale: Scale,
  seed: number,
  startAt: number,
  conduct: Conduct | null,
  outages: readonly Outage[],
): Article {
  const own = mix(seed, number);
  const arriveOverMs = scale.arriveOverMs ?? 0;
  const publishedAfter = -DAY_MS / 2 + Math.round(((own % 86_400) / 86_400) * (DAY_MS / 2 + arriveOverMs));
  const publishedAt = startAt + publishedAfter;
  const befalls = conduct ? spansOf(conduct, number, publishedAt, outages) : [];
  const usual = scheduleOf(own, publishedAfter);
  const schedule = conduct ? misbehavingSchedule(usual, conduct, own, publishedAt, befalls) : usual;
  const { slug, guid } = namesOf(site, number, conduct);
  const editsAt = schedule.editsAfter.map((after) => ({ at: publishedAt + after }));
  return {
    site,
    number,
    slug,
    ...(guid !== undefined && { guid }),
    section: "news",
    language: "en",
    byline: ["Staff"],
    publishedAt,
    changesAt: [publishedAt, ...editsAt.map(({ at }) => at)],
    noise: [...befalls, ...withSiteNoise(site, noiseSpans([...schedule.noise, ...site.noise], startAt), editsAt)],
    live: schedule.live,
    copyOf: null,
    firstHeadline: () => generateHeadline(own),
    states: (): readonly State[] =>
      timeline(generateStory("daily", own, publishedAfter, schedule), startAt, site.language),
  };
}
