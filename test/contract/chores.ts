import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type OpenStore, T0, withStore } from "./fixtures.ts";

const SWEEP = { name: "sweep", key: "" };
const digest = (key: string) => ({ name: "digest", key });

export function choresContract(open: OpenStore): void {
  describe("chores", () => {
    it(
      "are leased to one worker at a time, once they are due",
      withStore(open, async ({ writer, reader }) => {
        const lease = (owner: string, at: number) => writer.leaseChore(["sweep"], owner, at, 1000);
        await writer.ensureChore(SWEEP, T0);
        await writer.ensureChore(SWEEP, T0 - 5000);
        assert.equal(await lease("a", T0 - 1), null);
        assert.deepEqual(await lease("a", T0), SWEEP);
        assert.equal(await reader.nextChoreAt(["sweep"]), T0 + 1000);
        assert.equal(await lease("b", T0 + 500), null);
        assert.deepEqual(await lease("b", T0 + 1000), SWEEP, "a lease ends when its owner is silent");
        await writer.finishChore(SWEEP, "a", { doneAt: T0 + 1100, dueAt: T0 + 9999, error: null });
        assert.equal((await reader.jobs())[0]!.dueAt, T0, "the lease was lost meanwhile");
        await writer.finishChore(SWEEP, "b", { doneAt: T0 + 1200, dueAt: T0 + 2000, error: "disk full" });
        assert.deepEqual(await reader.jobs(), [
          { ...SWEEP, dueAt: T0 + 2000, doneAt: null, failures: 1, lastError: "disk full" },
        ]);
        assert.equal(await reader.nextChoreAt(["sweep"]), T0 + 2000);
        assert.deepEqual(await lease("a", T0 + 2000), SWEEP);
        await writer.finishChore(SWEEP, "a", { doneAt: T0 + 2100, dueAt: T0 + 9000, error: null });
        assert.deepEqual(await reader.jobs(), [
          { ...SWEEP, dueAt: T0 + 9000, doneAt: T0 + 2100, failures: 0, lastError: null },
        ]);
        assert.equal(await writer.leaseChore(["unknown"], "a", T0 + 9000, 1000), null);
        assert.equal(await reader.nextChoreAt(["unknown"]), null);
      }),
    );

    it(
      "are due, leased and ended by their key, the most overdue first",
      withStore(open, async ({ writer, reader }) => {
        const lease = (names: readonly string[], owner: string) => writer.leaseChore(names, owner, T0, 1000);
        await writer.ensureChore(digest("desk-7"), T0 - 1);
        await writer.ensureChore(digest("desk-8"), T0 - 3);
        await writer.ensureChore(digest("desk-9"), T0 + 1);
        await writer.ensureChore(SWEEP, T0 - 2);
        assert.deepEqual(await lease(["digest"], "a"), digest("desk-8"));
        assert.deepEqual(await lease(["digest", "sweep"], "b"), SWEEP);
        assert.deepEqual(await lease(["digest", "sweep"], "c"), digest("desk-7"));
        assert.equal(await lease(["digest", "sweep"], "d"), null);
        const over = { doneAt: T0, dueAt: null, error: null };
        await writer.finishChore(digest("desk-7"), "a", over);
        await writer.finishChore(digest("desk-8"), "a", over);
        const keys = async () => (await reader.jobs()).map(({ name, key }) => `${name}:${key}`);
        assert.deepEqual(await keys(), ["digest:desk-7", "digest:desk-9", "sweep:"], "one is another worker's");
      }),
    );
  });
}
