import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import type { Ended, JobLimits } from "#engine/threads/job";
import { ThreadPool } from "#engine/threads/thread-pool";

const FILE = new URL("./stuck-thread.ts", import.meta.url);
/** Far more than a good job needs, and less than anybody minds to wait for. */
const AMPLE: JobLimits = { cpuMs: 60_000, wallMs: 60_000 };
const SHORT: JobLimits = { cpuMs: 150, wallMs: 60_000 };

function openPool(t: TestContext, size = 1): ThreadPool {
  const pool = new ThreadPool(FILE, size, { maxOldGenerationSizeMb: 64 });
  t.after(() => pool.close());
  return pool;
}

const done = <T>(ended: Ended<T>): T => {
  assert.equal(ended.kind, "done");
  return (ended as { value: T }).value;
};

/** Name of the job, its limits, how it must end. */
const STUCK: readonly (readonly [string, unknown, JobLimits, Ended<unknown>])[] = [
  ["loops", null, SHORT, { kind: "out-of-time", clock: "processor" }],
  ["searches", null, SHORT, { kind: "out-of-time", clock: "processor" }],
  ["waits", 60_000, { cpuMs: 60_000, wallMs: 150 }, { kind: "out-of-time", clock: "wall" }],
  ["hoards", null, AMPLE, { kind: "out-of-memory" }],
  ["leaves", null, AMPLE, { kind: "died", message: "its thread ended with code 3" }],
];

for (const [name, job, limits, expected] of STUCK) {
  test(`a job that ${name} is stopped, and another thread does the next`, async (t) => {
    const pool = openPool(t);
    const before = done(await pool.run<number>("threadId", null, AMPLE));
    assert.deepEqual(await pool.run(name, job, limits), expected);
    assert.notEqual(done(await pool.run<number>("threadId", null, AMPLE)), before);
  });
}

test("a job that throws costs no one the thread", async (t) => {
  const pool = openPool(t);
  const before = done(await pool.run<number>("threadId", null, AMPLE));
  assert.deepEqual(await pool.run("throws", null, AMPLE), { kind: "threw", message: "out of order" });
  assert.equal(done(await pool.run<number>("threadId", null, AMPLE)), before);
});

test("only the processor time of a job counts, neither what it waits nor what earlier jobs used", async (t) => {
  const pool = openPool(t);
  assert.equal(done(await pool.run("waits", 300, SHORT)), "timed-out");
  assert.equal((await pool.run("loops", null, SHORT)).kind, "out-of-time");
  for (let i = 0; i < 5; i++) assert.equal(done(await pool.run("waits", 40, SHORT)), "timed-out");
});

test("neither the queue nor the start of a thread counts", async (t) => {
  const pool = openPool(t);
  // Behind a loop of 600 ms and the start of the thread that takes over.
  const stuck = pool.run("loops", null, { cpuMs: 600, wallMs: 60_000 });
  const behind = pool.run("echo", "late", { cpuMs: 60_000, wallMs: 500 });
  assert.equal((await stuck).kind, "out-of-time");
  assert.equal(done(await behind), "late");
});

test("beside a thread that is stuck the others go on, each job with its own answer", async (t) => {
  const pool = openPool(t, 2);
  const stuck = pool.run("loops", null, { cpuMs: 500, wallMs: 60_000 });
  const jobs = Array.from({ length: 50 }, (_, i) => i);
  const answers = await Promise.all(jobs.map((job) => pool.run<number>("echo", job, AMPLE)));
  assert.deepEqual(answers.map(done), jobs);
  assert.deepEqual(await stuck, { kind: "out-of-time", clock: "processor" });
});

test("a pool that is closed ends what runs and what waits", async (t) => {
  const pool = openPool(t);
  const jobs = [pool.run("loops", null, AMPLE), pool.run("echo", 1, AMPLE)];
  await pool.close();
  const later = pool.run("echo", 2, AMPLE);
  for (const ended of await Promise.all([...jobs, later])) assert.equal(ended.kind, "closed");
});

test("a process that closes its pool in the middle of a job goes on afterwards", async () => {
  // A thread that ends does not hold the process by itself: what comes after it would never be done.
  const script = `
    import { ThreadPool } from "#engine/threads/thread-pool";
    const pool = new ThreadPool(new URL(${JSON.stringify(FILE.href)}), 1, {});
    await pool.run("echo", 1, { cpuMs: 60_000, wallMs: 60_000 });
    const job = pool.run("loops", null, { cpuMs: 60_000, wallMs: 60_000 });
    await pool.close();
    console.log("closed", (await job).kind);`;
  const args = ["--disable-warning=ExperimentalWarning", "--input-type=module-typescript", "-e", script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  assert.equal(stdout, "closed closed\n");
});

test("a thread that cannot start fails the job, not the process", async (t) => {
  const pool = new ThreadPool(new URL("./no-such-thread.ts", import.meta.url), 1, {});
  t.after(() => pool.close());
  const ended = await pool.run("echo", 1, AMPLE);
  assert.equal(ended.kind, "died");
  assert.match((ended as { message: string }).message, /no-such-thread/);
});
