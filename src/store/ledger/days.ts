import type { Selectable } from "kysely";
import type { LedgerDay } from "#model/ledger";
import { digestHex } from "#store/bytes";
import type { Page, PageQuery } from "#store/reader";
import type { Db } from "#store/schema";
import type { LedgerDayTable } from "#store/schema-upkeep";

export type LedgerDayRow = Selectable<LedgerDayTable>;

export const toLedgerDay = (row: LedgerDayRow, previousRoot: string | null): LedgerDay => ({
  number: row.number,
  closedAt: row.closed_at,
  versions: row.versions,
  versionsRoot: digestHex(row.versions_root),
  captures: row.captures,
  capturesRoot: digestHex(row.captures_root),
  previousRoot,
  root: digestHex(row.root),
});

/** Newest first; `before` is a day's number. */
export async function ledgerPage(db: Db, { before, limit }: PageQuery): Promise<Page<LedgerDay>> {
  let select = db.selectFrom("ledger_day").selectAll().orderBy("number", "desc");
  if (before !== undefined) select = select.where("number", "<", before);
  // One more than asked for: it tells the root before the last one shown, and whether there is another page.
  const rows = await select.limit(limit + 1).execute();
  const days = rows.slice(0, limit).map((row, at) => toLedgerDay(row, rootOf(rows[at + 1])));
  return { items: days, next: rows.length > limit ? days.at(-1)!.number : null };
}

const rootOf = (row: LedgerDayRow | undefined): string | null => (row ? digestHex(row.root) : null);

export const lastDay = (db: Db): Promise<LedgerDayRow | undefined> =>
  db.selectFrom("ledger_day").selectAll().orderBy("number", "desc").limit(1).executeTakeFirst();
