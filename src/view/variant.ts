import type { ArticleId } from "#model/id";
import type { Variant } from "#model/variant";
import type { VersionHead } from "#model/version";
import { type Answer, found, missing } from "./answer.ts";
import { type ArticleHead, articleHead, headOf } from "./article-head.ts";
import type { Comparison } from "./compare/collator.ts";
import { type Edit, editsOf } from "./compare/edits.ts";
import type { ViewContext } from "./context.ts";

/** A text that is not a version, compared with the version in whose place it was seen. */
export interface VariantView extends ArticleHead {
  readonly variant: Variant;
  readonly version: VersionHead;
  readonly comparison: Comparison;
  /** In reading order. */
  readonly edits: readonly Edit[];
}

export async function variantView(
  context: ViewContext,
  id: ArticleId | null,
  hash: string,
): Promise<Answer<VariantView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { article, strands } = head.value;
  const variants = await Promise.all(strands.map((strand) => context.reader.variants(strand)));
  const variant = variants.flat().find((each) => each.hash === hash);
  const version = variant && headOf(head.value, { articleId: variant.articleId, number: variant.versionNumber });
  if (!variant || !version) return missing("variant");
  const made = await context.collator.compareVariant(variant, context.signal);
  if (!made) return missing("variant-base");
  if (!made.ok) return { kind: "busy", failure: made.failure, articleId: article.id, instead: [version] };
  return found({ ...head.value, variant, version, comparison: made.value, edits: editsOf(made.value.parts) });
}
