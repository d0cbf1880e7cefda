import { z } from "zod";
import { BLOCK_KINDS } from "#model/document";
import type { EvolutionView } from "#view/evolution";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { type Absolute, count, id, schemaOf } from "./shapes.ts";

const sentence = z.strictObject({
  text: z.string(),
  since: id.describe("Version that first had these words"),
  until: id.nullable().describe("Last version that had them; null while the latest has them"),
  restoredIn: id.nullable(),
  restoredFrom: id.nullable(),
  readings: z
    .array(z.strictObject({ text: z.string(), since: id, until: id }))
    .describe("Other wordings, oldest first"),
});

const paragraph = z.strictObject({
  field: z.enum(["headline", "standfirst", "correction", "body"]),
  kind: z.enum(BLOCK_KINDS).nullable(),
  index: count.nullable().describe("Within the field of the latest version; null if the paragraph was removed"),
  sentences: z.array(sentence),
});

/** All versions of an article in one text. */
export const evolutionRecord = z.strictObject({
  schema: schemaOf("evolution"),
  article: articleLink,
  versions: z.array(id).describe("By their places in the history"),
  omitted: count.describe("Older versions left out"),
  paragraphs: z.array(paragraph),
  witnesses: z.array(z.unknown()).describe("How each version reads, for programs that read one back"),
});

export const evolutionJson = ({ article, whole }: EvolutionView, absolute: Absolute) => ({
  schema: "variorum/evolution/1" as const,
  article: articleLinkJson(article, absolute),
  ...whole,
});
