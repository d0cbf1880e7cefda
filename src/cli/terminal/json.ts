import type { Article } from "#model/article";
import type { Document } from "#model/document";
import { saidReason } from "#words/reasons";

/** ISO 8601 in UTC: how every instant of ours is printed. */
export const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What `--json` prints. Numbers named `at` or `...At` are instants here, in whichever part of the services they were made. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(
    value,
    (name, field: unknown) => (typeof field === "number" && /(?:^a|A)t$/.test(name) ? instant(field) : field),
    2,
  );

/** What extraction made of a page, as the commands print it. */
export const documentJson = (document: Document): object => ({
  ...document,
  stateReason: document.stateReason && saidReason(document.stateReason),
});

/** An article as the commands print it: without what only the worker needs. */
export const articleJson = (article: Article): object => ({
  id: article.id,
  url: article.url,
  headline: article.headline,
  status: article.status,
  statusReason: article.statusReason && saidReason(article.statusReason),
  language: article.language,
  publishedAt: instant(article.publishedAt),
  firstSeenAt: instant(article.firstSeenAt),
  lastLookedAt: instant(article.lastLookedAt),
  lastChangedAt: instant(article.lastChangedAt),
  nextLookAt: instant(article.nextLookAt),
  versions: article.versionCount,
  hidden: article.hidden,
  hiddenReason: article.hiddenReason,
  /** Why it started hidden, when the operator had not said so. */
  hiddenBecause: article.hiddenBecause,
});
