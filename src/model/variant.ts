import type { ArticleId } from "./id.ts";
import type { HoldRule } from "./memory.ts";
import type { VersionText } from "./version.ts";

/**
 * What became of a text that stood on the page and is no version:
 * - `held`: it is there now and is not confirmed yet.
 * - `passing`: it was gone when somebody looked again.
 * - `alternating`: it comes and goes; the page shows it in turn with another text.
 */
export type VariantState = "held" | "passing" | "alternating";

/** How a text that is no version was seen, without the text. */
export interface VariantSighting {
  /** First 16 hex digits of its fingerprint: tells the variants of an article apart. */
  readonly hash: string;
  readonly state: VariantState;
  /** What holds it, or held it last. */
  readonly rule: HoldRule;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Looks that met it, and stretches of such looks with nothing else between. */
  readonly looks: number;
  readonly runs: number;
  /** While it is there: a look from then on that still sees it may make it a version. Null when it does not. */
  readonly decidesAt: number | null;
}

/** A text that stood on the page and is no version. The last few of an article are kept, with what they said. */
export interface Variant extends VariantSighting {
  readonly articleId: ArticleId;
  /** Version that was the latest when it was last met. */
  readonly versionNumber: number;
  readonly text: VersionText;
  /** The text was too long to be kept whole: its end is missing. */
  readonly cut: boolean;
}
