import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { HostId } from "#model/id";
import type { Db } from "#store/schema";
import type { DueKind } from "./due.ts";

type Place = Pick<DueKind<unknown>, "table" | "column">;

/** What is asked of all kinds of due work together; both databases get the same statements. */
export interface DueQueries<Task> {
  /**
   * When a host is ready: once its gap ends and the first of its work is due; null when it has nothing to do. An expression
   * for a statement that reads or writes `host`.
   */
  readyAt(host: RawBuilder<unknown>, gapEnd: RawBuilder<unknown>): RawBuilder<number | null>;
  /** How many tasks are due at `at`, whether their hosts are free or not. */
  dueCount(db: Db, at: number): Promise<number>;
  /** The most overdue task of the first kind of which the host has any; null when it has nothing to do. */
  nextTask(db: Db, hostId: HostId, now: number): Promise<Task | null>;
}

/** @param usual the kind of most tasks */
export function dueQueries<Task>(kinds: readonly DueKind<Task>[], usual: DueKind<Task>): DueQueries<Task> {
  const before = kinds.slice(0, kinds.indexOf(usual));
  const after = kinds.slice(kinds.indexOf(usual) + 1);
  return {
    readyAt: (host, gapEnd) => sql<number | null>`(
      select case when min(due) > ${gapEnd} then min(due) when min(due) is not null then ${gapEnd} end
      from (${joined(kinds, " union all ", (kind) => firstDue(kind, host))}) as dues
    )`,
    // Counted host by host, so that only due rows are read, not all that have an instant.
    dueCount: async (db, at) => {
      const count = (kind: Place) =>
        sql`(select count(*) from ${sql.table(kind.table)} where ${isDue(kind, HOST, at)})`;
      const result = await sql<{ due: number }>`
        select coalesce(sum(${joined(kinds, " + ", count)}), 0) as due from host where ready_at is not null`.execute(
        db,
      );
      return result.rows[0]!.due;
    },
    // Most tasks are of one kind: one statement finds one of those, and that nothing is due that comes before it.
    nextTask: async (db, hostId, now) => {
      const host = sql`${hostId}`;
      const none = (kind: Place) =>
        sql`not exists (select 1 from ${sql.table(kind.table)} where ${isDue(kind, host, now)})`;
      const found = await usual.first(db, all([isDue(usual, host, now), ...before.map(none)]));
      if (found) return found;
      for (const kind of [...before, ...after]) {
        const task = await kind.first(db, isDue(kind, host, now));
        if (task) return task;
      }
      return null;
    },
  };
}

const HOST = sql.ref("host.id");

function firstDue({ table, column }: Place, host: RawBuilder<unknown>): RawBuilder<unknown> {
  const due = sql.ref(column);
  return sql`select min(${due}) as due from ${sql.table(table)} where host_id = ${host} and ${due} is not null`;
}

const isDue = ({ table, column }: Place, host: RawBuilder<unknown>, now: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${table}.host_id`)} = ${host} and ${sql.ref(`${table}.${column}`)} <= ${now}`;

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

const joined = <T>(items: readonly T[], by: string, make: (item: T) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join(items.map(make), sql.raw(by));
