import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import { pathsOf } from "#newsroom/article";
import { openPress } from "#newsroom/press";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import type { LookRecord } from "#store/writer";
import { fingerprint } from "#version/fingerprint";
import { recall } from "#version/recall";
import { printTable } from "../table.ts";
import type { WatchedDatabase } from "./database.ts";

const START_AT = Date.UTC(2026, 4, 4, 6, 0);
/** Writes that are under way at the same time, as in a worker. */
const AT_ONCE = 16;
const ARTICLES_PER_HOST = 50;
/** What holds the text of a version, all its indexes included; the looks themselves, pages and articles' rows do not. */
const TEXT_TABLES = ["version", "change", "occurrence", "paragraph", "paragraph_fts", "deciding"];

interface Edited {
  readonly id: ArticleId;
  readonly url: string;
  readonly texts: readonly VersionText[];
}

/**
 * Bytes of a version after the first: the newsroom's articles that are edited, first as they were published, then with all
 * their edits, written as the engine writes them; what each table and its indexes grew by. The database is left as it is
 * after a clean-up of its own; nothing is packed again.
 */
export async function measureBytes(database: WatchedDatabase, articles: number): Promise<void> {
  const store = await openStore(database.place);
  const edited = await editedArticles(store, articles);
  await inTurns(edited, (article) => store.writer.recordLook(versionOf(article, 1)));
  await database.tidy();
  const before = await sizes(database);
  let versions = 0;
  await inTurns(edited, async (article) => {
    for (let number = 2; number <= article.texts.length; number++) {
      await store.writer.recordLook(versionOf(article, number));
      versions++;
    }
  });
  await store.close();
  await database.tidy();
  const after = await sizes(database);
  const grown = [...after.keys()].map((table) => [table, after.get(table)! - (before.get(table) ?? 0)] as const);
  const text = grown.filter(([table]) => TEXT_TABLES.includes(table));
  const total = text.reduce((sum, [, bytes]) => sum + bytes, 0);
  const each = (bytes: number) => Math.round(bytes / versions);
  printTable(
    `bytes of a version after the first, ${database.name}: ${edited.length} articles, ${versions} later versions, ${Math.round(words(edited))} words each`,
    ["table, with its indexes", "bytes per version"],
    [
      ...text.sort(([, a], [, b]) => b - a).map(([table, bytes]) => [table, each(bytes)] as const),
      ["all of these", each(total)],
      ...grown
        .filter(([table, bytes]) => !TEXT_TABLES.includes(table) && each(bytes) !== 0)
        .map(([table, bytes]) => [`not counted: ${table}`, each(bytes)] as const),
    ],
  );
}

function words(edited: readonly Edited[]): number {
  const all = edited.flatMap(({ texts }) => texts[0]!.blocks);
  return all.reduce((sum, { text }) => sum + text.split(" ").length, 0) / edited.length;
}

async function editedArticles(store: Store, articles: number): Promise<readonly Edited[]> {
  const edited: Edited[] = [];
  const { houses } = openPress(START_AT, 7, { hosts: Math.ceil(articles / ARTICLES_PER_HOST), articles });
  for (const { site, articles: all } of houses()) {
    if (site.kind !== "generated") continue;
    const base = `http://${site.host}.localhost`;
    const { id } = await store.writer.addSource({ name: site.name, homeUrl: base, patterns: NO_PATTERNS }, START_AT);
    const several = [...all()].filter((article) => article.changesAt.length > 1 && !article.live);
    const found = several.map((article) => ({
      url: base + pathsOf(article)[0]!,
      title: null,
      publishedAt: null,
      updatedAt: null,
    }));
    const ids = await store.writer.addArticles(id, found, START_AT);
    for (const [at, article] of several.entries())
      edited.push({ id: ids[at]!, url: found[at]!.url, texts: article.states().map(({ text }) => text) });
  }
  return edited;
}

/** As many at once as in a worker, each article's looks in their order. */
async function inTurns(articles: readonly Edited[], work: (article: Edited) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < articles.length; at += AT_ONCE)
    await Promise.all(articles.slice(at, at + AT_ONCE).map((article) => work(article)));
}

/** The look that opens this version, with what the engine knows by then. */
function versionOf({ id, url, texts }: Edited, number: number): LookRecord {
  const capturedAt = START_AT + number * HOUR_MS + (id % 1000) * 1000;
  const text = texts[number - 1]!;
  const old = texts[number - 2];
  const past = texts.slice(0, number).map((one, at) => ({ number: at + 1, text: one, lastSeenAt: capturedAt }));
  const memory = recall(past.reverse())!;
  return {
    articleId: id,
    capturedAt,
    tookMs: 120,
    outcome: "changed",
    status: 200,
    finalUrl: url,
    decision: number === 1 ? "first" : "new",
    reason: { code: "new-stayed", hold: "confirm", looks: 2, overMs: 90_000 },
    bodyDigest: fingerprint({ ...text, headline: `${url} ${number}` }),
    bodyBytes: 20_000,
    decided: { after: number - 1, memory, variants: [] },
    version: {
      after: number - 1,
      text,
      textHash: fingerprint(text),
      byline: [],
      publishedAt: new Date(START_AT - DAY_MS).toISOString(),
      modifiedAt: new Date(capturedAt).toISOString(),
      dateRaised: true,
      language: "en",
      extractor: "variorum/3+1",
      facts: { section: null, credits: ["Staff"], leadImage: null, links: [], entries: [], continuesAt: null },
      ...(old && { summary: summarise(old, text, collateTexts(old, text), "en") }),
    },
    state: {
      status: "watched",
      statusReason: null,
      nextLookAt: capturedAt + HOUR_MS,
      periodMs: HOUR_MS,
      failures: 0,
      etag: null,
      lastModified: null,
      bodyDigest: null,
    },
  };
}

/** Bytes by table, its indexes and parts included. */
async function sizes(database: WatchedDatabase): Promise<ReadonlyMap<string, number>> {
  const sql = database.name.startsWith("SQLite") ? SQLITE_SIZES : POSTGRES_SIZES;
  const rows = await database.rows<{ name: string; bytes: number }>(sql);
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

/** The full text lives in tables of its own, whose names begin with that of the virtual one. */
const SQLITE_SIZES = `
  select case when tbl like 'paragraph_fts%' then 'paragraph_fts' else tbl end as name, sum(bytes) as bytes from (
    select coalesce(s.tbl_name, d.name) as tbl, d.pgsize as bytes from dbstat d left join sqlite_schema s on s.name = d.name
  ) group by 1`;

/** The months of a partitioned table together. */
const POSTGRES_SIZES = `
  select regexp_replace(c.relname, '^capture_.*', 'capture') as name, sum(pg_total_relation_size(c.oid)) as bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname = 'public' group by 1`;
