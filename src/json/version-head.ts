import { z } from "zod";
import { BLOCK_KINDS, SPAN_KINDS } from "#model/document";
import type { VersionHead } from "#model/version";
import { versionPath } from "#view/addresses";
import { saidReason } from "#words/reasons";
import { type Absolute, claimed, count, id, instant, iso, isoOrNull, reason, url } from "./shapes.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A version without its text. */
export const versionHead = z.strictObject({
  number: id,
  place: id.describe("In the history of the article: its number, unless the article was joined with another"),
  url,
  headline: z.string().nullable(),
  byline: z.array(z.string()),
  publishedAt: claimed.nullable(),
  modifiedAt: claimed.nullable(),
  dateRaised: z
    .boolean()
    .nullable()
    .describe("Whether the publisher raised its date with this text; null if that is unknown"),
  language: z.string().nullable().describe("BCP 47 tag"),
  firstSeenAt: instant,
  lastSeenAt: instant,
  previousSeenAt: instant
    .nullable()
    .describe("The text before was last seen then: the edit was made between this and `firstSeenAt`"),
  confirmedAt: instant.describe("The look that made it a version: a new text has to be seen again before it counts"),
  alternating: z.boolean(),
  live: z.boolean(),
  continuesAt: url
    .nullable()
    .describe(
      "Address at the publisher of the next page of an article of several, so that the text is a part; null where the page holds all",
    ),
  takenBack: reason
    .nullable()
    .describe(
      "Why it is none: its page was another text in the article's place. It reads as the version before, or, at the beginning, as the first that is one",
    ),
  textHash: hash.describe("SHA-256 of the canonical text"),
  chainHash: hash.describe("SHA-256 over textHash, number, firstSeenAt and the chainHash of the version before"),
  extractor: z.string(),
});

export const versionHeadJson = (head: VersionHead, absolute: Absolute): z.input<typeof versionHead> => ({
  number: head.number,
  place: head.place,
  url: absolute(versionPath(head.articleId, head.number)),
  headline: head.headline,
  byline: [...head.byline],
  publishedAt: head.publishedAt,
  modifiedAt: head.modifiedAt,
  dateRaised: head.dateRaised,
  language: head.language,
  firstSeenAt: iso(head.firstSeenAt),
  lastSeenAt: iso(head.lastSeenAt),
  previousSeenAt: isoOrNull(head.previousSeenAt),
  confirmedAt: iso(head.confirmedAt),
  alternating: head.alternating,
  live: head.live,
  continuesAt: head.continuesAt,
  takenBack: head.takenBack && saidReason(head.takenBack),
  textHash: head.textHash,
  chainHash: head.chainHash,
  extractor: head.extractor,
});

/** What a version, or another text of an article, says. */
export const text = {
  standfirst: z.string().nullable(),
  corrections: z.array(z.string()),
  blocks: z.array(
    z.strictObject({
      kind: z.enum(BLOCK_KINDS).describe("`row`: a row of a table, ` | ` between its cells"),
      text: z.string(),
      spans: z
        .array(z.strictObject({ from: count, to: count, kind: z.enum(SPAN_KINDS) }))
        .optional()
        .describe(
          "Stretches of the text, UTF-16, that the page marks: struck out, inserted, or moving (filled in by a script, and never compared); left out where there are none",
        ),
    }),
  ),
};
