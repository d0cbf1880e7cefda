import type { ChoreId } from "#store/reader";
import type { Trx } from "#store/schema";
import type { ChoreDone } from "#store/writer";

/** Makes the chore known, due at `dueAt`, unless it is known already. */
export async function ensureChore(trx: Trx, { name, key }: ChoreId, dueAt: number): Promise<void> {
  await trx
    .insertInto("job")
    .values({ name, key, due_at: dueAt, lease_owner: null, done_at: null, last_error: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Never later: a clock that ran far ahead may have left instants that no one lives to see. */
export async function hastenChore(trx: Trx, { name, key }: ChoreId, dueAt: number, freeAt: number): Promise<void> {
  const one = trx.updateTable("job").where("name", "=", name).where("key", "=", key);
  await one.set({ due_at: dueAt }).where("due_at", ">", dueAt).execute();
  await one.set({ lease_until: freeAt }).where("lease_until", ">", freeAt).execute();
}

/** Chores that are tried in one transaction: another worker may be faster at each, and one of those after it is as good. */
const MAX_TRIED = 8;

/** Leases the most overdue chore that is free. The statement that leases it asks again, so that two workers never both get it. */
export async function leaseChore(
  trx: Trx,
  names: readonly string[],
  owner: string,
  now: number,
  leaseMs: number,
): Promise<ChoreId | null> {
  const due = await trx
    .selectFrom("job")
    .select(["name", "key"])
    .where("due_at", "<=", now)
    .where("lease_until", "<=", now)
    .where("name", "in", names)
    .orderBy("due_at")
    .orderBy("name")
    .orderBy("key")
    .limit(MAX_TRIED)
    .execute();
  for (const { name, key } of due) {
    const leased = await trx
      .updateTable("job")
      .set({ lease_owner: owner, lease_until: now + leaseMs })
      .where("name", "=", name)
      .where("key", "=", key)
      .where("due_at", "<=", now)
      .where("lease_until", "<=", now)
      .returning("name")
      .execute();
    if (leased.length > 0) return { name, key };
  }
  return null;
}

export async function finishChore(trx: Trx, { name, key }: ChoreId, owner: string, done: ChoreDone): Promise<void> {
  if (done.dueAt === null) {
    await trx
      .deleteFrom("job")
      .where("name", "=", name)
      .where("key", "=", key)
      .where("lease_owner", "=", owner)
      .execute();
    return;
  }
  await trx
    .updateTable("job")
    .set(({ eb, lit }) => ({
      due_at: done.dueAt!,
      lease_owner: null,
      lease_until: 0,
      last_error: done.error,
      failures: done.error === null ? lit(0) : eb("failures", "+", 1),
      ...(done.error === null && { done_at: done.doneAt }),
    }))
    .where("name", "=", name)
    .where("key", "=", key)
    .where("lease_owner", "=", owner)
    .execute();
}
