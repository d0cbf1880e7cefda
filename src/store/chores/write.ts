import type { Trx } from "#store/schema";
import type { ChoreDone } from "#store/writer";

/** Makes the job known, due at `dueAt`, unless it is known already. */
export async function ensureChore(trx: Trx, name: string, dueAt: number): Promise<void> {
  await trx
    .insertInto("job")
    .values({ name, due_at: dueAt, lease_owner: null, done_at: null, last_error: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Leases the job when it is due and free. One statement, so that two workers never both get it. */
export async function leaseChore(
  trx: Trx,
  name: string,
  owner: string,
  now: number,
  leaseMs: number,
): Promise<boolean> {
  const leased = await trx
    .updateTable("job")
    .set({ lease_owner: owner, lease_until: now + leaseMs })
    .where("name", "=", name)
    .where("due_at", "<=", now)
    .where("lease_until", "<=", now)
    .returning("name")
    .execute();
  return leased.length > 0;
}

export async function finishChore(trx: Trx, name: string, owner: string, done: ChoreDone): Promise<void> {
  await trx
    .updateTable("job")
    .set(({ eb, lit }) => ({
      due_at: done.dueAt,
      lease_owner: null,
      lease_until: 0,
      last_error: done.error,
      failures: done.error === null ? lit(0) : eb("failures", "+", 1),
      ...(done.error === null && { done_at: done.doneAt }),
    }))
    .where("name", "=", name)
    .where("lease_owner", "=", owner)
    .execute();
}
