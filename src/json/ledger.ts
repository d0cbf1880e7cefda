import { z } from "zod";
import type { LedgerDay } from "#model/ledger";
import { withQuery } from "#view/addresses";
import type { LedgerView } from "#view/ledger";
import { type Absolute, count, id, instant, iso, schemaOf, url } from "./shapes.ts";

/** All that a root is made from, so that anyone can make it again. */
export const ledgerDay = z.strictObject({
  number: id,
  closedAt: instant,
  closedAtMs: count.describe("The number that is hashed"),
  versions: count,
  versionsRoot: z.string(),
  looks: count,
  looksRoot: z.string(),
  previousRoot: z.string().nullable(),
  root: z.string(),
});

/** Closed days, the latest first. */
export const ledgerRecord = z.strictObject({
  schema: schemaOf("ledger"),
  days: z.array(ledgerDay),
  next: url.nullable(),
});

export const ledgerJson = (days: LedgerView, absolute: Absolute) => ({
  schema: "variorum/ledger/1" as const,
  days: days.items.map(ledgerDayJson),
  next: days.next === null ? null : absolute(withQuery("/ledger.json", { before: days.next })),
});

export const ledgerDayJson = (day: LedgerDay): z.input<typeof ledgerDay> => ({
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
