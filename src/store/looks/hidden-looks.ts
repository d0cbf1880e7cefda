import { type RawBuilder, sql } from "kysely";
import { HOUR_MS } from "#lib/clock";
import type { SourceId } from "#model/id";
import type { Db } from "#store/schema";
import { isHidden } from "#store/visible";
import { FAILED } from "./failed.ts";

/** Looks at hidden articles, to be taken off a tally of all looks. The articles are few and indexed, as are the looks of each. */
interface HiddenLooks {
  /** What the number of the source has to equal: a value or a column. */
  readonly source: RawBuilder<unknown>;
  readonly fromHour: number;
}

export const hiddenLooks = (of: HiddenLooks) => sql<number>`(select count(*) ${looksOf(of)})`;

export const hiddenFailures = (of: HiddenLooks) => sql<number>`(select count(*) ${looksOf(of)} and ${isFailed})`;

/** Of one source, by the hour. */
export async function hiddenByHour(db: Db, id: SourceId, fromAt: number) {
  const fromHour = Math.floor(fromAt / HOUR_MS);
  const { rows } = await sql<{ hour: number; looks: number; failed: number }>`
    select c.captured_at / ${sql.lit(HOUR_MS)} as "hour", count(*) as "looks",
      sum(case when ${isFailed} then 1 else 0 end) as "failed"
    ${looksOf({ source: sql`${id}`, fromHour })} group by 1`.execute(db);
  return new Map(rows.map((row) => [row.hour, row]));
}

const isFailed = sql<boolean>`c.outcome in (${sql.join(FAILED)})`;

const looksOf = ({ source, fromHour }: HiddenLooks) => sql`
  from article a join capture c on c.article_id = a.id
  where ${isHidden("a")} and a.source_id = ${source} and c.captured_at >= ${fromHour * HOUR_MS}`;
