import { sha256 } from "#lib/hash";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import type { LookRecord } from "#store/writer";

export const PARAGRAPHS_PER_ARTICLE = 25;
const WORDS_PER_PARAGRAPH = 45;
const MINUTE_MS = 60_000;

export type Random = () => number;

export function lookOf(articleId: ArticleId, capturedAt: number, text: VersionText | null, number: number): LookRecord {
  const version = text && {
    after: number - 1,
    text,
    textHash: sha256(JSON.stringify(text)),
    byline: ["A. Writer"],
    publishedAt: "2023-11-14T22:13:20+00:00",
    modifiedAt: null,
    language: "en",
    extractor: "bench/1",
    ...(number > 1 && { summary: SUMMARY }),
  };
  return {
    articleId,
    capturedAt,
    tookMs: 120,
    outcome: text ? "changed" : "unchanged",
    status: text ? 200 : 304,
    finalUrl: `https://outlet.example/news/${articleId}`,
    decision: text ? (number === 1 ? "first" : "new") : "same",
    reason: text ? { code: "new-shared-lines" } : { code: "not-modified" },
    bodyDigest: text ? sha256(`${articleId}-${number}`) : null,
    bodyBytes: text ? 120_000 : 0,
    ...(version ? { version } : { sawVersion: number }),
    state: {
      status: "watched",
      statusReason: null,
      nextLookAt: capturedAt + 30 * MINUTE_MS,
      periodMs: 30 * MINUTE_MS,
      failures: 0,
      etag: '"v1"',
      lastModified: null,
      bodyDigest: null,
    },
  };
}

const SUMMARY = {
  headlineChanged: false,
  standfirstChanged: false,
  correctionAdded: false,
  paragraphsEdited: 1,
  paragraphsAdded: 0,
  paragraphsRemoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  wordsAdded: 3,
  wordsRemoved: 2,
  sample: { old: "twelve people", new: "fifteen people" },
  labels: [],
  rank: 0.5,
  silent: true,
};

/** Words with the skewed frequencies of a language: the rank falls off as Zipf's law says. */
export function randomText(random: Random): VersionText {
  const sentence = (words: number) => Array.from({ length: words }, () => randomWord(random)).join(" ");
  return {
    headline: sentence(9),
    standfirst: sentence(20),
    corrections: [],
    blocks: Array.from({ length: PARAGRAPHS_PER_ARTICLE - 2 }, () => ({
      kind: "paragraph" as const,
      text: sentence(WORDS_PER_PARAGRAPH),
    })),
  };
}

export function edited(text: VersionText, random: Random): VersionText {
  const at = Math.floor(random() * text.blocks.length);
  const blocks = text.blocks.map((block, index) =>
    index === at ? { ...block, text: `${block.text} ${randomWord(random)}` } : block,
  );
  return { ...text, blocks };
}

const VOCABULARY = 20_000;
const randomWord = (random: Random): string => wordAt(Math.floor(VOCABULARY ** random()) - 1);
export const wordAt = (rank: number): string => `w${(rank + 1).toString(36)}`;

/** Mulberry32: small, seeded, good enough to spread words. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
