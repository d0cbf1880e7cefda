import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { z } from "zod";
import type { articleRecord } from "#json/article";
import type { looksRecord } from "#json/looks";
import type { versionRecord } from "#json/version";
import { members, warc } from "../archive/made-files.ts";
import { freshFolder } from "../archive/rig.ts";
import { page } from "../engine/rig.ts";
import { type Ran, run } from "./run.ts";

const LEAD = "The harbour will close for 12 days in June.";
const EDITED = "The harbour will close for 21 days in June.";

const capture = (path: string, date: string, body: string) =>
  warc({ url: `http://www.gazette.example${path}`, date, body });

suite("import on the command line", () => {
  const folder = freshFolder();
  const variorum = (...args: string[]): Promise<Ran> =>
    run(["--data", join(folder, "data"), ...args], {
      cwd: folder,
      variables: { VARIORUM_THREADS: "0", VARIORUM_ARCHIVE_KEEP: "all" },
    });
  const json = async <T>(...args: string[]): Promise<T> => {
    const ran = await variorum(...args, "--json");
    assert.equal(ran.code, 0, ran.err);
    return JSON.parse(ran.out) as T;
  };
  const show = <T>(...args: string[]) => json<T>("show", "http://www.gazette.example/harbour", ...args);
  const shown = async () => {
    const article = await show<z.infer<typeof articleRecord>>();
    const versions: z.infer<typeof versionRecord>[] = [];
    for (const { number } of article.versions) versions.push(await show("--version", String(number)));
    return { article, versions, looks: (await show<z.infer<typeof looksRecord>>("--looks")).looks };
  };

  test("takes the captures of all files in the order of their dates, and says what it made of them", async () => {
    const crawl = join(folder, "b.warc.gz");
    writeFileSync(
      crawl,
      members(
        capture("/harbour", "2024-03-05T10:00:00Z", page({ lead: EDITED })),
        capture("/", "2024-03-05T10:00:01Z", "<html><body><a href='/harbour'>Harbour</a></body></html>"),
        warc({ url: "http://www.gazette.example/logo.png", head: "HTTP/1.1 200 OK\r\nContent-Type: image/png" }),
      ),
    );
    writeFileSync(
      join(folder, "a.warc"),
      Buffer.concat([
        capture("/harbour", "2024-03-06T10:00:00Z", page({ lead: EDITED })),
        capture("/harbour", "2024-03-04T10:00:00Z", page({ lead: LEAD })),
        capture("/gone", "2024-03-04T11:00:00Z", page()).subarray(0, 300),
      ]),
    );
    const { code, out, err } = await variorum("import", "a.warc", "b.warc.gz");
    assert.equal(code, 0, err);
    assert.match(
      out,
      /^2 files with 6 records; of 4 captures of pages:\n {2}2 became new versions\n {2}1 had nothing new\n/,
    );
    assert.match(out, /^New: 1 article\.$/m);
    assert.match(out, /^Records that are not captures of pages: 1 file that is no page\.$/m);
    assert.match(out, /^ {2}1: the page .+ \(in .*b\.warc\.gz at \d+\)$/m);
    assert.match(out, /^ {2}1: a record is shorter than it says \(in .*a\.warc at \d+\)$/m);
    const { article, versions, looks } = await shown();
    assert.deepEqual([article.status, article.nextLookAt, article.source.name], ["quiet", null, "gazette.example"]);
    assert.deepEqual(
      versions.map(({ number, firstSeenAt, blocks }) => [number, firstSeenAt, blocks[0]!.text]),
      [
        [1, "2024-03-04T10:00:00.000Z", LEAD],
        [2, "2024-03-05T10:00:00.000Z", EDITED],
      ],
    );
    assert.match(versions[0]!.archive!.file, /^versions\/\d{8}-.+\.warc\.gz$/);
    assert.equal(looks.length, 3);
  });

  test("takes nothing twice", async () => {
    const before = await shown();
    const again = await json<Record<string, number>>("import", ".");
    // In the folder stands what the first run kept, too.
    assert.deepEqual([again["newVersions"], again["unchanged"], again["repeated"], again["late"]], [0, 0, 6, 0]);
    assert.deepEqual(await shown(), before);
  });

  test("records what came too late, and leaves the history as it is", async () => {
    const before = await shown();
    writeFileSync(
      join(folder, "late.warc"),
      capture("/harbour", "2024-03-05T00:00:00Z", page({ lead: "Something else." })),
    );
    for (const [repeated, late] of [
      [0, 1],
      [1, 0],
    ]) {
      const report = await json<Record<string, number>>("import", "late.warc");
      assert.deepEqual([report["repeated"], report["late"]], [repeated, late]);
    }
    const { versions, looks } = await shown();
    assert.deepEqual(versions, before.versions);
    assert.equal(looks.length, 4);
    const [late] = looks.filter(({ at }) => at === "2024-03-05T00:00:00.000Z");
    assert.equal(late!.reason.code, "came-too-late");
  });

  test("keeps the pages where they can be read again", async () => {
    const { out, code, err } = await variorum("reextract", "--all", "--dry-run");
    assert.equal(code, 0, err);
    assert.doesNotMatch(out, /cannot be read|without a kept page/);
    assert.match((await variorum("doctor")).out, /archive: \d files \(\d MB\) in .*; keeps all/);
  });

  test("says plainly when the end of a file that versions cite is cut off", async () => {
    const files = join(folder, "data", "archive", "versions");
    const name = readdirSync(files).sort()[0]!;
    const whole = readFileSync(join(files, name));
    writeFileSync(join(files, name), whole.subarray(0, whole.length - 20));
    const { out, code } = await variorum("doctor");
    writeFileSync(join(files, name), whole);
    assert.equal(code, 1);
    assert.match(out, /1 file of the archive is cut off, such as versions\//);
  });

  test("says plainly when pages that versions cite are gone", async () => {
    const files = join(folder, "data", "archive", "versions");
    for (const name of readdirSync(files)) rmSync(join(files, name));
    const { out, code } = await variorum("doctor");
    assert.equal(code, 1);
    assert.match(out, /1 file of the archive is missing, such as versions\//);
    assert.equal((await shown()).versions.length, 2, "texts are not touched");
  });

  test("says what is wrong with its arguments", async () => {
    assert.match((await variorum("import", "nowhere")).err, /There is no file or folder .*nowhere\./);
    const empty = freshFolder();
    assert.match((await variorum("import", empty)).err, /There are no WARC or ARC files in/);
    const settings = { VARIORUM_ARCHIVE: "s3://news/archive" };
    const { err } = await run(["--data", join(folder, "data"), "import", "a.warc"], {
      cwd: folder,
      variables: settings,
    });
    assert.match(err, /needs a key\. Set s3-access-key and s3-secret-key/);
  });
});
