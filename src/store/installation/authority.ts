import { randomBytes } from "node:crypto";
import type { Db, Trx } from "#store/schema";

const AUTHORITY = "authority";

/** As much as a UUID holds: no two installations ever draw the same one. */
const AUTHORITY_BYTES = 16;

/**
 * An authority of tag URIs (RFC 4151) has to be a domain name or a mail address. A new installation may have no domain yet,
 * or change it later, so it draws a name of its own; `.invalid` is reserved (RFC 2606), so the name never belongs to anyone.
 */
const drawAuthority = (): string => `v-${randomBytes(AUTHORITY_BYTES).toString("hex")}.variorum.invalid`;

/** For a database that was made just now. One of an older program has ids out already: see `settleAuthority`. */
export const giveNewAuthority = (trx: Trx): Promise<unknown> =>
  trx.insertInto("installation").values({ name: AUTHORITY, value: drawAuthority() }).execute();

export async function readAuthority(db: Db): Promise<string | null> {
  const row = await db.selectFrom("installation").select("value").where("name", "=", AUTHORITY).executeTakeFirst();
  return row?.value ?? null;
}

/** The authority that is there; where there is none yet, `otherwise` from now on. Two processes that ask agree. */
export async function settleAuthority(trx: Trx, otherwise: string): Promise<string> {
  await trx
    .insertInto("installation")
    .values({ name: AUTHORITY, value: otherwise })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await readAuthority(trx)) ?? otherwise;
}
