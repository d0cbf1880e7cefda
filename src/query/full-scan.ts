import type { QueryLeaf, QueryPart, QueryTree } from "#model/query";
import { ALL_PARTS, countIn, isNamed, type SearchedArticle, type SearchedChange } from "./searched.ts";
import { type Asked, stretchOf } from "./when.ts";

/**
 * What a query means, as plainly as it can be written: each leaf is tried on each version or change. Whatever finds faster has to
 * find the same.
 */

/** Indices of the versions of which the query holds, for a query that lists articles. */
export function matchingVersions(tree: QueryTree, article: SearchedArticle, asked: Asked): readonly number[] {
  return [...article.versions.keys()].filter((at) =>
    holds(tree, ALL_PARTS, (leaf, parts) => ofVersion(leaf, parts, article, at, asked)),
  );
}

/** The changes of which the query holds, for a query that lists changes. */
export function matchingChanges(tree: QueryTree, article: SearchedArticle, asked: Asked): readonly SearchedChange[] {
  return article.changes.filter((change) =>
    holds(tree, ALL_PARTS, (leaf, parts) => ofChange(leaf, parts, article, change, asked)),
  );
}

type Holds = (leaf: QueryLeaf, parts: readonly QueryPart[]) => boolean;

function holds(tree: QueryTree, parts: readonly QueryPart[], leafHolds: Holds): boolean {
  switch (tree.kind) {
    case "all":
      return tree.of.every((member) => holds(member, parts, leafHolds));
    case "any":
      return tree.of.some((member) => holds(member, parts, leafHolds));
    case "not":
      return !holds(tree.of, parts, leafHolds);
    case "in":
      return holds(tree.of, tree.parts, leafHolds);
    default:
      return leafHolds(tree, parts);
  }
}

function ofVersion(
  leaf: QueryLeaf,
  parts: readonly QueryPart[],
  article: SearchedArticle,
  at: number,
  asked: Asked,
): boolean {
  const version = article.versions[at]!;
  if (leaf.kind === "words") return countIn(version.text, parts, leaf.term) > 0;
  return ofState(leaf, article, at, version.firstSeenAt, asked);
}

/** A bare word is in the old or in the new text, so that an excluded one is in neither. All else is said of the new version. */
function ofChange(
  leaf: QueryLeaf,
  parts: readonly QueryPart[],
  article: SearchedArticle,
  change: SearchedChange,
  asked: Asked,
): boolean {
  const [old, next] = [article.versions[change.from]!.text, article.versions[change.to]!.text];
  switch (leaf.kind) {
    case "words":
      return countIn(old, parts, leaf.term) > 0 || countIn(next, parts, leaf.term) > 0;
    case "removed":
      return countIn(next, parts, leaf.term) < countIn(old, parts, leaf.term);
    case "added":
      return countIn(next, parts, leaf.term) > countIn(old, parts, leaf.term);
    case "label":
      return change.labels.includes(leaf.label);
    case "rank":
      return change.rank >= leaf.least && change.rank <= leaf.most;
    default:
      if (leaf.kind === "is" && leaf.state === "silent") return change.silent;
      return ofState(leaf, article, change.to, change.seenAt, asked);
  }
}

/** `seenAt`: what `after:` and `before:` are asked of. */
function ofState(leaf: QueryLeaf, article: SearchedArticle, at: number, seenAt: number, asked: Asked): boolean {
  const version = article.versions[at]!;
  switch (leaf.kind) {
    case "source":
      return isNamed(article.source.name, leaf.term) || isNamed(hostOf(article.source.homeUrl), leaf.term);
    case "desk":
      return article.desks.some((name) => isNamed(name, leaf.term));
    case "byline":
      return version.byline.some((name) => isNamed(name, leaf.term));
    case "lang":
      return isLanguage(version.language, leaf.tag);
    case "is":
      return isState(leaf.state, article, at);
    case "after":
      return seenAt >= stretchOf(leaf.date, asked).start;
    case "before":
      return seenAt < stretchOf(leaf.date, asked).start;
    case "published":
      return isPublished(leaf, article.publishedAt, asked);
    default:
      // Said of changes alone: a query that has it lists changes.
      return false;
  }
}

/** "www" is no part of a name. */
const hostOf = (url: string): string => (URL.parse(url)?.hostname ?? "").replace(/^www\./, "");

function isLanguage(language: string | null, tag: string): boolean {
  const own = language?.toLowerCase();
  return own !== undefined && (own === tag || own.startsWith(`${tag}-`));
}

function isState(state: Extract<QueryLeaf, { kind: "is" }>["state"], article: SearchedArticle, at: number): boolean {
  switch (state) {
    case "current":
      return at === article.versions.length - 1;
    case "live":
      return article.versions[at]!.live;
    case "watched":
      return article.versions[at]!.watched;
    case "gone":
      return article.gone;
    case "corrected":
      return article.corrected;
    case "silent":
      return false;
  }
}

function isPublished(
  { from, until }: Extract<QueryLeaf, { kind: "published" }>,
  at: number | null,
  asked: Asked,
): boolean {
  if (at === null) return false;
  if (from !== null && at < stretchOf(from, asked).start) return false;
  return until === null || at < stretchOf(until, asked).end;
}
