import type { ArchivePlace } from "#model/archive";

/**
 * What is kept for ever, because versions cite it, stands in other files than the rest: so a policy that drops the rest
 * deletes whole files, and no file is ever written again.
 */
export type Series = "versions" | "looks";
export const SERIES: readonly Series[] = ["versions", "looks"];

/** A file of the archive by its parts. */
export interface FileName {
  readonly series: Series;
  /** UTC day on which it was begun, as 20260301. */
  readonly day: string;
  /** The worker that writes it; as in its leases. */
  readonly owner: string;
  readonly serial: number;
}

/** A file that is being written: other programs leave it alone. */
export const OPEN_SUFFIX = ".open";

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");

/** The path in the archive, also in a bucket: `versions/20260301-host~12~ab34-0001.warc.gz`. */
export const pathOf = ({ series, day, owner, serial }: FileName): ArchivePlace["file"] =>
  `${series}/${day}-${portable(owner)}-${String(serial).padStart(4, "0")}.warc.gz`;

/** Colons are not allowed in names everywhere; nothing else that a host name has needs care. */
const portable = (owner: string): string => owner.replaceAll(":", "~").replace(/[^\w.~-]/g, "_");

const PATH = /^(versions|looks)\/(\d{8})-(.+)-(\d{4,})\.warc\.gz$/;

/** Null for files that are not ours. */
export function parsePath(path: string): FileName | null {
  const [, series, day, owner, serial] = PATH.exec(path) ?? [];
  if (!series) return null;
  return { series: series as Series, day: day!, owner: owner!.replaceAll("~", ":"), serial: Number(serial) };
}
