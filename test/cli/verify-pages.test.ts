import assert from "node:assert/strict";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, beforeEach, suite, test } from "node:test";
import { openS3 } from "../archive/s3-server.ts";
import { type Ran, run } from "./run.ts";
import { watchInto } from "./watched.ts";

interface Place {
  readonly digest: Uint8Array;
  readonly file: string;
  readonly start: number;
  readonly length: number;
}

/** The places of the kept pages by file, as the database has them. */
function placesIn(data: string): readonly Place[] {
  const db = new DatabaseSync(join(data, "variorum.db"), { readOnly: true });
  const rows = db
    .prepare(
      "select digest, name as file, start, length from archived_body join archive_file f on f.id = file_id order by name, start",
    )
    .all();
  db.close();
  return rows as unknown as Place[];
}

suite("variorum verify reads the kept pages back", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-pages-"));
  const made = join(folder, "made");
  const data = join(folder, "data");
  const archive = join(data, "archive");
  after(() => rmSync(folder, { recursive: true, force: true }));
  before(() =>
    watchInto({ place: join(made, "variorum.db"), archive: join(made, "archive"), hours: 6, maxFileBytes: 40_000 }),
  );
  beforeEach(() => {
    rmSync(data, { recursive: true, force: true });
    cpSync(made, data, { recursive: true });
  });
  const verify = (variables: Record<string, string> = {}, ...args: string[]): Promise<Ran> =>
    run(["verify", ...args, "--data", data], { cwd: folder, variables });
  const inDatabase = (sql: string): void => {
    const db = new DatabaseSync(join(data, "variorum.db"));
    db.exec("pragma foreign_keys = off");
    db.exec(sql);
    db.close();
  };
  const files = (): readonly string[] => [...new Set(placesIn(data).map(({ file }) => file))];
  const flip = (path: string, at: number): void => {
    const bytes = readFileSync(path);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
  };
  /** One problem per line, and nothing else that is wrong. */
  const problemsOf = ({ out }: Ran): readonly string[] =>
    out.split("\n").filter((line) => /^(?:ALTERED|MISSING|UNREAD) /.test(line));

  test("and finds all of them as they were received, whatever else the archive lost by its policy", async () => {
    assert.ok(files().length >= 3, `${files().length} files`);
    const looks = readdirSync(join(archive, "looks"));
    assert.ok(looks.length > 0);
    for (const name of looks) rmSync(join(archive, "looks", name));
    const ran = await verify();
    assert.equal(ran.code, 0, ran.out + ran.err);
    const [, pages] = /^Read again, as received: (\d+) pages \(.*\)\.$/m.exec(ran.out)!;
    assert.equal(Number(pages), placesIn(data).length);
  });

  test("one altered byte in any part of a record is found, with its place and its versions", async () => {
    const [{ file, start, length }] = placesIn(data).slice(1) as [Place];
    for (const at of [0, 3, 5, Math.floor(length / 2), length - 6, length - 1]) {
      beforeEachCopy(file);
      flip(join(archive, file), start + at);
      const ran = await verify();
      const problems = problemsOf(ran);
      assert.equal(problems.length, 1, `byte ${at}: ${ran.out}`);
      assert.match(
        problems[0]!,
        new RegExp(`^ALTERED  The record at ${start} in ${file} .*: version \\d+ of article \\d+`),
      );
      assert.equal(ran.code, 1);
    }
  });
  const beforeEachCopy = (file: string): void => cpSync(join(made, "archive", file), join(archive, file));

  test("a file that was cut, one that is gone, and two that changed places", async () => {
    const [one, two] = files() as [string, string];
    const inOne = placesIn(data).filter(({ file }) => file === one);
    const last = inOne.at(-1)!;
    truncateSync(join(archive, one), last.start + last.length - 5);
    const cut = problemsOf(await verify());
    assert.equal(cut.length, 1);
    assert.match(cut[0]!, new RegExp(`The file ends before the record at ${last.start} in ${one} does: version`));

    rmSync(join(archive, one));
    const gone = problemsOf(await verify());
    assert.equal(gone.length, 1);
    const count = inOne.length === 1 ? "1 page" : `${inOne.length} pages`;
    assert.match(
      gone[0]!,
      new RegExp(`^MISSING  ${one} is not in the archive .*, with ${count}: version \\d+ of article`),
    );

    beforeEachCopy(one);
    renameSync(join(archive, one), join(archive, "a"));
    renameSync(join(archive, two), join(archive, one));
    renameSync(join(archive, "a"), join(archive, two));
    const swapped = problemsOf(await verify());
    const affected = placesIn(data).filter(({ file }) => file === one || file === two);
    assert.ok(swapped.length >= affected.length - 2, `${swapped.length} of ${affected.length}`);
    for (const file of [one, two]) assert.ok(swapped.some((problem) => problem.includes(file)));
  });

  test("a place in the database that was altered, and one that was taken out", async () => {
    const [first, second] = placesIn(data) as [Place, Place];
    const hex = Buffer.from(first.digest).toString("hex");
    const at = `where digest = x'${hex}'`;
    for (const [sql, said] of [
      [`update archived_body set start = start + 1 ${at}`, /ALTERED {2}The record at \d+ in .* is damaged: version/],
      [
        `update archived_body set start = ${second.start}, length = ${second.length} ${at}`,
        /holds another page: version/,
      ],
      [`update archived_body set length = length + 20 ${at}`, /The record at \d+ in .* is damaged: version/],
      [
        `update archived_body set length = ${second.start + second.length - first.start} ${at}`,
        /The record at \d+ in .* is not \d+ bytes long: version/,
      ],
      [`update archived_body set length = ${2 ** 40} ${at}`, /is no place in an archive: version/],
      [
        `update archive_file set name = '../variorum.db' where name = '${first.file}'`,
        /"\.\.\/variorum\.db" is no place/,
      ],
      [`update archived_body set file_id = 999 ${at}`, /in "" is no place in an archive: version/],
      [
        `delete from archived_body ${at}`,
        /MISSING {2}The page that version \d+ of article \d+ was read from is not kept/,
      ],
    ] as const) {
      cpSync(join(made, "variorum.db"), join(data, "variorum.db"));
      inDatabase(sql);
      const ran = await verify();
      assert.equal(ran.code, 1);
      assert.match(problemsOf(ran).join("\n"), said, sql);
    }
  });

  test("none of them when told so, a part by lot, and no more lines than somebody reads", async () => {
    for (const file of files()) writeFileSync(join(archive, file), Buffer.alloc(1_000_000));
    const all = await verify();
    const lines = problemsOf(all);
    assert.ok(lines.length <= files().length * 21, `${lines.length} lines`);
    const none = await verify({}, "--pages", "none");
    assert.equal(none.code, 0, none.out);
    assert.doesNotMatch(none.out, /Read again/);
    const part = JSON.parse((await verify({}, "--pages", "50%", "--json")).out) as { problems: string[] };
    assert.ok(part.problems.length < placesIn(data).length, `${part.problems.length} problems`);
    for (const share of ["0.5", "101%", "-1%", "many"])
      assert.equal((await verify({}, "--pages", share)).code, 2, share);
  });

  test("from a store that speaks S3 with few requests, and tells what is gone from what does not answer", async (t) => {
    const s3 = await openS3(t);
    for (const file of files()) s3.objects.set(`pages/${file}`, readFileSync(join(archive, file)));
    rmSync(archive, { recursive: true });
    const variables = {
      VARIORUM_ARCHIVE: "s3://news/pages",
      VARIORUM_S3_ENDPOINT: s3.endpoint,
      VARIORUM_S3_REGION: "eu-test-1",
      VARIORUM_S3_ACCESS_KEY: "KEY",
      VARIORUM_S3_SECRET_KEY: "SECRET",
    };
    const sound = await verify(variables);
    assert.equal(sound.code, 0, sound.out + sound.err);
    assert.equal(s3.asked.length, files().length, "one request a file, as long as its records stand close together");

    const [one, two, three] = files() as [string, string, string];
    const bytes = Buffer.from(s3.objects.get(`pages/${two}`)!);
    const inTwo = placesIn(data).find(({ file }) => file === two)!;
    bytes[inTwo.start + 30]! ^= 1;
    s3.objects.set(`pages/${two}`, bytes);
    s3.objects.delete(`pages/${one}`);
    s3.fault = (_, key) =>
      key === `pages/${three}` ? { status: 503, body: "<Error><Code>SlowDown</Code></Error>" } : undefined;
    const ran = await verify(variables);
    assert.equal(ran.code, 1);
    const problems = problemsOf(ran).join("\n");
    assert.match(problems, new RegExp(`MISSING  ${one} is not in the archive's store, with`));
    assert.match(problems, new RegExp(`ALTERED  The record at ${inTwo.start} in ${two} is damaged: version`));
    assert.match(problems, new RegExp(`UNREAD .*503 \\(SlowDown\\)\\. The pages from ${three} on were not read`));
  });

  test("is stopped by Ctrl+C", async () => {
    const ran = await run(["verify", "--data", data], { cwd: folder, signal: AbortSignal.abort() });
    assert.equal(ran.code, 130);
  });
});
