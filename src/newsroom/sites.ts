import { archiveTemplate } from "#newsroom/templates/archive";
import { dailyTemplate } from "#newsroom/templates/daily";
import { generatedTemplate } from "#newsroom/templates/generated";
import { marfaTemplate } from "#newsroom/templates/marfa";
import { regionalTemplate } from "#newsroom/templates/regional";
import { shiomiTemplate } from "#newsroom/templates/shiomi";
import { wireTemplate } from "#newsroom/templates/wire";
import type { AmbientKind, Noise } from "./noise.ts";
import { pick } from "./random.ts";
import type { Site } from "./site.ts";
import { dayDigits, dayPath } from "./times.ts";

const daily: Site = {
  key: "daily",
  host: "daily",
  name: "The Halvern Courier",
  language: "en",
  kind: "daily",
  validators: "honest",
  charset: "utf-8",
  feeds: [
    { path: "/rss.xml", kind: "rss", title: "The Halvern Courier", linked: true, hub: "document" },
    { path: "/politics/feed.atom", kind: "atom", title: "Courier politics", section: "politics", linked: true },
    { path: "/news-sitemap.xml", kind: "news-sitemap", title: "News sitemap", inRobots: true },
  ],
  disallowed: ["/search", "/drafts/", "/sponsored/"],
  crawlDelayS: null,
  ambient: ["related-links", "counters", "relative-time", "ads", "nonces", "attribute-order"],
  noise: [{ kind: "redesign", from: "16:30" }],
  lures: ["/sponsored/boots-for-every-tide"],
  compress: true,
  articlePath: (a) => `/${a.section}/${dayPath(a.publishedAt)}/${a.slug}`,
  template: dailyTemplate,
};

const wire: Site = {
  key: "wire",
  host: "wire",
  name: "Meridian Wire",
  language: "en",
  kind: "wire",
  validators: "honest",
  charset: "utf-8",
  feeds: [
    { path: "/file.atom", kind: "atom", title: "Meridian: the file", linked: true, hub: "header" },
    { path: "/file.json", kind: "json", title: "Meridian: the file (JSON)", linked: true, hub: "document" },
    { path: "/sitemaps/index.xml", kind: "sitemap-index", title: "Sitemaps", inRobots: true },
    { path: "/sitemaps/news.xml", kind: "news-sitemap", title: "News sitemap" },
    { path: "/sitemaps/all.xml.gz", kind: "sitemap", title: "Sitemap" },
  ],
  disallowed: ["/clients/"],
  crawlDelayS: null,
  ambient: ["related-links", "nonces"],
  noise: [],
  lures: [],
  compress: false,
  articlePath: (a) => `/article/${a.slug}-MW${a.number}`,
  template: wireTemplate,
};

/** No feed at all: section pages, and a sitemap that only robots.txt mentions. */
const regional: Site = {
  key: "regional",
  host: "regional",
  name: "Brackwater Echo",
  language: "en",
  kind: "regional",
  validators: "restless",
  charset: "utf-8",
  feeds: [
    { path: "/news/", kind: "page", title: "Brackwater Echo news" },
    { path: "/sitemap.xml", kind: "sitemap", title: "Sitemap", inRobots: true },
  ],
  disallowed: ["/search/", "/notices/", "/cgi-bin/"],
  crawlDelayS: 20,
  ambient: ["related-links", "counters", "relative-time", "ads", "nonces", "attribute-order"],
  noise: [],
  lures: [],
  compress: false,
  articlePath: (a) => `/news/${a.section}/${a.number}.${a.slug}.html`,
  template: regionalTemplate,
};

const archive: Site = {
  key: "archive",
  host: "archive",
  name: "Meridian by Subject",
  language: "en",
  kind: "archive",
  validators: "stale",
  charset: "windows-1252",
  feeds: [
    { path: "/new.rss", kind: "rss", title: "Meridian by Subject: newly filed", linked: true },
    { path: "/feed.json", kind: "json", title: "Meridian by Subject", linked: true },
    { path: "/sitemap.xml.gz", kind: "sitemap", title: "Sitemap", inRobots: true },
  ],
  disallowed: ["/stacks/"],
  crawlDelayS: null,
  ambient: ["related-links", "counters"],
  noise: [],
  lures: [],
  compress: false,
  articlePath: (a) => `/subjects/${a.section}/${a.slug}/`,
  template: archiveTemplate,
};

const shiomi: Site = {
  key: "shiomi",
  host: "shiomi",
  name: "潮見新報",
  language: "ja",
  kind: "national",
  validators: "honest",
  charset: "utf-8",
  feeds: [
    { path: "/index.rdf", kind: "rdf", title: "潮見新報", linked: true },
    { path: "/news-sitemap.xml", kind: "news-sitemap", title: "ニュースサイトマップ", inRobots: true },
  ],
  disallowed: ["/kaiin/"],
  crawlDelayS: null,
  ambient: ["related-links", "counters", "nonces"],
  noise: [],
  lures: [],
  compress: false,
  articlePath: (a) => `/articles/SS${dayDigits(a.publishedAt)}${String(a.number).padStart(4, "0")}.html`,
  template: shiomiTemplate,
};

const marfa: Site = {
  key: "marfa",
  host: "marfa",
  name: "المرفأ",
  language: "ar",
  kind: "desk",
  validators: "none",
  charset: "utf-8",
  feeds: [{ path: "/feed", kind: "rss", title: "المرفأ", linked: true }],
  disallowed: [],
  crawlDelayS: null,
  ambient: ["related-links", "counters"],
  noise: [],
  lures: [],
  compress: false,
  articlePath: (a) => `/akhbar/${a.number}/${a.slug}`,
  template: marfaTemplate,
};

export const SITES: readonly Site[] = [daily, wire, regional, archive, shiomi, marfa];

const TOWNS = ["Ansel", "Corrow", "Ostrey", "Lindale", "Tarnfield", "Pellar", "Marrick", "Holm", "Skerry", "Vale"];
const MASTS = ["Gazette", "Observer", "Post", "Herald", "Mercury", "Chronicle", "Argus", "Standard"];

/**
 * Of the hosts of a benchmark: `h0001`, `h0002` and so on. Two in three have honest validators, one in four lags at its
 * edges, one in four shows prices in the middle of its texts; half of them are redesigned on the sixteenth day, one
 * in three names the hub in its feed, and has something to say for six days, above or under all its texts.
 */
export function generatedSite(host: number): Site {
  const town = TOWNS[host % TOWNS.length];
  const mast = MASTS[Math.floor(host / TOWNS.length) % MASTS.length];
  const ticker: readonly AmbientKind[] = host % 4 === 2 ? ["ticker"] : [];
  const stream: readonly AmbientKind[] = host % 4 === 3 ? ["teaser-stream"] : [];
  const stamps: readonly AmbientKind[] = host % 5 === 4 ? ["stamps"] : [];
  const moving: readonly AmbientKind[] = host % 5 === 1 ? ["moving-line"] : [];
  return {
    key: "generated",
    host: `h${String(host).padStart(4, "0")}`,
    name: `${town} ${mast} ${host}`,
    language: "en",
    kind: "generated",
    validators: host % 3 === 0 ? "none" : "honest",
    laggingEdge: host % 4 === 1,
    charset: "utf-8",
    feeds: [
      {
        path: "/feed.xml",
        kind: "rss",
        title: `${town} ${mast}`,
        linked: true,
        ...(host % 3 === 1 && { hub: "document" }),
      },
    ],
    disallowed: ["/private/"],
    crawlDelayS: null,
    ambient: [
      "related-links",
      "inline-related",
      "counters",
      "relative-time",
      "ads",
      "nonces",
      "attribute-order",
      ...ticker,
      ...stream,
      ...stamps,
      ...moving,
      ...pick(MARKUP, host),
    ],
    noise: [
      ...(host % 2 === 0 ? [REDESIGN] : []),
      ...(host % 3 === 1
        ? [{ ...NOTICE, line: `The ${town} ${mast} moves house. ${NOTICE.line}`, first: host % 2 === 0 }]
        : []),
    ],
    lures: [],
    compress: false,
    articlePath: (a) => `/news/${dayPath(a.publishedAt)}/${a.slug}`,
    template: generatedTemplate,
  };
}

/** Habits of markup, by host: half of the houses have some. */
const MARKUP: readonly (readonly AmbientKind[])[] = [
  ["pagers", "hidden-lines"],
  [],
  [],
  [],
  [],
  [],
  [],
  ["moving-amounts"],
  ["unseen-signs"],
  ["hidden-lines", "first-letters"],
  ["shadow-roots", "moving-amounts"],
  ["first-letters", "unseen-signs"],
];

const REDESIGN: Noise = { kind: "redesign", from: "364:00" };
const NOTICE = {
  kind: "notice",
  from: "101:00",
  to: "245:00",
  line: "From Monday our newsroom is at 14 Granary Road; letters sent to the old address reach us until the autumn.",
} as const;
