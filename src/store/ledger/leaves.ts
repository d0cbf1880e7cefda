import { leafHash } from "#lib/merkle";
import { digestHex } from "#store/bytes";
import type { CaptureRow, VersionRow } from "#store/schema";
import { encodeSpans } from "#store/versions/span-code";
import type { PartText } from "#store/versions/version-text";

/** A version as it was published: later readings by a better extractor are no part of it. */
export interface PublishedVersion {
  readonly row: VersionRow;
  readonly extractor: string;
  readonly parts: readonly PartText[];
}

const hex = (bytes: Uint8Array | null): string | null => (bytes === null ? null : digestHex(bytes));

/**
 * Leaf of a version: the JSON list of all that is never written again once it is open, its text as printed. What moves on
 * (when it was last seen, whether it alternates) is left out.
 */
export const versionLeaf = (version: PublishedVersion): Uint8Array => leafHash(versionData(version));

export const versionData = ({ row, extractor, parts }: PublishedVersion): string =>
  JSON.stringify([
    "version",
    row.article_id,
    row.number,
    row.first_seen_at,
    row.confirmed_at,
    row.previous_seen_at,
    digestHex(row.text_hash),
    digestHex(row.chain_hash),
    row.published_at,
    row.modified_at,
    row.language,
    row.byline,
    row.live,
    row.facts,
    extractor,
    parts.map(({ part, text, spans }) => (spans ? [part, text, encodeSpans(spans)] : [part, text])),
  ]);

/**
 * Leaf of a look: the JSON list of what it met. The article is not in it, because two articles that prove to be one become
 * one, nor the number of a version, which a later look may give to the text that this one met.
 */
export const captureLeaf = (row: CaptureRow): Uint8Array =>
  leafHash(
    JSON.stringify([
      "capture",
      row.captured_at,
      row.took_ms,
      row.outcome,
      row.status,
      row.final_url,
      row.decision,
      row.reason,
      hex(row.body_digest),
      row.body_bytes,
    ]),
  );
