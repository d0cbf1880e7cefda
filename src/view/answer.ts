import type { Failure } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { HiddenNotice } from "#store/public-reader";

/** What can be asked for and not be there. */
export type Missing =
  | { readonly what: "article" | "source" | "variant" | "variant-base" | "text" }
  /** The article has only so many versions. */
  | { readonly what: "version"; readonly articleId: ArticleId; readonly versionCount: number }
  /** The day in which the version was recorded closes then; epoch ms. */
  | { readonly what: "proof"; readonly closesAt: number };

/** The operator has withdrawn it. */
export interface Hidden {
  readonly kind: "hidden";
  readonly notice: HiddenNotice;
}

/** What came of asking for a view: how each output says it (a status, an exit code) is its own business. */
export type Answer<T> =
  | { readonly kind: "found"; readonly value: T }
  | Hidden
  | { readonly kind: "missing"; readonly missing: Missing }
  /** There is no room to compare just now; `instead` are the texts that can be read one by one. */
  | {
      readonly kind: "busy";
      readonly failure: Failure;
      readonly articleId: ArticleId;
      readonly instead: readonly VersionHead[];
    };

export type Unanswered = Exclude<Answer<never>, { readonly kind: "found" }>;

export const found = <T>(value: T): Answer<T> => ({ kind: "found", value });

export const missing = (
  what: Extract<Missing, { what: "article" | "source" | "variant" | "variant-base" | "text" }>["what"],
): Unanswered => ({
  kind: "missing",
  missing: { what },
});
