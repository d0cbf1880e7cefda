import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { NoiseKind } from "./noise.ts";
import type { ObservedArticle } from "./observed.ts";
import type { Truth, TruthArticle, TruthEdit, TruthNoise } from "./truth.ts";

/** The page is away, by the publisher's will. */
const AWAY: ReadonlySet<NoiseKind> = new Set(["gone", "gone-and-back", "sent-away"]);
/** Whoever looks sees nothing of the article. */
const HIDES: ReadonlySet<NoiseKind> = new Set([...AWAY, "outage", "walled-off", "scrambled", "empty-body"]);
/** So long an article could be read that a watcher has to have it: a day until it asks again, and what holds it up. */
const LONG_ENOUGH_MS = 1.5 * DAY_MS;

/** Those that could be read for long and have no version; and those whose watching has ended although they can still be read. */
export function lostArticles(
  truth: Truth,
  known: readonly { readonly article: TruthArticle; readonly found: ObservedArticle }[],
  until: number,
): readonly string[] {
  const found = Map.groupBy(known, ({ article }) => article);
  const isLost = (article: TruthArticle): boolean => {
    const all = (found.get(article) ?? []).filter((one) => one.found.versions.length > 0);
    if (all.length === 0) return stretches(article, until).some(({ from, to }) => to - from >= LONG_ENOUGH_MS);
    const [last] = stretches(article, until).slice(-1);
    const isReadable = last !== undefined && last.to === until && until - last.from >= LONG_ENOUGH_MS;
    return isReadable && all.every((one) => one.found.ended === true);
  };
  return truth.articles.filter(isLost).map(({ urls }) => urls.at(-1)!);
}

/** When the page could be read, up to `until`. */
function stretches(article: TruthArticle, until: number): readonly { readonly from: number; readonly to: number }[] {
  const hidden = article.noise.filter(({ kind }) => HIDES.has(kind)).toSorted((a, b) => a.from - b.from);
  const open: { from: number; to: number }[] = [];
  let from = article.publishedAt;
  for (const span of hidden) {
    if (span.from > from) open.push({ from, to: Math.min(span.from, until) });
    from = Math.max(from, endOf(span));
  }
  return [...open, { from, to: until }].filter((one) => one.to > one.from);
}

/** What decision 18 asks: four looks over 35 minutes for a headline, three over six hours for a text that was there before. */
function askedMs({ kind, fields }: TruthEdit): number {
  if (kind === "restored" || kind === "paragraph-removed") return 6 * HOUR_MS;
  return fields.includes("body") || fields.includes("correction") ? 2 * MINUTE_MS : 35 * MINUTE_MS;
}

/** Whether the page was taken away before an edit could be decided about: no look saw it in time. */
export function isTakenAway(edit: TruthEdit, { noise }: TruthArticle, { looksAt }: ObservedArticle): boolean {
  const awayAt = Math.min(
    ...noise.filter(({ kind, from }) => AWAY.has(kind) && from > edit.at).map(({ from }) => from),
  );
  const inTime = awayAt - askedMs(edit);
  return Number.isFinite(awayAt) && !(looksAt ?? []).some((at) => at >= edit.at && at <= inTime);
}

const endOf = ({ to }: TruthNoise): number => to ?? Number.POSITIVE_INFINITY;
