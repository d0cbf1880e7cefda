import { sha256 } from "#lib/hash";
import type { LedgerDay } from "#model/ledger";

/**
 * SHA-256 (hex) of the UTF-8 lines `variorum day`, number, closedAt (epoch milliseconds), versions, versionsRoot, captures,
 * capturesRoot, previousRoot (empty for the first day), joined by LF. Anybody can compute it from what the ledger's page shows.
 */
export const dayRoot = (day: Omit<LedgerDay, "root">): string =>
  sha256(
    [
      "variorum day",
      day.number,
      day.closedAt,
      day.versions,
      day.versionsRoot,
      day.captures,
      day.capturesRoot,
      day.previousRoot ?? "",
    ].join("\n"),
  );
