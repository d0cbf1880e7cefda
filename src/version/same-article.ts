import { comparable } from "#language/comparable";
import { tokenize } from "#language/tokens";
import { canonical } from "#lib/canonical";
import type { VersionText } from "#model/version";
import { COLLAPSE_SHARE } from "./hold.ts";

/** A page that holds this share of a version's paragraphs is a page of that article ... */
const PROVES = 0.5;
/** ... and under the same headline, one that was rewritten. */
const PROVES_UNDER_HEADLINE = 0.3;
/** A paragraph is held, too, where one on the page has this share of its words: it was edited on the way. */
const EDITED = 0.6;
/** Headlines that share this much of their words are wordings of one. */
const ALIKE = 0.6;
/** Paragraphs that are compared; a live page of a whole day has fewer. */
const MAX_PARAGRAPHS = 300;
/** Characters of a paragraph that are compared. */
const MAX_CHARS = 4_000;

/** What a page has of a version's text. */
export interface Held {
  /** Of the version, without captions. */
  readonly paragraphs: number;
  /** How many of them the page has, to the letter or nearly. */
  readonly held: number;
  readonly sameHeadline: boolean;
  /** The headlines share most of their words. */
  readonly likeHeadline: boolean;
  /** The page has so much less text than the version that it may be a stub before a wall. */
  readonly isStub: boolean;
}

/** How much of `version` stands in `page`. Bounded: texts of thousands of paragraphs are compared by their first ones. */
export function heldIn(version: VersionText, page: VersionText): Held {
  const [old, next] = [paragraphsOf(version), paragraphsOf(page)];
  const there = new Set(next);
  const missing = old.filter((text) => !there.has(text));
  const known = new Set(old);
  const others = next.filter((text) => !known.has(text)).map(wordsOf);
  const edited = missing.filter((text) => {
    const words = wordsOf(text);
    return others.some((other) => isMostlyIn(words, other, EDITED));
  }).length;
  const [was, is] = [wordsOf(canonical(version.headline ?? "")), wordsOf(canonical(page.headline ?? ""))];
  const likeHeadline = isMostlyIn(was, is, ALIKE) || isMostlyIn(is, was, ALIKE);
  return {
    paragraphs: old.length,
    held: old.length - missing.length + edited,
    sameHeadline: was.size > 0 && headlineOf(version) === headlineOf(page),
    likeHeadline,
    isStub: sizeOf(next) < sizeOf(old) * COLLAPSE_SHARE,
  };
}

/** Whether a page shows the article that the version is of, although it stands at another address. */
export const isSameArticle = ({ paragraphs, held, sameHeadline }: Held): boolean =>
  paragraphs === 0 ? sameHeadline : held > 0 && held >= paragraphs * (sameHeadline ? PROVES_UNDER_HEADLINE : PROVES);

/** Whether a page proves its address: a stub shows the article, but says nothing of where the whole text is. */
export const provesAddress = (held: Held): boolean => isSameArticle(held) && !held.isStub;

/** Whether a page has nothing at all of a version: no paragraph, and another headline. */
export const isUnlike = ({ held, likeHeadline }: Held): boolean => held === 0 && !likeHeadline;

const paragraphsOf = ({ standfirst, corrections, blocks }: VersionText): readonly string[] =>
  [standfirst ?? "", ...corrections, ...blocks.flatMap(({ kind, text }) => (kind === "caption" ? [] : text))]
    .slice(0, MAX_PARAGRAPHS)
    .map((text) => canonical(text.slice(0, MAX_CHARS)))
    .filter((text) => text !== "");

const sizeOf = (paragraphs: readonly string[]): number => paragraphs.reduce((sum, text) => sum + text.length, 0);

const headlineOf = ({ headline }: VersionText): string => comparable(headline ?? "").toLowerCase();

function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, key } of tokenize(text)) if (kind !== "mark") words.add(key.toLowerCase());
  return words;
}

const isMostlyIn = (words: ReadonlySet<string>, other: ReadonlySet<string>, share: number): boolean =>
  words.size > 0 && words.intersection(other).size >= words.size * share;
