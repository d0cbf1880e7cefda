import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { harmless } from "#lib/harmless";

const BIN = join(import.meta.dirname, "../../bin/variorum.js");
/** Would clear the screen, set a title, move the cursor, turn what follows and ring. */
const EVIL = "\u001B[2J \u001B]0;title\u0007 \u009B31m \u202Egnp.exe\u2066 \r \u0008 \u007F {x}";
/** Whatever makes a terminal act, but for the colours that the program sets by itself. */
const ACTS = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;
// biome-ignore lint/complexity/useRegexLiterals: a literal may not have the sign that is looked for.
const COLOURS = new RegExp("\\u001B\\[\\d+m", "g");

suite("what reaches a terminal", () => {
  const cwd = mkdtempSync(join(tmpdir(), "variorum-harmless-"));
  after(() => rmSync(cwd, { recursive: true }));
  const says = "The river rose by two metres overnight and flooded the old town, the council said on Monday.";
  writeFileSync(join(cwd, "old.txt"), `${says}\nTen people ${EVIL} were hurt.\n`);
  writeFileSync(join(cwd, "new.txt"), `${says}\nTwelve people ${EVIL} were hurt.\n`);
  const run = (args: readonly string[], colour = "0") =>
    spawnSync(process.execPath, [BIN, ...args], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: colour },
    });

  test("texts with controls are printed with these written out, and in our colours", () => {
    const { stdout, stderr } = run(["collate", "old.txt", "new.txt", "--full"], "1");
    assert.match(stdout, COLOURS, stderr);
    assert.doesNotMatch(stdout.replace(COLOURS, ""), ACTS);
    assert.match(stdout, /\\u009b31m/);
  });

  test("JSON says the same text", () => {
    const { stdout } = run(["collate", "old.txt", "new.txt", "--json"]);
    assert.doesNotMatch(stdout, ACTS);
    const { old } = JSON.parse(stdout) as { old: readonly string[] };
    assert.ok(old[1]!.includes("\u009B31m \u202Egnp.exe"));
  });

  test("messages for the person who waits, too", () => {
    const { stderr, status } = run(["collate", `no${EVIL}.txt`, "new.txt"]);
    assert.notEqual(status, 0);
    assert.match(stderr, /There is no file/);
    assert.doesNotMatch(stderr, ACTS);
  });

  test("what does nothing stays as it is", () => {
    for (const text of ["Zürich\t1\n", "שלום\u200F", "👨\u200D👩", "\uFEFFx"]) assert.equal(harmless(text), text);
  });
});
