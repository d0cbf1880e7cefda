import type { QueryLeaf, QueryTree } from "#model/query";
import { printDate, printRange } from "./dates.ts";
import { printTerm } from "./terms.ts";
import { MOST_RANK } from "./values.ts";

/** A query as it could have been typed: it is read as the same tree. */
export function printQuery(tree: QueryTree): string {
  switch (tree.kind) {
    case "all":
      return tree.of.map(member).join(" ");
    case "any":
      return tree.of.map(member).join(" OR ");
    case "in":
      return [...tree.parts.map((part) => `in:${part}`), printQuery(tree.of)].join(" ").trim();
    case "not":
      return `-${member(tree.of)}`;
    default:
      return leaf(tree);
  }
}

/** Whatever has spaces between its own members stands in brackets. */
const member = (tree: QueryTree): string =>
  tree.kind === "all" || tree.kind === "any" || tree.kind === "in" ? `(${printQuery(tree)})` : printQuery(tree);

function leaf(tree: QueryLeaf): string {
  switch (tree.kind) {
    case "words":
      return printTerm(tree.term);
    case "removed":
    case "added":
    case "source":
    case "desk":
    case "byline":
      return `${tree.kind}:${printTerm(tree.term)}`;
    case "label":
      return `label:${tree.label}`;
    case "is":
      return `is:${tree.state}`;
    case "rank":
      return `rank:${tree.least}..${tree.most === MOST_RANK ? "" : tree.most}`;
    case "lang":
      return `lang:${tree.tag}`;
    case "after":
    case "before":
      return `${tree.kind}:${printDate(tree.date)}`;
    case "published":
      return `published:${printRange(tree.from, tree.until)}`;
  }
}
