import { z } from "zod";
import type { VariantView } from "#view/variant";
import { articleLink, articleLinkJson } from "./article-link.ts";
import { textCollation } from "./collation.ts";
import { type Absolute, schemaOf } from "./shapes.ts";
import { changeSummary, changeSummaryJson } from "./summary.ts";
import { variantHead, variantHeadJson } from "./variant-head.ts";
import { text } from "./version-head.ts";

/** A text that is not a version, and its collation with the version beside which it was seen. */
export const variantRecord = z.strictObject({
  schema: schemaOf("variant"),
  article: articleLink,
  ...variantHead.shape,
  cut: z.boolean().describe("It was too long to be kept whole: its end is missing"),
  ...text,
  summary: changeSummary,
  collation: textCollation,
});

export const variantJson = ({ article, variant, comparison }: VariantView, absolute: Absolute) => ({
  schema: "variorum/variant/1" as const,
  article: articleLinkJson(article, absolute),
  ...variantHeadJson(variant, absolute),
  cut: variant.cut,
  standfirst: variant.text.standfirst,
  corrections: variant.text.corrections,
  blocks: variant.text.blocks,
  summary: changeSummaryJson(comparison.summary),
  collation: comparison.grained,
});
