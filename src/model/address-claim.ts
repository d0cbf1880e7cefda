import type { ArticleId, SourceId } from "./id.ts";

/** What speaks for another address: redirects that are permanent, or the canonical address that a page declares. */
export type ClaimKind = "permanent" | "canonical";

/** Another address that an article may have, until a second look proves or refuses it. */
export interface AddressClaim {
  readonly url: string;
  readonly kind: ClaimKind;
  /** The look that first saw it; epoch ms. */
  readonly since: number;
  /** Looks that could not reach it; absent means none. */
  readonly failed?: number;
}

/** What the page at the other address had of the latest version's text. */
export interface AddressEvidence {
  /** Of the latest version's paragraphs, how many there are, and how many of them the page had. */
  readonly paragraphs: number;
  readonly held: number;
  readonly sameHeadline: boolean;
  /** The redirects on the way; empty when there was none. */
  readonly hops: readonly { readonly url: string; readonly status: number }[];
}

/** What was decided about another address of an article, for the log. */
export interface AddressDecided {
  readonly verdict: "moved" | "refused";
  readonly kind: ClaimKind;
  readonly from: string;
  readonly to: string;
  /** When a look first saw the claim; epoch ms. */
  readonly since: number;
  /** Null where the page there showed no text. */
  readonly evidence: AddressEvidence | null;
}

/** A row of the log. */
export interface AddressDecision extends AddressDecided {
  readonly id: number;
  readonly articleId: ArticleId;
  readonly sourceId: SourceId;
  readonly at: number;
  /** The operator took it back then; the address is not taken again. */
  readonly undoneAt: number | null;
}

/** Articles of a source that went from one site to another: one event of the source. */
export interface SiteMove {
  /** Registrable domains. */
  readonly from: string;
  readonly to: string;
  readonly articles: number;
  readonly firstAt: number;
  readonly lastAt: number;
}
