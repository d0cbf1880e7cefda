import { z } from "zod";
import type { VersionFacts } from "#model/version";
import type { VersionView } from "#view/version";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { type Absolute, claimed, count, instant, iso, schemaOf, url } from "./shapes.ts";
import { text, versionHead, versionHeadJson } from "./version-head.ts";

const facts = z.strictObject({
  section: z.string().nullable(),
  credits: z.array(z.string()),
  leadImage: z.strictObject({ url, caption: z.string().nullable() }).nullable(),
  links: z.array(z.strictObject({ url, text: z.string() })),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      at: claimed.nullable(),
      headline: z.string().nullable(),
      from: count.describe("First of its blocks, by index"),
      to: count.describe("One past the last of its blocks"),
    }),
  ),
});

/** A version with all that it says. */
export const versionRecord = z.strictObject({
  schema: schemaOf("version"),
  article: articleLink,
  ...versionHead.shape,
  ...text,
  facts: facts.nullable().describe("What else the page stated; null for versions from before it was kept"),
  archive: z
    .strictObject({ file: z.string(), offset: count, length: count, digest: z.string() })
    .nullable()
    .describe("The archive's record of the page it was read from, and the page's SHA-256"),
  earlierReadings: z
    .array(
      z.strictObject({
        extractor: z.string(),
        textHash: z.string(),
        readUntil: instant,
        headline: z.string().nullable(),
        ...text,
      }),
    )
    .describe("What other extractors had read from the same page, oldest first"),
});

export const versionJson = (view: VersionView, absolute: Absolute) => ({
  schema: "variorum/version/1" as const,
  article: articleLinkJson(view.article, absolute),
  ...versionHeadJson(view.version, absolute),
  standfirst: view.version.text.standfirst,
  corrections: view.version.text.corrections,
  blocks: view.version.text.blocks,
  facts: view.version.facts && factsJson(view.version.facts),
  archive: view.archived,
  earlierReadings: view.earlierReadings.map(({ extractor, textHash, readUntil, text }) => ({
    extractor,
    textHash,
    readUntil: iso(readUntil),
    ...text,
  })),
});

const factsJson = ({ section, credits, leadImage, links, entries }: VersionFacts) => ({
  section,
  credits,
  leadImage,
  links,
  entries,
});
