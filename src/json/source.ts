import { z } from "zod";
import { sourcePath, withQuery } from "#view/addresses";
import type { SiteSummary } from "#view/site-templates";
import type { SourceView } from "#view/source";
import { articleItem, articleItemJson } from "./article-item.ts";
import { changeItem, changeItemJson } from "./change-item.ts";
import { type Absolute, count, instant, iso, schemaOf, url } from "./shapes.ts";
import { sourceItem, sourceItemJson } from "./source-item.ts";
import { watching, watchingJson } from "./watching.ts";

const patterns = z.array(z.string()).readonly();

/** Texts that are left out are counted only: a teaser on every page may name an article that is hidden. */
const site = z.strictObject({
  looks: count.describe("How many it was learned from"),
  sections: z
    .array(
      z.strictObject({
        section: z.string(),
        articles: count,
        bodyPath: z.string().nullable().describe("The box that has the text; null if none has proved itself"),
        matchRate: z.number().nullable().describe("Share of its latest articles that matched"),
      }),
    )
    .readonly(),
  boilerplate: count.describe("Blocks that repeat on every page"),
  volatile: count.describe("Places that change by themselves"),
  rules: count.describe("Of the operator"),
  alarms: z
    .array(z.strictObject({ at: instant, section: z.string(), matchRate: z.number() }))
    .describe("Templates that stopped matching, oldest first"),
});

/** A source: its figures and feeds, its latest changes and newest articles, and how it is watched. */
export const sourceRecord = z.strictObject({
  schema: schemaOf("source"),
  ...sourceItem.shape,
  watchedSince: instant,
  render: z.enum(["plain", "browser"]).describe("Whether the scripts of its pages are run before they are read"),
  patterns: z
    .strictObject({ includeUrl: patterns, excludeUrl: patterns, includeTitle: patterns, excludeTitle: patterns })
    .describe("Which addresses and titles become articles; RE2"),
  changes: z.array(changeItem).describe("The latest, newest first"),
  next: url.nullable().describe("The changes before these"),
  newestArticles: z.array(articleItem),
  watching,
  siteMoves: z
    .array(z.strictObject({ from: z.string(), to: z.string(), articles: count, firstAt: instant, lastAt: instant }))
    .readonly()
    .describe("Domains that its articles went to from another domain, latest first"),
  site: site.nullable().describe("How its pages are read; null if nothing was learned yet"),
});

export const sourceJson = (view: SourceView, now: number, absolute: Absolute): z.input<typeof sourceRecord> => {
  const { source, changes, newest } = view;
  const { includeUrl, excludeUrl, includeTitle, excludeTitle } = source.patterns;
  return {
    schema: "variorum/source/1",
    ...sourceItemJson(view, now, absolute),
    watchedSince: iso(source.createdAt),
    render: source.render,
    patterns: { includeUrl, excludeUrl, includeTitle, excludeTitle },
    changes: changes.items.map((item) => changeItemJson(item, absolute)),
    next: changes.next === null ? null : absolute(withQuery(`${sourcePath(source.id)}.json`, { before: changes.next })),
    newestArticles: newest.map(({ article }) => articleItemJson(article, absolute)),
    watching: watchingJson(view.watching),
    siteMoves: view.siteMoves.map(({ from, to, articles, firstAt, lastAt }) => ({
      from,
      to,
      articles,
      firstAt: iso(firstAt),
      lastAt: iso(lastAt),
    })),
    site: view.site && siteJson(view.site),
  };
};

const siteJson = (summary: SiteSummary): z.input<typeof site> => ({
  looks: summary.looks,
  sections: summary.sections,
  boilerplate: summary.boilerplate.length,
  volatile: summary.volatile.length,
  rules: summary.rules.take.length + summary.rules.drop.length,
  alarms: summary.alarms.map(({ at, section, matchRate }) => ({ at: iso(at), section, matchRate })),
});
