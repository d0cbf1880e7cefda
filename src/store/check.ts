import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "kysely";
import { canonical } from "#lib/canonical";
import { FailureError } from "#model/failure";
import { readyAt } from "#store/hosts/queue";
import { chainHash } from "#store/versions/chain";
import { paragraphTexts } from "#store/versions/read";
import { readRefs } from "#store/versions/version-text";
import { digestHex, keyBytes } from "./bytes.ts";
import type { Db, RowId } from "./schema.ts";

/** Rows verified between two breaths of the event loop. */
const BATCH = 500;
/** Problems listed of one kind: one broken disk makes thousands. */
const MAX_REPORTED = 20;

/** One kind of damage: what is found, in words. */
export type Check = (db: Db) => Promise<readonly string[]>;

/** Everything that can be verified without asking the publishers again, in words; `own` is what only this database has. */
export async function checkDatabase(db: Db, own: readonly Check[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const part of [...own, relations, queue, chains, paragraphs]) {
    const found = await part(db).catch(damaged);
    problems.push(...found.slice(0, MAX_REPORTED));
    if (found.length > MAX_REPORTED) problems.push(`... and ${found.length - MAX_REPORTED} more like the last`);
  }
  return problems;
}

/** A part that meets damage of the database itself says so, and the others are checked all the same. */
function damaged(error: unknown): readonly string[] {
  if (!(error instanceof FailureError) || error.failure.code !== "store-corrupt") throw error;
  return [error.message];
}

/** Statements that list what must not be: each row is one problem, in words. */
const RELATIONS = [
  `select 'article ' || a.id || ' counts ' || a.version_count || ' versions but has ' ||
     (select count(*) from version v where v.article_id = a.id) as problem
   from article a where a.version_count <> (select count(*) from version v where v.article_id = a.id)`,
  `select 'the latest version of article ' || a.id || ' is not the one it names' as problem from article a
   where a.latest_version_id is distinct from
     (select v.id from version v where v.article_id = a.id order by v.number desc limit 1)`,
  `select 'version ' || v.number || ' of article ' || v.article_id || ' has no change before it' as problem
   from version v where v.number > 1 and not exists
     (select 1 from change c where c.article_id = v.article_id and c.to_number = v.number and c.from_number = v.number - 1)`,
  `select 'version ' || v.number || ' of article ' || v.article_id || ' has no looks at the times when it was first and last seen' as problem
   from version v where not exists
     (select 1 from capture c where c.article_id = v.article_id and c.captured_at = v.first_seen_at)
     or not exists (select 1 from capture c where c.article_id = v.article_id and c.captured_at = v.last_seen_at and c.version_number = v.number)`,
  `select 'change ' || c.id || ' has other times than its versions' as problem from change c
   join version v on v.article_id = c.article_id and v.number = c.to_number
   where c.from_article_id is null and (c.from_number <> c.to_number - 1 or c.seen_at <> coalesce(v.confirmed_at, v.first_seen_at)
     or (v.previous_seen_at is not null and c.last_seen_old_at <> v.previous_seen_at))`,
  `select 'change ' || c.id || ' leads to a version that is not there' as problem from change c where not exists
     (select 1 from version v where v.article_id = c.article_id and v.number = c.to_number)`,
  `select 'change ' || c.id || ' begins with a version that is not there' as problem from change c
   where c.from_article_id is not null and (c.to_number <> 1 or not exists
     (select 1 from version v where v.article_id = c.from_article_id and v.number = c.from_number))`,
  `select 'article ' || a.id || ' is joined to one that is joined itself' as problem
   from article a join article e on e.id = a.joined_to where e.joined_to is not null or e.id >= a.id`,
  `select 'article ' || a.id || ' is joined, and no join says so' as problem from article a
   where a.joined_to is not null and not exists (select 1 from article_join j
     where j.undone_at is null and (j.younger_id = a.id or j.elder_id = a.id))`,
  `select 'of article ' || a.id || ' and what was joined to it not exactly one is looked at' as problem from article a
   where a.joined_to is null and (select count(*) from article s
     where (s.id = a.id or s.joined_to = a.id) and s.status <> 'joined') <> 1`,
  `select 'capture ' || c.id || ' met a version that is not there' as problem from capture c
   where c.version_number is not null and not exists
     (select 1 from version v where v.article_id = c.article_id and v.number = c.version_number)`,
  `select 'a variant of article ' || r.article_id || ' stood beside a version that is not there' as problem
   from variant r join article a on a.id = r.article_id where r.version_number > a.version_count`,
  ...["version", "capture", "change", "reading"].map(
    (table) => `select 'a ${table} of article ' || a.id || ' is under another source than its article' as problem
   from ${table} t join article a on a.id = t.article_id where t.source_id <> a.source_id`,
  ),
  `select 'an occurrence of paragraph ' || o.paragraph_id || ' is of another article than its version' as problem
   from occurrence o join version v on v.id = o.first_version_id where v.article_id <> o.article_id`,
  `select 'article ' || a.id || ' cannot be found by its address' as problem from article a
   where a.status <> 'joined' and not exists (select 1 from article_url u where u.article_id = a.id)`,
];

async function relations(db: Db): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const statement of RELATIONS) {
    const result = await sql.raw<{ problem: string }>(statement).execute(db);
    problems.push(...result.rows.map((row) => row.problem));
  }
  return problems;
}

/** Every host is ready at the instant at which the first of its work is due. */
async function queue(db: Db): Promise<readonly string[]> {
  const wrong = await sql<{ key: string }>`
    select key from host where ready_at is distinct from ${readyAt(sql`host.id`, sql`host.next_free_at`)}`.execute(db);
  return wrong.rows.map(({ key }) => `host ${key} has the wrong instant in the queue`);
}

/** The chain of hashes of every article, and that the paragraphs and occurrences of every version are there. */
async function chains(db: Db): Promise<readonly string[]> {
  const problems: string[] = [];
  let previous = { article: 0, number: 0, hash: "" };
  for (;;) {
    const rows = await db
      .selectFrom("version")
      .select(["article_id", "number", "text", "headline_id", "text_hash", "chain_hash", "first_seen_at"])
      .where(sql<boolean>`(article_id, number) > (${previous.article}, ${previous.number})`)
      .orderBy("article_id")
      .orderBy("number")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return problems;
    for (const row of rows) {
      const follows = row.article_id === previous.article;
      const name = `version ${row.number} of article ${row.article_id}`;
      if (row.number !== (follows ? previous.number + 1 : 1)) problems.push(`${name} does not follow the one before`);
      const link = { textHash: digestHex(row.text_hash), number: row.number, firstSeenAt: row.first_seen_at };
      const hash = chainHash({ ...link, previous: follows ? previous.hash : null });
      previous = { article: row.article_id, number: row.number, hash: digestHex(row.chain_hash) };
      if (hash !== previous.hash) problems.push(`${name} breaks the chain of hashes: it or one before was altered`);
      problems.push(...(await textProblems(db, row)).map((problem) => `${name} ${problem}`));
    }
    await breathe();
  }
}

async function textProblems(
  db: Db,
  { text, headline_id: headlineId }: { readonly text: string; readonly headline_id: RowId | null },
): Promise<readonly string[]> {
  const refs = readRefs(text);
  if (refs === null) return ["has a damaged list of paragraphs"];
  const problems: string[] = [];
  const headline = refs.find(({ part }) => part === "headline")?.paragraph ?? null;
  if (headline !== headlineId) problems.push("is listed under another headline than it has");
  const wanted = new Set(refs.map(({ paragraph }) => paragraph));
  const missing = wanted.size - (await paragraphTexts(db, [...wanted])).size;
  if (missing > 0) problems.push(`lacks ${missing} of its paragraphs`);
  return problems;
}

/** Every paragraph still is what its hash says, and stands in an article. */
async function paragraphs(db: Db): Promise<readonly string[]> {
  const problems: string[] = [];
  let last: RowId = 0;
  for (;;) {
    const rows = await db
      .selectFrom("paragraph")
      .select(["id", "hash", "variant", "text"])
      .select(
        sql<number>`case when exists (select 1 from occurrence o where o.paragraph_id = paragraph.id)
        or exists (select 1 from reading_paragraph r where r.paragraph_id = paragraph.id) then 1 else 0 end`.as("used"),
      )
      .where("id", ">", last)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return problems;
    for (const row of rows) {
      const folded = canonical(row.text);
      const variant = folded === row.text ? "" : digestHex(keyBytes(row.text));
      if (digestHex(row.hash) !== digestHex(keyBytes(folded)) || digestHex(row.variant) !== variant) {
        problems.push(`the text of paragraph ${row.id} was altered`);
      }
      if (row.used === 0) problems.push(`paragraph ${row.id} belongs to no article`);
    }
    last = rows.at(-1)!.id;
    await breathe();
  }
}
