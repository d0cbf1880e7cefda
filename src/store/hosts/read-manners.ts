import { sql } from "kysely";
import { HOUR_MS } from "#lib/clock";
import type { ArticleId, HostId, SourceId } from "#model/id";
import { type Gap, type Manners, NO_MANNERS } from "#model/manners";
import { hiddenByHour } from "#store/looks/hidden-looks";
import type { GapQuery, HostOfSource, TallyHour } from "#store/reader";
import { toManners } from "#store/rows";
import type { Db, HostRow } from "#store/schema";
import { isShown } from "#store/visible";

export async function manners(db: Db, key: string): Promise<Manners> {
  const row = await db.selectFrom("host").selectAll().where("key", "=", key).executeTakeFirst();
  return row ? toManners(row) : NO_MANNERS;
}

/** Newest articles whose hosts are looked up: enough to meet every host that is in use. */
const ARTICLES_ASKED = 200;

/** Hosts of its feeds and of its newest articles that are shown, in the order in which they were first met. */
export async function hostsOfSource(db: Db, id: SourceId): Promise<readonly HostOfSource[]> {
  const rows = await sql<HostRow>`
    select * from host where id in (
      select host_id from feed where source_id = ${id}
      union
      select host_id from (
        select host_id from article where source_id = ${id} and ${isShown()} order by id desc limit ${ARTICLES_ASKED}
      ) as newest
    ) order by id`.execute(db);
  return rows.rows.map((row) => ({ id: row.id, key: row.key, nextFreeAt: row.next_free_at, manners: toManners(row) }));
}

export async function notModifiedAt(db: Db, id: HostId, limit: number): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom("article")
    .select("id")
    .where("host_id", "=", id)
    .where("not_modified", ">", 0)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Newest first. Those that held for all hosts belong to each. */
export async function gaps(db: Db, { hostIds, fromAt, untilAt, limit }: GapQuery): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom("gap")
    .select(["host_id", "cause", "from_at", "until_at"])
    .where((is) =>
      is.or([is("host_id", "is", null), ...(hostIds.length > 0 ? [is("host_id", "in", hostIds as HostId[])] : [])]),
    )
    .where("until_at", ">", fromAt)
    .where("from_at", "<", untilAt)
    .orderBy("from_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    hostId: row.host_id,
    cause: row.cause,
    fromAt: row.from_at,
    untilAt: row.until_at,
  }));
}

/** Looks at what is shown; hours without one are left out. Oldest first. */
export async function tally(db: Db, id: SourceId, fromAt: number, untilAt: number): Promise<readonly TallyHour[]> {
  const rows = await db
    .selectFrom("look_tally")
    .select(["hour", "looks", "failed"])
    .where("source_id", "=", id)
    .where("hour", ">=", Math.floor(fromAt / HOUR_MS))
    .where("hour", "<", Math.ceil(untilAt / HOUR_MS))
    .orderBy("hour")
    .execute();
  const hidden = await hiddenByHour(db, id, fromAt);
  return rows.flatMap((row) => {
    const out = hidden.get(row.hour);
    const looks = row.looks - (out?.looks ?? 0);
    return looks > 0 ? [{ startAt: row.hour * HOUR_MS, looks, failed: row.failed - (out?.failed ?? 0) }] : [];
  });
}
