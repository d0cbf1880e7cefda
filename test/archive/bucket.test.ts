import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { s3Bucket } from "#archive/bucket";
import { waitingFiles } from "#archive/uploads";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import type { Log } from "#lib/log";
import { silentLog } from "#lib/log";
import type { ArchivePlace } from "#model/archive";
import { archiveIn, CITED, exchange, freshFolder, NOON, UNCITED } from "./rig.ts";
import { openS3, type S3Server } from "./s3-server.ts";

const bucketAt = ({ endpoint }: S3Server, prefix = "archive") =>
  s3Bucket({
    endpoint,
    bucket: "news",
    prefix,
    region: "eu-test-1",
    accessKeyId: "KEY",
    secretAccessKey: "SECRET",
    limitMs: 2000,
  });

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve));
}

/** An archive over the store, with one capture in an ended file. */
async function withCapture(t: Parameters<typeof openS3>[0], s3: S3Server, clock = new DrivenClock(NOON)) {
  const folder = freshFolder();
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: (fields: object) => void warnings.push(JSON.stringify(fields)) } as Log;
  const archive = await archiveIn(t, folder, { bucket: bucketAt(s3), clock, log });
  const added = await archive.append([exchange()], CITED);
  assert.ok(added.ok && added.value);
  const place: ArchivePlace = added.value;
  // The next day's first capture ends the file.
  clock.advance(DAY_MS);
  await archive.append([exchange({ body: Buffer.from("<p>next day</p>") })], CITED);
  return { folder, archive, place, clock, warnings };
}

suite("an archive in a bucket", () => {
  for (const tells of ["sha256", "md5", "nothing"] as const)
    test(`brings ended files there, proved by their digest (${tells} told), and reads from there`, async (t) => {
      const s3 = await openS3(t);
      s3.tells = tells;
      const { folder, archive, place } = await withCapture(t, s3);
      await until(async () => (await waitingFiles(folder)).length === 0 && s3.objects.size === 1);
      assert.deepEqual([...s3.objects.keys()], [`archive/${place.file}`]);
      const read = await archive.read(place);
      assert.ok(read.ok, read.ok ? "" : read.failure.message);
      assert.equal(Buffer.from(read.value.body).toString(), "<p>the news</p>");
      assert.equal(s3.asked.at(-1), `GET archive/${place.file}`);
      assert.equal(
        s3.asked.filter((line) => line.startsWith("GET")).length,
        tells === "nothing" ? 2 : 1,
        "a file is read back only where no checksum is told",
      );
    });

  const wrong = Buffer.from("other bytes");
  for (const [name, fault, said] of [
    ["refuses", () => ({ status: 503, body: "<Error><Code>SlowDown</Code></Error>" }), /answered 503 \(SlowDown\)/],
    ["forgets the bucket", () => ({ status: 404, body: "<Error><Code>NoSuchBucket</Code></Error>" }), /NoSuchBucket/],
    ["hangs up", () => "cut", /cannot be reached/],
    ["is full of errors", () => ({ status: 500, body: "x".repeat(5000) }), /answered 500/],
    ["redirects", () => ({ status: 307, headers: { location: "http://127.0.0.1:1/" } }), /cannot be reached|307/],
    ["stores something else", (method: string) => (method === "PUT" ? { stored: wrong } : undefined), /other bytes/],
    ["forgets what it took", (method: string) => (method === "HEAD" ? { status: 404 } : undefined), /does not show/],
  ] as const)
    test(`loses nothing when the store ${name}: the file stays, and is brought later`, async (t) => {
      const s3 = await openS3(t);
      s3.tells = "nothing";
      s3.fault = fault as S3Server["fault"];
      const { folder, archive, place, clock, warnings } = await withCapture(t, s3);
      await until(() => warnings.length > 0 && clock.asleep > 0);
      assert.match(warnings[0]!, said);
      assert.deepEqual(await waitingFiles(folder), [place.file]);
      assert.equal((await archive.read(place)).ok, true, "read from the folder meanwhile");
      s3.fault = () => undefined;
      clock.advance(HOUR_MS);
      await until(async () => (await waitingFiles(folder)).length === 0);
      assert.equal((await archive.read(place)).ok, true, "read from the store");
    });

  test("waits longer after each failure, up to an hour", async (t) => {
    const s3 = await openS3(t);
    s3.fault = () => ({ status: 503 });
    const { clock } = await withCapture(t, s3);
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      await until(() => clock.asleep > 0);
      const before = clock.now();
      clock.wakeNext();
      waits.push((clock.now() - before) / 1000);
    }
    assert.deepEqual(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  });

  test("says so when the store does not give a record back", async (t) => {
    const s3 = await openS3(t);
    const { folder, archive, place } = await withCapture(t, s3);
    await until(async () => (await waitingFiles(folder)).length === 0);
    s3.fault = () => ({ status: 403, body: "<Error><Code>AccessDenied</Code></Error>" });
    const refused = await archive.read(place);
    assert.match(refused.ok ? "" : refused.failure.message, /does not give versions\/.*403 \(AccessDenied\)/);
    s3.fault = () => "hang";
    const late = await archive.read(place);
    assert.match(late.ok ? "" : late.failure.message, /cannot be reached/);
    s3.fault = () => undefined;
    s3.objects.set(`archive/${place.file}`, Buffer.alloc(5000));
    const other = await archive.read(place);
    assert.match(other.ok ? "" : other.failure.message, /is damaged/);
  });

  test("takes up at the start what an earlier process left", async (t) => {
    const s3 = await openS3(t);
    const folder = freshFolder();
    const before = await archiveIn(t, folder);
    await before.append([exchange()], CITED);
    await before.append([exchange({ sentAt: NOON + 1 })], UNCITED);
    await before.close();
    assert.equal((await waitingFiles(folder)).length, 2);
    const after = await archiveIn(t, folder, { bucket: bucketAt(s3, ""), owner: "press:13:cd56" });
    await until(async () => (await waitingFiles(folder)).length === 0);
    assert.deepEqual(
      [...s3.objects.keys()].map((key) => key.split("/")[0]),
      ["versions", "looks"],
    );
    await after.close();
  });

  test("drops from the store too what outlived the policy", async (t) => {
    const s3 = await openS3(t);
    const clock = new DrivenClock(NOON);
    const folder = freshFolder();
    const archive = await archiveIn(t, folder, { bucket: bucketAt(s3), clock, keep: 2 * DAY_MS });
    for (let day = 0; day < 7; day++) {
      await archive.append([exchange({ sentAt: clock.now(), body: Buffer.from(`<p>${day}</p>`) })], UNCITED);
      await until(async () => (await waitingFiles(folder)).length === 0);
      clock.advance(DAY_MS);
    }
    await archive.close();
    await until(async () => (await waitingFiles(folder)).length === 0);
    await archiveIn(t, folder, { bucket: bucketAt(s3), clock, keep: 2 * DAY_MS, owner: "press:13:cd56" });
    assert.deepEqual(
      [...s3.objects.keys()].map((key) => key.slice("archive/looks/".length, "archive/looks/20260301".length)).sort(),
      ["20260306", "20260307"],
    );
    assert.deepEqual(readdirSync(join(folder, "looks")), []);
    assert.ok(statSync(folder).isDirectory());
  });
});
