import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { suite, test } from "node:test";
import { recoverFiles } from "#archive/recover";
import { DAY_MS, DrivenClock } from "#lib/clock";
import type { ArchivePlace } from "#model/archive";
import { archiveIn, CITED, exchange, freshFolder, NOON } from "./rig.ts";
import { readByOthers } from "./warcio.ts";

const CHILD = new URL("./child-archiver.ts", import.meta.url).pathname;
const FILE = "versions/20260301-press~12~ab34-0001.warc.gz";

/** Runs until it reported `count` captures, and dies without a warning. */
async function placesOfKilled(folder: string, count: number): Promise<readonly ArchivePlace[]> {
  const child: ChildProcess = spawn(process.execPath, [CHILD, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const places: ArchivePlace[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    places.push(JSON.parse(line) as ArchivePlace);
    if (places.length === count) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return places;
}

suite("after a crash", () => {
  test("everything that was reported is there, and every file is whole, whenever the worker is killed", async (t) => {
    const folder = freshFolder();
    const places = [...(await placesOfKilled(folder, 5)), ...(await placesOfKilled(folder, 16))];
    const archive = await archiveIn(t, folder);
    for (const place of places) assert.deepEqual((await archive.read(place)).ok, true);
    const files = readdirSync(join(folder, "versions"));
    assert.equal(files.length, 2);
    for (const file of files) {
      assert.match(file, /\.warc\.gz$/, "ended");
      const records = await readByOthers(join(folder, "versions", file));
      const last = Math.max(...places.filter((place) => place.file.endsWith(file)).map(({ offset }) => offset));
      assert.ok(records.length >= 3 && last >= 0);
      const read = records.filter(({ type }) => type === "response");
      assert.ok(read.every(({ body }) => body.length === 200_000));
    }
  });

  for (const [name, tail, cutBytes] of [
    ["nothing", Buffer.alloc(0), 0],
    ["a head of gzip", Buffer.from([0x1f, 0x8b, 8, 0]), 4],
    ["zeros, as some file systems leave them", Buffer.alloc(5000), 5000],
    ["text", Buffer.from("WARC/1.1\r\nWARC-Type: response\r\n"), 31],
  ] as const)
    test(`what stands behind the last whole record is cut off: ${name}`, async (t) => {
      const folder = freshFolder();
      const archive = await archiveIn(t, folder);
      const added = await archive.append([exchange()], CITED);
      await archive.close();
      assert.ok(added.ok && added.value);
      const { size } = statSync(join(folder, FILE));
      renameSync(join(folder, FILE), join(folder, `${FILE}.open`));
      appendFileSync(join(folder, `${FILE}.open`), tail);
      assert.deepEqual(await recoverFiles(folder, () => true, NOON), [{ path: FILE, records: 3, cutBytes }]);
      assert.equal(statSync(join(folder, FILE)).size, size);
      assert.equal((await archive.read(added.value)).ok, true);
      assert.deepEqual(await recoverFiles(folder, () => true, NOON), []);
    });

  test("a record cut in the middle goes, at every byte where it may have been cut", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    await archive.append([exchange()], CITED);
    const { size } = statSync(join(folder, `${FILE}.open`));
    await archive.append([exchange({ body: Buffer.from("<p>other news</p>"), request: "" })], CITED);
    await archive.close();
    const bytes = readFileSync(join(folder, FILE));
    for (let end = size + 1; end < bytes.length; end += 7) {
      writeFileSync(join(folder, `${FILE}.open`), bytes.subarray(0, end));
      assert.deepEqual(await recoverFiles(folder, () => true, NOON), [
        { path: FILE, records: 3, cutBytes: end - size },
      ]);
      assert.equal(statSync(join(folder, FILE)).size, size);
    }
  });

  test("a file without one whole record goes, one of a living worker stays", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder, { isDead: () => false });
    await archive.append([exchange()], CITED);
    await archive.close();
    const dead = join(folder, "versions/20260301-press~9~dead-0001.warc.gz.open");
    const living = join(folder, "versions/20260301-press~8~live-0001.warc.gz.open");
    for (const file of [dead, living]) writeFileSync(file, Buffer.from([0x1f, 0x8b]));
    const recovered = await recoverFiles(folder, (owner) => owner === "press:9:dead", NOON);
    assert.deepEqual(
      recovered.map(({ records, cutBytes }) => [records, cutBytes]),
      [[0, 2]],
    );
    assert.deepEqual([existsSync(dead), existsSync(living)], [false, true]);
  });
});

suite("a file of another machine", () => {
  test("is ended by anyone when nothing can be added to it any more", async (t) => {
    const folder = freshFolder();
    const clock = new DrivenClock(NOON);
    const archive = await archiveIn(t, folder, { clock, isDead: () => false });
    const before = await archive.append([exchange()], CITED);
    const alive = () => false;
    assert.deepEqual(await recoverFiles(folder, alive, NOON + DAY_MS), []);
    const [ended, ...more] = await recoverFiles(folder, alive, NOON + 2 * DAY_MS);
    assert.deepEqual([ended, more], [{ path: FILE, records: 3, cutBytes: 0 }, []]);
    clock.advance(2 * DAY_MS);
    const after = await archive.append([exchange({ sentAt: NOON + 1, body: Buffer.from("later") })], CITED);
    for (const added of [before, after]) {
      assert.ok(added.ok && added.value);
      assert.equal((await archive.read(added.value)).ok, true);
    }
  });
});

suite("a place", () => {
  test("that cannot be read says why", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const added = await archive.append([exchange()], CITED);
    assert.ok(added.ok && added.value);
    await archive.close();
    const { value: place } = added;
    const said = async (where: ArchivePlace): Promise<string> => {
      const read = await archive.read(where);
      return read.ok ? "read" : read.failure.message;
    };
    assert.equal(await said(place), "read");
    const [later, length] = [place.offset + 1, place.length - 1];
    assert.match(await said({ ...place, offset: later, length }), /^The record at \d+ in versions.* is damaged\.$/);
    assert.match(
      await said({ ...place, offset: later }),
      /^The file ends before the record at \d+ in versions.* does\.$/,
    );
    assert.match(await said({ ...place, length }), /^The record at \d+ in versions.* is damaged\.$/);
    assert.match(await said({ ...place, file: FILE.replace("0001", "0002") }), /is not in the archive/);
    assert.match(await said({ ...place, file: "../../etc/passwd" }), /is no place in an archive/);
    assert.match(await said({ ...place, length: 2 ** 40 }), /is no place in an archive/);
    const other = Buffer.from(readFileSync(join(folder, FILE)));
    other[place.offset + 200]! ^= 1;
    writeFileSync(join(folder, FILE), other);
    assert.match(await said(place), /damaged|not what was written/);
  });
});
