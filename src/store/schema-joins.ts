import type { Generated } from "kysely";
import type { ArticleId, SourceId } from "#model/id";
import type { ClueKind, JoinCause } from "#model/join";

/** That two articles are one. A row is never taken out: undoing a join dates it. */
export interface ArticleJoinTable {
  id: Generated<number>;
  source_id: SourceId;
  younger_id: ArticleId;
  elder_id: ArticleId;
  /** Which of the two is looked at from then on. */
  living_id: ArticleId;
  why: JoinCause;
  /** JSON of `JoinEvidence`. */
  evidence: string;
  joined_at: number;
  undone_at: number | null;
}

/** That two articles may be one: asked at the next look. */
export interface ClueTable {
  article_id: ArticleId;
  other_id: ArticleId;
  source_id: SourceId;
  kind: ClueKind;
  found_at: number;
  /** When a look compared the two, and found them to be different; null before. */
  asked_at: number | null;
}

/** A name other than its address by which a list of the source knows an article. */
export interface KnownNameTable {
  source_id: SourceId;
  /** First 16 bytes of SHA-256 of the kind and the name. */
  name_hash: Uint8Array;
  article_id: ArticleId;
}
