import type { AgoUnit, QueryDate, QueryLeaf, QueryPart, QueryRemark, QueryState, QueryTree } from "#model/query";
import { LABEL_NAMES } from "./labels.ts";
import { type Saying, say } from "./say.ts";

/**
 * How a query was read: "“fire” or “smoke”, without “false alarm”, where “arson…” was removed". The words that were typed are
 * quotes, which may run from right to left.
 */
export const queryWords = (tree: QueryTree): Saying => words(tree, "list");

/** In a list members are parted by commas; inside another they stand between brackets. */
function words(tree: QueryTree, place: "list" | "member"): Saying {
  switch (tree.kind) {
    case "all":
      return tree.of.length === 0 ? ["everything"] : enclosed(joined(tree.of, ", "), place);
    case "any":
      return enclosed(joined(tree.of, " or "), place);
    case "in":
      return enclosed(
        say`in the ${listOf(tree.parts.map((part) => PART_NAMES[part]))}: ${words(tree.of, "list")}`,
        place,
      );
    case "not":
      return say`not ${words(tree.of, "member")}`;
    default:
      return leafWords(tree);
  }
}

const enclosed = (saying: Saying, place: "list" | "member"): Saying => (place === "list" ? saying : say`(${saying})`);

const joined = (trees: readonly QueryTree[], between: string): Saying =>
  trees.map((tree) => words(tree, "member")).reduce((before, next) => say`${before}${between}${next}`);

const PART_NAMES: Readonly<Record<QueryPart, string>> = {
  headline: "headline",
  standfirst: "standfirst",
  body: "body",
};

const listOf = (names: readonly string[]): string =>
  names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

const STATE_NAMES: Readonly<Record<QueryState, string>> = {
  silent: "a silent edit",
  current: "as it reads now",
  live: "a live page",
  watched: "seen on the page itself",
  gone: "gone from its site",
  corrected: "with a correction note",
};

/** “state of emerg…” */
const termWords = (leaf: Extract<QueryLeaf, { term: unknown }>): Saying =>
  say`“${{ quote: leaf.term.words.join(" ") }}${leaf.term.prefix ? "…" : ""}”`;

function leafWords(leaf: QueryLeaf): Saying {
  switch (leaf.kind) {
    case "words":
      return termWords(leaf);
    case "removed":
      return say`${termWords(leaf)} was removed`;
    case "added":
      return say`${termWords(leaf)} was added`;
    case "source":
      return say`the source is ${termWords(leaf)}`;
    case "desk":
      return say`on the desk ${termWords(leaf)}`;
    case "byline":
      return say`by ${termWords(leaf)}`;
    case "label":
      return say`labelled “${LABEL_NAMES[leaf.label]}”`;
    case "is":
      return say`${STATE_NAMES[leaf.state]}`;
    case "rank":
      return say`${rankWords(leaf)}`;
    case "lang":
      return say`in the language ${{ quote: leaf.tag }}`;
    case "after":
      return say`since the beginning of ${dateWords(leaf.date)}`;
    case "before":
      return say`before ${dateWords(leaf.date)}`;
    case "published":
      return say`published ${rangeWords(leaf)}`;
  }
}

const MOST_RANK = 1000;

function rankWords({ least, most }: Extract<QueryLeaf, { kind: "rank" }>): string {
  if (most === MOST_RANK) return `ranked ${least} or more`;
  return least === 0 ? `ranked ${most} or less` : `ranked ${least} to ${most}`;
}

const UNITS: Readonly<Record<AgoUnit, string>> = { h: "hour", d: "day", w: "week", m: "month", y: "year" };

const two = (part: number): string => String(part).padStart(2, "0");

function dateWords(date: QueryDate): string {
  if (date.kind === "day") return date.name;
  if (date.kind === "ago") {
    const unit = UNITS[date.unit];
    return `the ${date.unit === "h" ? "hour" : "day"} ${date.count} ${unit}${date.count === 1 ? "" : "s"} ago`;
  }
  const { year, month, day, minute } = date;
  const days = [year, ...[month, day].filter((part) => part !== null).map(two)].join("-");
  return minute === null ? days : `${days} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function rangeWords({ from, until }: Extract<QueryLeaf, { kind: "published" }>): string {
  const [first, last] = [from, until].map((date) => date && dateWords(date)) as [string | null, string | null];
  if (first === last) return `in ${first}`;
  if (last === null) return `since the beginning of ${first}`;
  return first === null ? `until the end of ${last}` : `from ${first} to the end of ${last}`;
}

/** What has to be said about how it was read. */
export function remarkWords({ kind, text }: QueryRemark): Saying {
  const quote = say`“${{ quote: text }}”`;
  switch (kind) {
    case "is-a-word":
      return text === "AND" || text === "NOT"
        ? say`${quote} is searched for as a word: all words have to be there anyway, and a minus sign excludes one`
        : say`${quote} stands alone and is searched for as a word`;
    case "no-such-date":
      return say`${quote} names no date that exists and is searched for as words`;
    case "no-such-value":
      return say`${quote} names nothing that can be asked for and is searched for as words`;
    case "short-prefix":
      return say`The star of ${quote} is left out: it needs three letters before it`;
  }
}
