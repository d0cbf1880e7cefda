import { type RawBuilder, sql } from "kysely";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import type { SourceId } from "#model/id";
import { BROKEN_AFTER } from "#model/source";
import { waitingBySource } from "#store/articles/seed";
import { hubs as readHubs } from "#store/hubs/read";
import { hiddenFailures, hiddenLooks } from "#store/looks/hidden-looks";
import { type Counts, SILENT_AFTER_MS, type SourceHealth, type SourceState, type SourceWaiting } from "#store/reader";
import { toSource } from "#store/rows";
import type { Db, SourceRow } from "#store/schema";
import { isHidden, isShown } from "#store/visible";
import { readFeeds, sourcesById } from "./read.ts";
import { toSiteFault } from "./site-fault.ts";

interface Numbers {
  readonly articles: number;
  readonly articlesToday: number;
  readonly changesToday: number;
  readonly looksToday: number;
  readonly failedLooksToday: number;
  readonly lastArticleAt: number | null;
}

interface States {
  readonly brokenFeeds: number;
  readonly failingFeeds: number;
  readonly lastArticleAt: number | null;
}

type StateColumn =
  | "id"
  | "name"
  | "home_url"
  | "created_at"
  | "fault_since"
  | "fault_reason"
  | "fault_articles"
  | "paused_at";

/** Latest article of the source `s`: the end of an index. */
const lastArticle = sql`(select max(a.first_seen_at) from article a where a.source_id = s.id and a.seeded = 0 and ${isShown("a")})`;

export async function sourceStates(db: Db, now: number): Promise<readonly SourceState[]> {
  const { rows } = await sql<Pick<SourceRow, StateColumn> & States>`
    select s.id, s.name, s.home_url, s.created_at, s.fault_since, s.fault_reason, s.fault_articles, s.paused_at, ${lastArticle} as "lastArticleAt",
      (select count(*) from feed f where f.source_id = s.id and f.failures >= ${BROKEN_AFTER}) as "brokenFeeds",
      (select count(*) from feed f
        where f.source_id = s.id and f.failures > 0 and f.failures < ${BROKEN_AFTER}) as "failingFeeds"
    from source s where s.removed_at is null order by s.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    homeUrl: row.home_url,
    brokenFeeds: row.brokenFeeds,
    failingFeeds: row.failingFeeds,
    lastArticleAt: row.lastArticleAt,
    fault: toSiteFault(row),
    pausedAt: row.paused_at,
    silentSince: silentHours(now - (row.lastArticleAt ?? row.created_at)),
  }));
}

/** "Today" is the last 24 hours; for looks, which are counted by the hour, this hour and the 23 before it. */
export async function health(db: Db, now: number, of?: readonly SourceId[]): Promise<readonly SourceHealth[]> {
  if (of?.length === 0) return [];
  const since = now - DAY_MS;
  const sinceHour = Math.floor(now / HOUR_MS) - 23;
  const today = { source: sql.ref("s.id"), fromHour: sinceHour };
  const feeds = Map.groupBy(await readFeeds(db, of), (feed) => feed.sourceId);
  const hubs = Map.groupBy(await readHubs(db, of), (hub) => hub.feedId);
  const feedsOf = (id: SourceId) => {
    const own = feeds.get(id) ?? [];
    return { feeds: own, hubs: own.flatMap((feed) => hubs.get(feed.id) ?? []) };
  };
  const waiting = await waitingBySource(db, of);
  const rows = await sql<SourceRow & Numbers>`
    select s.*,
      (select count(*) from article a where a.source_id = s.id and a.joined_to is null and ${isShown("a")}) as "articles",
      (select count(*) from article a
        where a.source_id = s.id and a.joined_to is null and a.seeded = 0 and ${isShown("a")} and a.first_seen_at > ${since}) as "articlesToday",
      ${lastArticle} as "lastArticleAt",
      (select count(*) from change c join article a on a.id = c.article_id
        where c.source_id = s.id and c.seen_at > ${since} and c.reading_only = 0 and c.repeats = 0 and ${isShown("a")}) as "changesToday",
      (select coalesce(sum(t.looks), 0) from look_tally t
        where t.source_id = s.id and t.hour >= ${sinceHour}) - ${hiddenLooks(today)} as "looksToday",
      (select coalesce(sum(t.failed), 0) from look_tally t
        where t.source_id = s.id and t.hour >= ${sinceHour}) - ${hiddenFailures(today)} as "failedLooksToday"
    from source s ${of === undefined ? sql`where s.removed_at is null` : sql`where s.id in (${sql.join(of)})`} order by s.id`.execute(
    db,
  );
  return rows.rows.map((row) => ({
    source: toSource(row),
    ...feedsOf(row.id),
    articles: row.articles,
    waiting: waiting.get(row.id) ?? NONE_WAITS,
    articlesToday: row.articlesToday,
    changesToday: row.changesToday,
    looksToday: row.looksToday,
    failedLooksToday: row.failedLooksToday,
    fault: toSiteFault(row),
    lastSuccessAt: row.last_success_at,
    lastArticleAt: row.lastArticleAt,
    silentSince: silentHours(now - (row.lastArticleAt ?? row.created_at)),
  }));
}

const NONE_WAITS = { count: 0, lastAt: null };

export async function sourcesWaiting(db: Db): Promise<readonly SourceWaiting[]> {
  const waiting = await waitingBySource(db);
  const sources = await sourcesById(db, [...waiting.keys()]);
  return [...waiting].map(([id, each]) => ({ source: { id, name: sources.get(id)!.name }, ...each }));
}

const silentHours = (quietMs: number): number | null =>
  quietMs > SILENT_AFTER_MS ? Math.floor(quietMs / HOUR_MS) : null;

export async function counts(db: Db): Promise<Counts> {
  const result = await sql<Counts>`
    select
      (select count(*) from source) as "sources",
      (select count(*) from feed) as "feeds",
      ${shown(sql`article`)} - ${hidden(sql`1`)}
        - (select count(*) from article a where a.joined_to is not null and ${isShown("a")}) as "articles",
      ${shown(sql`version`)} - ${hidden(sql`version_count`)} - ${ofShown(sql`version`, sql`x.repeats = 1`)} as "versions",
      (select coalesce(sum(looks), 0) from look_tally)
        - (select count(*) from article a join capture c on c.article_id = a.id where ${isHidden("a")}) as "captures",
      ${shown(sql`change`)} - ${hidden(sql`case when version_count > 1 then version_count - 1 else 0 end`)}
        - ${ofShown(sql`change`, sql`x.reading_only = 1`)} - ${ofShown(sql`change`, sql`x.repeats = 1 and x.reading_only = 0`)}
        - (select count(*) from change c join article a on a.id = c.article_id
            where c.from_article_id is not null and ${isHidden("a")}) as "changes"`.execute(db);
  return { ...result.rows[0]! };
}

const shown = (table: RawBuilder<unknown>) => sql`(select count(*) from ${table})`;
/** Few rows, each kind with an index of its own. */
const ofShown = (table: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`(select count(*) from ${table} x
  join article a on a.id = x.article_id where ${where} and ${isShown("a")})`;
/** What the hidden articles, which are few and indexed, take away from a count. */
const hidden = (amount: RawBuilder<unknown>) =>
  sql`(select coalesce(sum(${amount}), 0) from article where ${isHidden()})`;
