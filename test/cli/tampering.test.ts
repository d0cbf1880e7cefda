import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { after, suite, test } from "node:test";
import { zstdCompressSync } from "node:zlib";
import pg from "pg";
import { HOUR_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { fingerprint } from "#version/fingerprint";
import { addArticle, lookOf, T0, textOf, versionOf } from "../contract/fixtures.ts";
import { testServer } from "../store/postgres/server.ts";
import { run } from "./run.ts";
import { watchInto } from "./watched.ts";

const server = testServer();

/**
 * Every column of what the ledger covers: altered by itself it is found, or stands among those that no one seals
 * (docs/decisions/0026-ledger.md). A new column has to be put into one of the two.
 */
const COLUMNS: Readonly<Record<string, { readonly found: string; readonly outside: string; readonly row?: string }>> = {
  version: {
    found:
      "id article_id source_id number headline_id text byline published_at modified_at language extractor first_seen_at last_seen_at previous_seen_at text_hash chain_hash confirmed_at live facts reading_hash",
    outside: "alternating date_raised paragraph_high taken_back repeats",
  },
  paragraph: { found: "id hash variant text words", outside: "" },
  capture: {
    found:
      "id article_id source_id captured_at took_ms outcome status final_url decision reason version_number body_digest body_bytes",
    outside: "",
    row: "version_number = 1 and captured_at = (select min(first_seen_at) from version)",
  },
  change: {
    found: "article_id source_id from_number from_article_id to_number seen_at last_seen_old_at",
    outside: "id summary packed collated labelled_by label_bits rank silent reading_only running_from repeats",
  },
  reading: { found: "article_id source_id number extractor text_hash text", outside: "id headline_id read_until" },
  archive_file: { found: "id name", outside: "" },
  archived_body: { found: "digest file_id start length", outside: "content_type" },
  raw_body: { found: "digest zstd", outside: "content_type" },
  ledger_day: {
    found: "number closed_at version_high versions versions_root capture_high captures captures_root root",
    outside: "",
  },
  ledger_part: { found: "day kind marks", outside: "part" },
};

type Value = string | number | Uint8Array | null;

/** A database as somebody who may write into it sees it. */
interface Backdoor {
  rows(sql: string, values?: readonly Value[]): Promise<readonly Readonly<Record<string, Value>>[]>;
  columns(table: string): Promise<readonly { readonly name: string; readonly type: string }[]>;
  /** Names the n-th value of a statement. */
  parameter(n: number): string;
  close(): Promise<void>;
}

function fileBackdoor(file: string): Backdoor {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec("pragma foreign_keys = off");
  return {
    rows: async (sql, values = []) => db.prepare(sql).all(...(values as SQLInputValue[])) as Record<string, Value>[],
    columns: async (table) =>
      db.prepare(`select name, lower(type) as type from pragma_table_info('${table}')`).all() as {
        name: string;
        type: string;
      }[],
    parameter: () => "?",
    close: async () => db.close(),
  };
}

async function serverBackdoor(url: string): Promise<Backdoor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // No foreign key is looked at.
  await client.query("set session_replication_role = replica");
  const rows = async (sql: string, values: readonly Value[] = []) =>
    (
      await client.query({
        text: sql,
        values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      })
    ).rows;
  return {
    rows,
    columns: async (table) =>
      rows(
        "select column_name as name, data_type as type from information_schema.columns where table_schema = current_schema() and table_name = $1",
        [table],
      ),
    parameter: (n) => `$${n}`,
    close: () => client.end(),
  };
}

/** Another value of the same type; far off where it is a number, so that it is no one else's. */
function altered(value: Value, type: string): Value {
  if (/text|char/.test(type)) return `${value ?? ""}x`;
  if (/blob|bytea/.test(type)) {
    const bytes = Uint8Array.from((value as Uint8Array | null) ?? new Uint8Array(32));
    return bytes.length === 0 ? Uint8Array.of(7) : bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1);
  }
  return /smallint/.test(type) ? 1 - Number(value ?? 0) : Number(value ?? 0) + 1_000_003;
}

async function filled(place: string, archive: string): Promise<void> {
  await watchInto({ place, archive, hours: 5 });
  const store = await openStore(place);
  const id = await addArticle(store, "https://kept.example/1");
  const page = Buffer.from("<p>a page in the database</p>");
  const digest = createHash("sha256").update(page).digest("hex");
  const raw = { digest, zstd: zstdCompressSync(page), contentType: "text/html" };
  for (const [after, words] of ["Ten hurt.", "Twelve hurt."].entries()) {
    const text = textOf("Storm", words);
    const version = versionOf(after, text, { textHash: fingerprint(text), extractor: "test/1" });
    const look = { outcome: "changed", decision: "new", version, bodyDigest: digest, raw } as const;
    await store.writer.recordLook(lookOf(id, T0 + after * HOUR_MS, look));
  }
  await store.closeDay(T0 + 9 * HOUR_MS);
  const now = textOf("Storm", "Ten were hurt.");
  const readings = [{ number: 1, text: now, textHash: fingerprint(now), extractor: "test/2" }];
  await store.writer.replaceReadings(id, { versionCount: 2, readings, summaries: [], now: T0 + 9 * HOUR_MS });
  // Read again by another extractor, which says the same: the ledger knows the first.
  const same = textOf("Storm", "Twelve hurt.");
  const again = [{ number: 2, text: same, textHash: fingerprint(same), extractor: "test/2" }];
  await store.writer.replaceReadings(id, { versionCount: 2, readings: again, summaries: [], now: T0 + 9 * HOUR_MS });
  assert.deepEqual(
    (await store.reader.earlierReadings(id)).map(({ number }) => number),
    [1],
  );
  await store.close();
}

for (const kind of ["SQLite", "PostgreSQL"] as const)
  suite(`variorum verify, whatever is altered in ${kind}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "variorum-tampering-"));
    after(() => rmSync(folder, { recursive: true, force: true }));

    test("finds it, or it is among what no one seals", async () => {
      const url = kind === "SQLite" ? "" : await server.freshDatabase();
      const place = url === "" ? join(folder, "variorum.db") : url;
      await filled(place, join(folder, "archive"));
      const verify = async (): Promise<readonly string[]> => {
        const ran = await run(["verify", "--json", "--data", folder], {
          cwd: folder,
          variables: { DATABASE_URL: url },
        });
        assert.ok(ran.code < 2 && ran.out !== "", ran.err);
        return (JSON.parse(ran.out) as { problems: string[] }).problems;
      };
      assert.deepEqual(await verify(), []);
      const db = url === "" ? fileBackdoor(place) : await serverBackdoor(url);
      const wrong: string[] = [];
      for (const [table, { found, outside, row }] of Object.entries(COLUMNS)) {
        for (const { name, type } of await db.columns(table)) {
          const isSealed = found.split(" ").includes(name);
          assert.ok(isSealed || outside.split(" ").includes(name), `${table}.${name} is in neither list`);
          const undo = await spoil(db, table, name, type, row);
          const problems = await verify();
          // A number that is no one's is found by its foreign key, where there is one; another one would not be.
          const told = problems.filter((problem) => isSealed || !/ points to a /.test(problem));
          if (told.length > 0 !== isSealed) wrong.push(`${table}.${name}: ${JSON.stringify(problems)}`);
          await undo();
        }
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(await verify(), [], "everything stands as before");
      await db.close();
    });
  });

/** Alters one row of a closed day; returns how to put it back. */
async function spoil(
  db: Backdoor,
  table: string,
  column: string,
  type: string,
  row = "true",
): Promise<() => Promise<void>> {
  const names = (await db.columns(table)).map(({ name }) => name);
  const [before] = await db.rows(`select * from ${table} where ${row} order by ${names[0]} limit 1`);
  assert.ok(before, `no row of ${table}`);
  const change = async (from: Readonly<Record<string, Value>>, to: Value) => {
    const known = names.filter((name) => from[name] !== null);
    const where = known.map((name, at) => `${name} = ${db.parameter(at + 2)}`).join(" and ");
    await db.rows(`update ${table} set ${column} = ${db.parameter(1)} where ${where}`, [
      to,
      ...known.map((name) => from[name]!),
    ]);
  };
  const value = altered(before[column]!, type);
  await change(before, value);
  return () => change({ ...before, [column]: value }, before[column]!);
}
