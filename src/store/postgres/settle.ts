import { sql } from "kysely";
import type { Settle } from "#store/ledger/close";
import { highest } from "#store/ledger/close";

/**
 * A number is given before its row can be seen. The lock waits until every transaction that has written a version or a
 * look is over, and keeps new ones waiting meanwhile, a few milliseconds: then the highest number seen is final.
 */
export const highestSettled: Settle = async (trx) => {
  await sql`lock table version, capture in share row exclusive mode`.execute(trx);
  return highest(trx);
};
