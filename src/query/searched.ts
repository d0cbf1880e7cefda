import type { LabelKind } from "#model/change";
import { QUERY_PARTS, type QueryPart, type QueryTerm } from "#model/query";
import type { VersionText } from "#model/version";
import { foldedWords } from "./words.ts";

/** Folded words of one paragraph, in order. */
export type FoldedParagraph = readonly string[];

/** A text as it is searched. */
export type FoldedText = Readonly<Record<QueryPart, readonly FoldedParagraph[]>>;

export function foldedText({ headline, standfirst, corrections, blocks }: VersionText): FoldedText {
  const only = (text: string | null) => (text === null ? [] : [foldedWords(text)]);
  return {
    headline: only(headline),
    standfirst: only(standfirst),
    body: [...corrections, ...blocks.map(({ text }) => text)].map(foldedWords),
  };
}

export interface SearchedVersion {
  readonly text: FoldedText;
  /** Epoch ms. */
  readonly firstSeenAt: number;
  readonly byline: readonly string[];
  /** BCP 47; null when no one said. */
  readonly language: string | null;
  readonly live: boolean;
  /** It was seen on the page itself, not taken from an archive. */
  readonly watched: boolean;
}

export interface SearchedChange {
  /** The two versions, as indices into the article's. */
  readonly from: number;
  readonly to: number;
  /** Latest possible time of the edit; epoch ms. */
  readonly seenAt: number;
  readonly labels: readonly LabelKind[];
  /** 0-1000. */
  readonly rank: number;
  readonly silent: boolean;
}

/** An article with all that a query can ask about it. */
export interface SearchedArticle {
  readonly source: { readonly name: string; readonly homeUrl: string };
  /** Names of the desks that it is on. */
  readonly desks: readonly string[];
  /** As claimed; epoch ms. */
  readonly publishedAt: number | null;
  readonly gone: boolean;
  /** Its newest version has a correction note. */
  readonly corrected: boolean;
  /** Oldest first. */
  readonly versions: readonly SearchedVersion[];
  readonly changes: readonly SearchedChange[];
}

/** How many times a term occurs in these parts of a text, each paragraph for itself; occurrences may overlap. */
export function countIn(text: FoldedText, parts: readonly QueryPart[], term: QueryTerm): number {
  return parts.reduce((sum, part) => sum + text[part].reduce((some, words) => some + countInWords(words, term), 0), 0);
}

export function countInWords(words: FoldedParagraph, { words: wanted, prefix }: QueryTerm): number {
  const last = wanted.length - 1;
  const isAt = (at: number): boolean =>
    wanted.every((word, offset) =>
      prefix && offset === last ? words[at + offset]!.startsWith(word) : words[at + offset] === word,
    );
  let count = 0;
  for (let at = 0; at + last < words.length; at += 1) if (isAt(at)) count += 1;
  return count;
}

/** Whether a name has the words of a term side by side. */
export const isNamed = (name: string, term: QueryTerm): boolean => countInWords(foldedWords(name), term) > 0;

export const ALL_PARTS: readonly QueryPart[] = QUERY_PARTS;
