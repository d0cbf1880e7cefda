import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { run } from "./run.ts";
import { watchInto } from "./watched.ts";

suite("variorum backup", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-backup-"));
  const data = join(folder, "data");
  const archive = join(data, "archive");
  const variorum = (args: readonly string[], dataDir = data, variables: Record<string, string> = {}) =>
    run([...args, "--data", dataDir], { cwd: folder, variables });
  const filesIn = (path: string) => readdirSync(path).filter((name) => name.includes(".warc"));

  before(async () => {
    mkdirSync(data);
    await watchInto({ place: join(data, "variorum.db"), archive, hours: 2, maxFileBytes: 40_000 });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("says what the copy holds, and that the archive is not in it", async () => {
    const { code, out, err } = await variorum(["backup", "plain.db"]);
    assert.equal(code, 0, err);
    assert.match(out, /^Copied to .*plain\.db \(.+\): \d+ sources, \d+ articles with \d+ versions, and \d+ looks\./);
    assert.match(out, /Not copied: the archive of pages, \d+ files? in .*archive\. Use --with-archive/);
    assert.match(out, /Not copied: the settings/);
    const told = JSON.parse((await variorum(["backup", "told.db", "--json"])).out);
    assert.ok(told.holds.versions > 0 && told.leftOut.archiveFiles > 0 && told.archive === null);
  });

  test("takes the archive along, without what no version cites, and a restore brings all pages back", async () => {
    // A worker is writing to the newest file, and is in the middle of a record.
    const newest = join(archive, "versions", filesIn(join(archive, "versions")).sort().at(-1)!);
    const whole = readFileSync(newest);
    renameSync(newest, `${newest}.open`);
    appendFileSync(`${newest}.open`, whole.subarray(0, 50));
    const { code, out, err } = await variorum(["backup", "whole.db", "--with-archive"]);
    assert.equal(code, 0, err);
    assert.match(out, /The archive was copied too: \d+ files? \(.+\) in .*whole\.db\.archive\./);
    assert.doesNotMatch(out, /Not in it: the archive/);
    const beside = join(folder, "whole.db.archive");
    const copied = filesIn(join(beside, "versions"));
    assert.equal(copied.length, filesIn(join(archive, "versions")).length);
    assert.ok(copied.every((name) => !name.endsWith(".open")));
    assert.equal(
      statSync(join(beside, "versions", copied.sort().at(-1)!)).size,
      whole.length,
      "cut after its last record",
    );
    assert.deepEqual(readdirSync(beside), ["versions"], "looks are cited by nothing");
    assert.equal((await variorum(["backup", "whole.db", "--with-archive"])).code, 1, "overwritten");
    rmSync(join(folder, "whole.db"), { force: false });
    const again = await variorum(["backup", "whole.db", "--with-archive"]);
    assert.deepEqual([again.code, /archive exists already/.test(again.err)], [1, true]);
    renameSync(`${newest}.open`, newest);
  });

  test("restores the archive with the data, so that every page can be read again", async () => {
    assert.equal((await variorum(["backup", "all.db", "--with-archive"])).code, 0);
    const other = join(folder, "other");
    const { code, out, err } = await variorum(["restore", "all.db"], other);
    assert.equal(code, 0, err);
    assert.match(out, /Restored the archive: \d+ files? in .*other.archive\./);
    const verified = await variorum(["verify"], other);
    assert.equal(verified.code, 0, verified.out + verified.err);
    const without = join(folder, "without");
    rmSync(join(folder, "all.db.archive"), { recursive: true });
    assert.equal((await variorum(["restore", "all.db"], without)).code, 0);
    assert.equal((await variorum(["verify"], without)).code, 1, "the pages are needed for this to pass");
  });

  test("an archive in an S3 store stays where it is, and that is said", async () => {
    const settings = { VARIORUM_ARCHIVE: "s3://pages/here", VARIORUM_S3_ACCESS_KEY: "a", VARIORUM_S3_SECRET_KEY: "b" };
    const { code, out, err } = await variorum(["backup", "s3.db"], data, settings);
    assert.equal(code, 0, err);
    assert.match(out, /Not copied: the archive at s3:\/\/pages\/here/);
  });
});
