import { DAY_MS } from "#lib/clock";
import { urlKey } from "#lib/url";
import { isTakenAway, lostArticles } from "./losses.ts";
import type { NoiseKind } from "./noise.ts";
import type { ObservedArticle } from "./observed.ts";
import type { Truth, TruthArticle, TruthEdit } from "./truth.ts";

export interface MissedEdit {
  readonly url: string;
  readonly edit: TruthEdit;
  /** `transient`: taken back before anyone looked. `unseen`: it was there and was not reported. */
  readonly why: "transient" | "unseen";
  /** What the page went through from the edit to the next one, or for a day. */
  readonly noise: readonly NoiseKind[];
}

export interface FalseVersion {
  readonly url: string;
  readonly number: number;
  readonly firstSeenAt: number;
  /** Scripted noise that touched the interval; when there was none, the ambient noise of the source. */
  readonly noise: readonly NoiseKind[];
}

export interface Assessment {
  /** Articles of the truth that were observed, and that were not although published by the last look at anything. */
  readonly articlesSeen: number;
  readonly articlesUnseen: number;
  /** First addresses of articles that could be read for a day and a half and have no version, or whose watching ended while they could. */
  readonly lost: readonly string[];
  /** The addresses of each article that was observed as several. */
  readonly twice: readonly (readonly string[])[];
  /** Addresses that are no article of the newsroom. */
  readonly unknownUrls: readonly string[];
  /** Edits after an article's first sighting: caught + missed + pending. */
  readonly edits: number;
  readonly caught: number;
  readonly pending: number;
  readonly missed: readonly MissedEdit[];
  /** Versions from number 2 on. */
  readonly laterVersions: number;
  readonly falseVersions: readonly FalseVersion[];
  /** How many false versions, and unseen edits, each kind of noise had a part in. */
  readonly falseByNoise: Readonly<Partial<Record<NoiseKind, number>>>;
  readonly unseenByNoise: Readonly<Partial<Record<NoiseKind, number>>>;
  /** From the edit to the first sighting, over the caught ones; null when none was. */
  readonly delayMeanMs: number | null;
  readonly delayMedianMs: number | null;
}

/**
 * Compares a watcher's versions with the truth.
 *
 * An edit is *caught* when it lies in the interval (previousSeenAt, firstSeenAt] of a version from number 2 on; several
 * edits between two looks are caught together. Edits up to the first sighting of version 1 do not count: no one could
 * have seen them. Under `stale-304` and `stale-page` an edit shows at any time until the noise ends, so there it is enough that the
 * version's interval meets the time from the edit to the noise's end: the looks in between were lied to.
 * An edit that shows only after the last look, or that stands behind what the page shows in place of the latest version, is
 * *pending*. Any other that is not caught is *missed*. It is *transient* if the page was taken away before a look could have seen it
 * for as long as it takes to decide. Edits of one interval, or missed edits in a row, that lead back to the text
 * before them are *transient*: shorter than the watch interval, and missed even when their interval has a version for
 * the sake of another edit. A later version in whose interval no edit lies is *false*.
 */
export function assess(truth: Truth, observed: readonly ObservedArticle[]): Assessment {
  const articleAt = articlesByUrl(truth);
  const ambient = new Map(truth.sources.map((source) => [source.name, source.ambient] as const));
  const known = observed.flatMap((o) => {
    const article = articleAt(o.url);
    return article ? [{ article, found: o }] : [];
  });
  const parts = known.map(({ article, found }) => assessArticle(article, found, ambient.get(article.source) ?? []));
  const delays = parts.flatMap((part) => part.delays).sort((a, b) => a - b);
  const falseVersions = parts.flatMap((part) => part.falseVersions);
  const until = Math.max(...observed.flatMap((o) => [o.lastLookedAt ?? 0, ...o.versions.map((v) => v.firstSeenAt)]), 0);
  const seen = new Set(known.map(({ article }) => article));
  const missed = parts.flatMap((part) => part.missed);
  return {
    articlesSeen: seen.size,
    articlesUnseen: truth.articles.filter((a) => a.publishedAt <= until && !seen.has(a)).length,
    lost: lostArticles(truth, known, until),
    twice: [...Map.groupBy(known, ({ article }) => article).values()]
      .map((all) => all.filter(({ found }) => found.versions.length > 0))
      .filter((all) => all.length > 1)
      .map((all) => all.map(({ found }) => found.url)),
    unknownUrls: observed.filter((o) => !articleAt(o.url)).map((o) => o.url),
    edits: parts.reduce((sum, part) => sum + part.edits, 0),
    caught: delays.length,
    pending: parts.reduce((sum, part) => sum + part.pending, 0),
    missed,
    laterVersions: parts.reduce((sum, part) => sum + part.laterVersions, 0),
    falseVersions,
    falseByNoise: countKinds(falseVersions),
    unseenByNoise: countKinds(missed.filter(({ why }) => why === "unseen")),
    delayMeanMs: delays.length === 0 ? null : delays.reduce((a, b) => a + b, 0) / delays.length,
    delayMedianMs: delays[Math.floor(delays.length / 2)] ?? null,
  };
}

/** Any spelling; addresses of the newsroom choose nothing by their query. */
function articlesByUrl(truth: Truth): (url: string) => TruthArticle | undefined {
  const byUrl = new Map(truth.articles.flatMap((one) => one.urls.map((url) => [urlKey(url), one] as const)));
  return (url) => byUrl.get(urlKey(url)) ?? byUrl.get(urlKey(url.replace(/[?#].*$/, "")));
}

interface Part {
  readonly edits: number;
  readonly pending: number;
  readonly delays: readonly number[];
  readonly missed: readonly MissedEdit[];
  readonly laterVersions: number;
  readonly falseVersions: readonly FalseVersion[];
}

interface Interval {
  readonly number: number;
  readonly after: number;
  readonly until: number;
}

function assessArticle(article: TruthArticle, found: ObservedArticle, ambient: readonly NoiseKind[]): Part {
  const url = article.urls.at(-1)!;
  const versions = [...found.versions].sort((a, b) => a.number - b.number);
  const seenFrom = versions[0]?.firstSeenAt ?? Number.POSITIVE_INFINITY;
  const later = versions.slice(1).map((version, i): Interval => {
    const after = version.previousSeenAt ?? versions[i]!.firstSeenAt;
    return { number: version.number, after, until: version.firstSeenAt };
  });
  const edits = article.edits.filter((edit) => edit.at > seenFrom);
  const fates = edits.map((edit): Fate => {
    const interval = later.find((one) => meets(one, edit, article));
    if (interval) return interval;
    const knownUntil = Math.min(found.lastLookedAt ?? Infinity, found.undecidedSince ?? Infinity);
    return visibleBy(edit, article) > knownUntil ? "pending" : "unseen";
  });
  const transient = transientEdits(article, edits, fates);
  const caught = edits.flatMap((edit, i) => {
    const fate = fates[i]!;
    return typeof fate === "object" && !transient.has(edit) ? [Math.max(0, fate.until - edit.at)] : [];
  });
  const missed = edits.flatMap((edit, i): readonly MissedEdit[] => {
    const until = article.edits[article.edits.indexOf(edit) + 1]?.at ?? edit.at + DAY_MS;
    const noise = noiseIn(article, edit.at, until, ambient);
    if (transient.has(edit)) return [{ url, edit, why: "transient", noise }];
    if (fates[i] !== "unseen") return [];
    return [{ url, edit, why: isTakenAway(edit, article, found) ? "transient" : "unseen", noise }];
  });
  return {
    edits: edits.length,
    pending: fates.filter((fate) => fate === "pending").length,
    delays: caught,
    missed,
    laterVersions: later.length,
    falseVersions: later
      .filter((interval) => !article.edits.some((edit) => meets(interval, edit, article)))
      .map(({ number, after, until }) => ({
        url,
        number,
        firstSeenAt: until,
        noise: noiseIn(article, after, until, ambient),
      })),
  };
}

type Fate = Interval | "unseen" | "pending";

/** Edits that a neighbour of the same fate took back: walks the texts and drops every way that returns to an earlier one. */
function transientEdits(
  article: TruthArticle,
  edits: readonly TruthEdit[],
  fates: readonly Fate[],
): ReadonlySet<TruthEdit> {
  const transient = new Set<TruthEdit>();
  let path: { readonly edit: TruthEdit; readonly before: string }[] = [];
  edits.forEach((edit, i) => {
    if (fates[i] !== fates[i - 1]) path = [];
    const before = article.edits[article.edits.indexOf(edit) - 1]?.textHash ?? article.textHash;
    path.push({ edit, before });
    const back = path.findIndex((step) => step.before === edit.textHash);
    if (back < 0 || fates[i] === "pending") return;
    for (const step of path.splice(back)) transient.add(step.edit);
  });
  return transient;
}

const meets = ({ after, until }: Interval, edit: TruthEdit, article: TruthArticle): boolean =>
  edit.at <= until && visibleBy(edit, article) > after;

/** When everybody sees it: at once, unless caches lie. */
function visibleBy(edit: TruthEdit, article: TruthArticle): number {
  const lies = article.noise.filter((n) => LIES.has(n.kind) && n.from <= edit.at && edit.at < (n.to ?? Infinity));
  // Where two edits follow each other soon, the second begins a lie of its own while that of the first still stands.
  return Math.max(edit.at, ...lies.map(({ to, kind }) => (kind === "frozen" ? edit.at + DAY_MS : (to ?? Infinity))));
}

/** Noises that show the text before an edit after it was made. A server that lies for ever has to be found out within a day. */
const LIES: ReadonlySet<NoiseKind> = new Set(["stale-304", "stale-page", "frozen"]);

function noiseIn(
  article: TruthArticle,
  after: number,
  until: number,
  ambient: readonly NoiseKind[],
): readonly NoiseKind[] {
  const scripted = article.noise.filter((n) => n.from <= until && (n.to ?? Infinity) > after).map((n) => n.kind);
  return scripted.length > 0 ? [...new Set(scripted)] : ambient;
}

function countKinds(versions: readonly { readonly noise: readonly NoiseKind[] }[]): Partial<Record<NoiseKind, number>> {
  const counts: Partial<Record<NoiseKind, number>> = {};
  for (const kind of versions.flatMap((version) => version.noise)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
