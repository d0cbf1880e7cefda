import type { LedgerDay } from "#model/ledger";
import type { Page } from "#store/reader";
import type { Visit } from "../site.ts";
import { iso } from "./iso.ts";

/** All that a root is made from (`closedAtMs` is the number that is hashed), so that anybody can make it again. */
export const ledgerJson = (visit: Visit, days: Page<LedgerDay>) => ({
  days: days.items.map((day) => ({
    number: day.number,
    closedAt: iso(day.closedAt),
    closedAtMs: day.closedAt,
    versions: day.versions,
    versionsRoot: day.versionsRoot,
    looks: day.captures,
    looksRoot: day.capturesRoot,
    previousRoot: day.previousRoot,
    root: day.root,
  })),
  next: days.next === null ? null : `${visit.origin}/ledger.json?before=${days.next}`,
});
