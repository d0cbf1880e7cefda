import type { LedgerDay } from "#model/ledger";
import type { Visit } from "#publish/http/visit";
import type { Page } from "#store/public-reader";
import { iso } from "./iso.ts";

export const ledgerJson = (visit: Visit, days: Page<LedgerDay>) => ({
  days: days.items.map(dayJson),
  next: days.next === null ? null : `${visit.origin}/ledger.json?before=${days.next}`,
});

/** All that a root is made from, so that anybody can make it again; `closedAtMs` is the number that is hashed. */
export const dayJson = (day: LedgerDay) => ({
  number: day.number,
  closedAt: iso(day.closedAt),
  closedAtMs: day.closedAt,
  versions: day.versions,
  versionsRoot: day.versionsRoot,
  looks: day.captures,
  looksRoot: day.capturesRoot,
  previousRoot: day.previousRoot,
  root: day.root,
});
