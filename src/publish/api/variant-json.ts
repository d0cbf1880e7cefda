import type { Variant } from "#model/variant";
import type { FoundArticle } from "#publish/http/find-article";
import type { Visit } from "#publish/http/visit";
import { variantPath } from "#view/addresses";
import type { Comparison } from "#view/compare/collator";
import { iso } from "./iso.ts";

/** A text that is no version, as the JSON of its article lists it. */
export const variantHeadJson = (visit: Visit, variant: Variant) => ({
  hash: variant.hash,
  url: visit.origin + variantPath(variant.articleId, variant.hash),
  /** `held`, `passing` or `alternating`. */
  state: variant.state,
  /** What held it: `confirm`, `headline`, `collapse` or `return`. */
  rule: variant.rule,
  headline: variant.text.headline,
  /** The version in whose place it stood. */
  besideVersion: variant.versionNumber,
  firstSeenAt: iso(variant.firstSeenAt),
  lastSeenAt: iso(variant.lastSeenAt),
  looks: variant.looks,
  stretches: variant.runs,
  /** While it stands there: from then on a look may make it a version. */
  decidesAt: iso(variant.decidesAt),
});

/** `/articles/:id/variants/:hash.json`: the text, and its collation with the version beside which it stood. */
export const variantJson = (visit: Visit, { article }: FoundArticle, variant: Variant, comparison: Comparison) => ({
  article: { id: article.id, url: article.url },
  ...variantHeadJson(visit, variant),
  cut: variant.cut,
  standfirst: variant.text.standfirst,
  corrections: variant.text.corrections,
  blocks: variant.text.blocks,
  summary: comparison.summary,
  collation: comparison.collation,
});
