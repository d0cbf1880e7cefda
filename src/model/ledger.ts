/**
 * A day of the ledger: what was recorded since the day before was closed. Whoever keeps `root` elsewhere can show that
 * nothing of this day, or of any day before, was altered, put in or taken out later.
 */
export interface LedgerDay {
  /** From 1, without gaps. */
  readonly number: number;
  readonly closedAt: number;
  /** How many versions were opened, and the root (hex) of the hash tree over them. */
  readonly versions: number;
  readonly versionsRoot: string;
  /** How many looks were recorded, and the root (hex) of the hash tree over them. */
  readonly captures: number;
  readonly capturesRoot: string;
  /** Root of the day before; null for the first. */
  readonly previousRoot: string | null;
  /** SHA-256 (hex) over all of the above; see `dayRoot`. */
  readonly root: string;
}

/**
 * Shows that a version belongs to a closed day, by what anybody can compute: SHA-256 of a zero byte and `leaf` is the
 * version's leaf; it and `hashes` lead to `day.versionsRoot` (RFC 9162, section 2.1.3); and that is in `day.root`.
 */
export interface VersionProof {
  /** Everything about the version that is never written again, as one JSON list. */
  readonly leaf: string;
  /** Which of the day's versions it is, from 0. */
  readonly index: number;
  /** Hex, the one beside the leaf first. */
  readonly hashes: readonly string[];
  readonly day: LedgerDay;
}
