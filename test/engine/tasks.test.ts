import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { compilePatterns } from "#discover/patterns";
import type { EngineContext } from "#engine/context";
import { Outlooks } from "#engine/look/outlooks";
import { Siblings } from "#engine/look/siblings";
import { SiteMemories } from "#engine/look/site-memory";
import { createGate } from "#engine/politeness/gate";
import { HeldHost } from "#engine/politeness/held-host";
import { DEFAULT_SETTINGS } from "#engine/settings";
import type { TaskKind } from "#engine/tasks/task";
import { taskKind } from "#engine/tasks/tasks";
import { openWorkshop } from "#engine/threads/workshop";
import { turn } from "#engine/turn";
import { HOUR_MS, SECOND_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { hostKey } from "#lib/url";
import { fail, ok } from "#model/failure";
import { DUE } from "#store/hosts/due";
import { dueQueries } from "#store/hosts/due-queries";
import type { DueTask } from "#store/hosts/due-task";
import type { Tables } from "#store/schema";
import { NodeSqliteDialect } from "#store/sqlite/kysely-dialect";
import { freshFile } from "../store/folder.ts";
import { openRig, type Rig } from "./rig.ts";

const GAP_MS = 10 * SECOND_MS;

interface Delivery {
  readonly kind: "delivery";
  readonly id: number;
  readonly url: string;
  readonly due_at: number;
}

/** A kind that the engine does not have: letters, in a table of their own, each to be sent to a host once. */
async function withDeliveries(t: Parameters<typeof openRig>[0]) {
  const file = freshFile();
  const rig = await openRig(t, { gapMs: GAP_MS }, file);
  const id = await rig.article("/1");
  const { hostId } = (await rig.store.reader.article(id))!;
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(new DatabaseSync(file), 1000) });
  t.after(() => db.destroy());
  await sql`create table delivery (id integer primary key, host_id integer, url text, due_at integer)`.execute(db);
  await sql`insert into delivery values (1, ${hostId}, ${`${rig.base}/inbox`}, ${rig.clock.now() - 5})`.execute(db);
  const row = {
    kind: "delivery",
    table: "delivery",
    column: "due_at",
    first: async (_: unknown, isNext: RawBuilder<SqlBool>) => {
      const found = await sql<Omit<Delivery, "kind">>`
        select id, url, due_at from delivery where ${isNext} order by due_at limit 1`.execute(db);
      return found.rows[0] ? ({ kind: "delivery", ...found.rows[0] } as const) : null;
    },
  };
  const [subscription, feed, article] = DUE;
  const due = dueQueries<DueTask | Delivery>([subscription, feed, row, article], article);
  const dueAt = async () =>
    (await sql<{ due_at: number | null }>`select due_at from delivery`.execute(db)).rows[0]!.due_at;
  const setDue = (at: number | null) => sql`update delivery set due_at = ${at}`.execute(db);
  return { rig, db, hostId, due, dueAt, setDue };
}

function contextOf({ store, fetcher, clock }: Rig): EngineContext {
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: GAP_MS };
  const deps = { store, fetcher, clock, settings, log: silentLog, owner: "rig" };
  const own = { workshop: openWorkshop(0), sites: new SiteMemories(store.reader), siblings: new Siblings() };
  return { ...deps, ...own, gate: createGate(deps), outlooks: new Outlooks(store), compilePatterns };
}

/** One turn at the host that has the letter; `answers` says whether it can be recorded that it was sent. */
async function delivered(t: Parameters<typeof openRig>[0], isRecorded: boolean) {
  const { rig, db, hostId, due, dueAt, setDue } = await withDeliveries(t);
  const { store, clock } = rig;
  rig.pages.set("/inbox", "taken");
  const kind: TaskKind<Delivery> = {
    kind: "delivery",
    isCrawling: false,
    addressOf: ({ url }) => url,
    dueAt: ({ due_at }) => due_at,
    perform: async ({ fetcher, gate }, { url }, holding) => {
      const post = { contentType: "text/plain", body: "Dear desk" };
      const fetched = await fetcher.fetch({ url, post, permit: gate.turn(holding) });
      assert.deepEqual(await store.writer.leaseHosts("another", clock.now(), SECOND_MS, 9), [], "the host is held");
      if (!isRecorded) return fail("retry", "contended", "It could not be recorded.");
      await setDue(null);
      return ok({ event: { kind: "hub", url, report: { isTaken: true, reason: null } }, counts: {}, fetched });
    },
    putOff: async (_, __, at) => void (await setDue(at)),
  };
  const [host] = await store.writer.leaseHosts("rig", clock.now(), 30 * SECOND_MS, 1);
  Object.assign(store.reader, { nextTask: (id: typeof hostId, now: number) => due.nextTask(db, id, now) });
  const kindOf = (task: DueTask | Delivery) =>
    (task.kind === "delivery" ? kind : taskKind(task)) as unknown as TaskKind<DueTask>;
  const startedAt = clock.now();
  const context = contextOf(rig);
  const done = await turn(context, new HeldHost(context, host!), kindOf);
  const next = await due.nextTask(db, hostId, clock.now());
  return { rig, done, startedAt, dueAt: await dueAt(), next };
}

test("the engine knows each kind in the store's list by its name", () => {
  for (const { kind } of DUE) assert.equal(taskKind({ kind } as DueTask).kind, kind);
});

test("a row of another table is due at its host like any other", async (t) => {
  const { rig, db, hostId, due, setDue } = await withDeliveries(t);
  const now = rig.clock.now();
  const readyAt = async () => {
    const at = due.readyAt(sql`host.id`, sql`host.next_free_at`);
    return (await sql<{ at: number | null }>`select ${at} as at from host where id = ${hostId}`.execute(db)).rows[0]!
      .at;
  };
  assert.deepEqual([await due.dueCount(db, now), await readyAt()], [2, now - 5]);
  assert.equal((await due.nextTask(db, hostId, now))!.kind, "delivery");
  await setDue(now + 1);
  assert.deepEqual([await due.dueCount(db, now), await readyAt()], [1, now]);
  assert.equal((await due.nextTask(db, hostId, now))!.kind, "article");
  await rig.store.writer.scheduleLook((await rig.store.reader.articleByUrl(`${rig.base}/1`))!.id, now + HOUR_MS);
  assert.deepEqual([await due.dueCount(db, now), await readyAt()], [0, now + 1]);
  assert.equal(await due.nextTask(db, hostId, now), null);
});

test("and is done in a turn like any other: the host is held, its gap kept, its requests counted", async (t) => {
  const { rig, done, startedAt, dueAt, next } = await delivered(t, true);
  assert.deepEqual(
    rig.requests.map(({ path }) => path),
    ["/inbox"],
    "it asks for no robots.txt",
  );
  assert.equal(done!.fetched.ok, true);
  assert.deepEqual([dueAt, next!.kind], [null, "article"]);
  const { writer, reader } = rig.store;
  assert.equal((await reader.manners(hostKey(rig.base))).requests, 1);
  assert.deepEqual(await writer.leaseHosts("another", startedAt + GAP_MS - 1, SECOND_MS, 9), []);
  assert.equal((await writer.leaseHosts("another", startedAt + 2 * GAP_MS, SECOND_MS, 9)).length, 1, "with its jitter");
});

test("one that cannot be recorded is put off, and the gap after its request is kept all the same", async (t) => {
  const { rig, done, startedAt, dueAt } = await delivered(t, false);
  assert.equal(done, null);
  assert.equal(dueAt, startedAt + HOUR_MS);
  const { writer } = rig.store;
  assert.deepEqual(await writer.leaseHosts("another", startedAt + GAP_MS - 1, SECOND_MS, 9), []);
  assert.equal((await writer.leaseHosts("another", startedAt + GAP_MS, SECOND_MS, 9)).length, 1);
});
