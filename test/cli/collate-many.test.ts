import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { run } from "./run.ts";

suite("three texts on the command line", () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), "variorum-many-"));
    const mill = "The bridge at the mill stays closed.";
    const toll = (n: string) => `${n} people were taken to hospital after the flood in the old town.`;
    writeFileSync(join(cwd, "1.txt"), `Rain fell for a week.\n${toll("Ten")} ${mill}\nCrews came by night.`);
    writeFileSync(join(cwd, "2.txt"), `Rain fell for a week.\n${toll("Twelve")}`);
    writeFileSync(join(cwd, "3.txt"), `Rain fell for a week.\n${toll("Twelve")} ${mill} Schools open.`);
  });
  after(() => rmSync(cwd, { recursive: true }));
  const files = ["1.txt", "2.txt", "3.txt"];

  test("they are one: the last with what each of the others brought and had", async () => {
    const { code, out, err } = await run(["collate", ...files], { cwd });
    assert.equal(code, 0, err);
    assert.equal(
      out,
      `[1] 1.txt
[2] 2.txt
[3] 3.txt

… 1 paragraph as in all texts …

{+Twelve+} people were taken to hospital after the flood in the old town. [2] The bridge at the mill
stays closed. {+Schools open.+} [3]
    [1] [-Ten-] people were taken to hospital after the flood in the old town.
    [3] restored, as in 1: The bridge at the mill stays closed.

[-Crews came by night.-] [last in 1]

5 sentences: 1 in all texts, 1 worded differently before, 1 removed, 1 restored.`,
    );
    assert.match((await run(["collate", ...files, "--full"], { cwd })).out, /^Rain fell for a week\.$/m);
  });

  test("as JSON the whole apparatus, with the names of the texts", async () => {
    const { code, out } = await run(["collate", ...files, "--json"], { cwd });
    const { texts, versions, paragraphs, witnesses } = JSON.parse(out);
    assert.deepEqual([code, texts, versions, paragraphs.length, witnesses.length], [0, files, [1, 2, 3], 3, 3]);
  });

  test("a text that is not there, and two from one pipe, are refused in words", async () => {
    assert.match((await run(["collate", ...files, "4.txt"], { cwd })).err, /There is no file 4\.txt/);
    assert.match((await run(["collate", "1.txt", "-", "-"], { cwd })).err, /Only one of the texts/);
    assert.match(
      (await run(["collate", ...files, "--batch", "x"], { cwd })).err,
      /Give two texts, OLD and NEW, or use --batch FILE/,
    );
  });
});
