import { z } from "zod";
import type { Variant } from "#model/variant";
import { variantPath } from "#view/addresses";
import { type Absolute, count, id, instant, iso, isoOrNull, url } from "./shapes.ts";

/** A text that was on the page and is not a version, without what it says. */
export const variantHead = z.strictObject({
  hash: z.string(),
  url,
  state: z.enum(["held", "passing", "alternating"]),
  rule: z.enum(["confirm", "headline", "collapse", "return", "stranger"]).describe("What held it"),
  headline: z.string().nullable(),
  besideVersion: id.describe("The version in whose place it was seen"),
  firstSeenAt: instant,
  lastSeenAt: instant,
  looks: count,
  stretches: count.describe("Of looks in a row that saw it"),
  decidesAt: instant.nullable().describe("While it is there: from then on a look may make it a version"),
});

export const variantHeadJson = (variant: Variant, absolute: Absolute): z.input<typeof variantHead> => ({
  hash: variant.hash,
  url: absolute(variantPath(variant.articleId, variant.hash)),
  state: variant.state,
  rule: variant.rule,
  headline: variant.text.headline,
  besideVersion: variant.versionNumber,
  firstSeenAt: iso(variant.firstSeenAt),
  lastSeenAt: iso(variant.lastSeenAt),
  looks: variant.looks,
  stretches: variant.runs,
  decidesAt: isoOrNull(variant.decidesAt),
});
