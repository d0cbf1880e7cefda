import { digestBytes } from "#store/bytes";
import type { Trx } from "#store/schema";
import type { TokenKind } from "#store/schema-upkeep";
import type { NewToken } from "#store/writer";

/** Keeps a token by its hash, and forgets all whose time is over. */
export async function saveToken(trx: Trx, token: NewToken, now: number): Promise<void> {
  const { kind, hash, expiresAt, browser } = token;
  await trx.deleteFrom("token").where("expires_at", "<=", now).execute();
  const row = { hash: digestBytes(hash), kind, expires_at: expiresAt, notice: null, made_at: now, browser };
  await trx.insertInto("token").values(row).execute();
}

/** True when it was there and its time not over; it is gone afterwards in any case. */
export async function takeToken(trx: Trx, kind: TokenKind, hash: string, now: number): Promise<boolean> {
  const taken = await trx
    .deleteFrom("token")
    .where("hash", "=", digestBytes(hash))
    .where("kind", "=", kind)
    .returning("expires_at")
    .executeTakeFirst();
  return taken !== undefined && taken.expires_at > now;
}

export async function noteToken(trx: Trx, hash: string, notice: string | null): Promise<void> {
  await trx.updateTable("token").set({ notice }).where("hash", "=", digestBytes(hash)).execute();
}

export async function useToken(trx: Trx, hash: string, now: number): Promise<void> {
  await trx.updateTable("token").set({ used_at: now }).where("hash", "=", digestBytes(hash)).execute();
}

export async function dropTokens(trx: Trx, kind: TokenKind): Promise<void> {
  await trx.deleteFrom("token").where("kind", "=", kind).execute();
}
