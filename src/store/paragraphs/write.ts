import { canonical } from "#lib/canonical";
import { digestHex, keyBytes } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import type { RowId, Trx } from "#store/schema";

/** Paragraphs per statement: two parameters each to find, three to insert; few versions have more. */
const CHUNK = 250;
/** The variant of a text that is its own canonical form. */
const CANONICAL = new Uint8Array(0);

interface Keyed {
  readonly text: string;
  readonly hash: Uint8Array;
  readonly variant: Uint8Array;
  readonly key: string;
}

/** Stores every text once and returns its number; new ones become findable. */
export async function internParagraphs(
  trx: Trx,
  dialect: Dialect,
  texts: readonly string[],
): Promise<ReadonlyMap<string, RowId>> {
  const ids = new Map<string, RowId>();
  const distinct = [...new Set(texts)];
  for (let at = 0; at < distinct.length; at += CHUNK) {
    const keyed = distinct.slice(at, at + CHUNK).map(keyOfText);
    const known = await find(trx, keyed);
    const missing = keyed.filter((item) => !known.has(item.key));
    if (missing.length > 0) for (const [key, id] of await insert(trx, dialect, missing)) known.set(key, id);
    for (const item of keyed) ids.set(item.text, known.get(item.key)!);
  }
  return ids;
}

function keyOfText(text: string): Keyed {
  const folded = canonical(text);
  const hash = keyBytes(folded);
  const variant = folded === text ? CANONICAL : keyBytes(text);
  return { text, hash, variant, key: keyOfRow({ hash, variant }) };
}

const keyOfRow = (row: { hash: Uint8Array; variant: Uint8Array }): string =>
  digestHex(row.hash) + digestHex(row.variant);

async function find(trx: Trx, keyed: readonly Keyed[]): Promise<Map<string, RowId>> {
  const rows = await trx
    .selectFrom("paragraph")
    .select(["id", "hash", "variant"])
    .where(
      "hash",
      "in",
      keyed.map((item) => item.hash),
    )
    .execute();
  return new Map(rows.map((row) => [keyOfRow(row), row.id]));
}

/** Those that another process stored meanwhile are read back. */
async function insert(trx: Trx, dialect: Dialect, items: readonly Keyed[]): Promise<Map<string, RowId>> {
  const rows = await dialect.insertParagraphs(trx, items);
  const ids = new Map(rows.map((row) => [keyOfRow(row), row.id]));
  const overtaken = items.filter((item) => !ids.has(item.key));
  return overtaken.length === 0 ? ids : new Map([...ids, ...(await find(trx, overtaken))]);
}
