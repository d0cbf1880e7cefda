import type { Selectable } from "kysely";
import { digestBytes, digestHex } from "#store/bytes";
import type { TokenState } from "#store/reader";
import type { Db } from "#store/schema";
import type { TokenKind, TokenTable } from "#store/schema-upkeep";

/** No operator uses more browsers; a list that is longer helps no one. */
const MAX_TOKENS = 100;

export async function readToken(db: Db, kind: TokenKind, hash: string, now: number): Promise<TokenState | null> {
  const row = await known(db, kind, now).where("hash", "=", digestBytes(hash)).executeTakeFirst();
  return row ? stateOf(row) : null;
}

export async function readTokens(db: Db, kind: TokenKind, now: number): Promise<readonly TokenState[]> {
  const rows = await known(db, kind, now).orderBy("made_at", "desc").orderBy("hash").limit(MAX_TOKENS).execute();
  return rows.map(stateOf);
}

const known = (db: Db, kind: TokenKind, now: number) =>
  db.selectFrom("token").selectAll().where("kind", "=", kind).where("expires_at", ">", now);

const stateOf = (row: Selectable<TokenTable>): TokenState => ({
  hash: digestHex(row.hash),
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  browser: row.browser,
  notice: row.notice,
});
