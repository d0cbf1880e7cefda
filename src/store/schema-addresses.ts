import type { Generated, Selectable } from "kysely";
import type { ClaimKind } from "#model/address-claim";
import type { ArticleId, SourceId } from "#model/id";

/** What was decided about another address of an article. */
export interface AddressDecisionTable {
  id: Generated<number>;
  article_id: ArticleId;
  source_id: SourceId;
  at: number;
  verdict: "moved" | "refused";
  kind: ClaimKind;
  from_url: string;
  to_url: string;
  /** Registrable domains. */
  from_site: string;
  to_site: string;
  /** As in `article_url`. */
  to_key: Uint8Array;
  since_at: number;
  /** JSON of `AddressEvidence`. */
  evidence: string | null;
  undone_at: number | null;
}

export type AddressDecisionRow = Selectable<AddressDecisionTable>;
