import type { DatabaseSync } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import { FailureError } from "#model/failure";
import { indexedWords } from "#store/postgres/search-words";

/** A value of a row as either driver gives it. */
export type Value = number | string | Uint8Array | null;

export interface MovedColumn {
  readonly name: string;
  /** In PostgreSQL. */
  readonly type: string;
  /** How it is read from the file: its own name, or an expression. */
  readonly read: string;
  /** Made from what was read; absent for what goes over as it is. */
  readonly made?: (read: Value) => Value;
}

/** A table with all that it takes to copy it: rows are read and compared in the order of their key. */
export interface MovedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly MovedColumn[];
  /** Whose numbers the database gives. */
  readonly numbered: boolean;
}

/** Tables that hold data in a file of ours: not those of the migrator, nor of SQLite and its full text. */
const DATA_TABLES = `
  select name from sqlite_schema where type = 'table' and sql like '%strict%' and name not like 'sqlite%' order by rowid`;

/** All tables of the file in an order in which each comes after those that it refers to. */
export async function movedTables(file: DatabaseSync, target: Kysely<never>): Promise<readonly MovedTable[]> {
  const names = file
    .prepare(DATA_TABLES)
    .all()
    .map((row) => String(row["name"]));
  const tables: MovedTable[] = [];
  for (const name of inOrder(file, names)) tables.push(await movedTable(file, target, name));
  return tables;
}

function inOrder(file: DatabaseSync, names: readonly string[]): readonly string[] {
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const row of file.prepare(`select "table" as parent from pragma_foreign_key_list('${name}')`).all()) {
      if (row["parent"] !== name) visit(String(row["parent"]));
    }
    ordered.add(name);
  };
  for (const name of names) visit(name);
  return [...ordered];
}

async function movedTable(file: DatabaseSync, target: Kysely<never>, name: string): Promise<MovedTable> {
  const inFile = file.prepare(`select name, pk from pragma_table_info('${name}') order by cid`).all();
  const has = new Set(inFile.map((row) => String(row["name"])));
  const inTarget = await sql<{ name: string; type: string; is_default: boolean }>`
    select attname as name, format_type(atttypid, null) as type, atthasdef or attidentity <> '' as is_default
    from pg_attribute
    where attrelid = (
      select oid from pg_class where relname = ${name} and relnamespace = current_schema()::regnamespace
    ) and attnum > 0 and not attisdropped order by attnum`.execute(target);
  const known = new Set(inTarget.rows.map((column) => column.name));
  const lost = [...has].filter((column) => !known.has(column));
  if (lost.length > 0) throw cannotMove(name, `the database has no place for ${lost.join(", ")}`);
  const key = inFile.filter((row) => Number(row["pk"]) > 0).sort((a, b) => Number(a["pk"]) - Number(b["pk"]));
  return {
    name,
    key: key.map((row) => String(row["name"])),
    columns: inTarget.rows.map((column) => movedColumn(name, column, has)),
    numbered: inTarget.rows.some((column) => column.name === "id" && column.is_default),
  };
}

function movedColumn(
  table: string,
  { name, type }: { readonly name: string; readonly type: string },
  has: ReadonlySet<string>,
): MovedColumn {
  if (has.has(name)) return { name, type, read: `t.${name}` };
  if (table === "paragraph" && name === "words")
    return { name, type, read: "t.text", made: (text) => indexedWords(String(text)) };
  if (name === "source_id" && has.has("article_id"))
    return { name, type, read: "(select a.source_id from article a where a.id = t.article_id)" };
  throw cannotMove(table, `nothing in the file tells what its ${name} is`);
}

const cannotMove = (table: string, why: string): FailureError =>
  new FailureError({ advice: "stop", code: "move-unknown", message: `The table ${table} cannot be moved: ${why}.` });
