import { digestBytes } from "#store/bytes";
import type { TokenState } from "#store/reader";
import type { Db } from "#store/schema";
import type { TokenKind } from "#store/schema-upkeep";

export async function readToken(db: Db, kind: TokenKind, hash: string, now: number): Promise<TokenState | null> {
  const row = await db
    .selectFrom("token")
    .select(["expires_at", "notice"])
    .where("hash", "=", digestBytes(hash))
    .where("kind", "=", kind)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row ? { expiresAt: row.expires_at, notice: row.notice } : null;
}
