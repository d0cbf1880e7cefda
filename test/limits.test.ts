import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";
import { amountOf, limitsIn, limitsOfFile } from "../scripts/limits.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** Numbers of the code that face the outside and yet bound nothing: letters, shares, scores, the beginning of time. */
const NO_BOUNDS = new Set(
  "FIRST_SYLLABLE LAST_SYLLABLE TRAILS TRAILS_OF_KS_ROWS LESS GREATER SLASH EQUALS JITTER_SHARE MIN_SCORE MIN_PAGE_ARTICLES EARLIEST_AT LOOK_EVERY_MS ARRIVAL_EVERY_MS FIRST_TAKEN REBUILT_SHARE SAMPLE READ".split(
    " ",
  ),
);

const PLANTED = `/** Why a. */
export const MAX_A = 2 * 1024 * SECOND;
const MAX_B = 7;

/** Why c. */
const TIMEOUTS: Times = {
  connectMs: 10 * SECOND,
  /** Why d. */
  wholeMs: 1_500,
};
const WORDS = 12;
const MAX_NAME = "text";
/** Why e,
 * on two lines. */
const BODY_BYTES = 4 * 2 ** 20;
`;

suite("the page of limits", () => {
  test("finds what bounds something, with its amount and its reason", () => {
    const found = limitsOfFile("src/x.ts", PLANTED, new Map([["SECOND", 1000]]));
    assert.deepEqual(
      found.map((limit) => [limit.name, amountOf(limit), limit.why]),
      [
        ["MAX_A", "2 048 000", "Why a."],
        ["MAX_B", "7", "Why a."],
        ["TIMEOUTS.connectMs", "10 s", "Why c."],
        ["TIMEOUTS.wholeMs", "1500 ms", "Why d."],
        ["BODY_BYTES", "4 MB", "Why e, on two lines."],
      ],
    );
  });

  const limits = limitsIn(ROOT);

  test("no number of what asks and reads other people's servers is missing", () => {
    const listed = new Set(limits.map(({ file, name }) => `${file} ${name}`));
    const missing = globSync("src/{fetch,discover}/**/*.ts", { cwd: ROOT }).flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), "utf8").matchAll(
          /^(?:export )?const ([A-Z][A-Z0-9_]*)(?:: number)? = [\d(A-Z]/gm,
        ),
      ]
        .map(([, name]) => name!)
        .filter((name) => !NO_BOUNDS.has(name) && !listed.has(`${file} ${name}`)),
    );
    assert.deepEqual(missing, []);
  });

  test("of the command line those that bound a file which may be somebody else's", () => {
    const ours = limitsOfFile(
      "src/cli/x.ts",
      "/** Why. */\nconst MAX_FILE_BYTES = 7;\nconst MAX_COLUMN = 78;\n",
      new Map(),
    );
    assert.deepEqual(
      ours.map(({ name }) => name),
      ["MAX_FILE_BYTES"],
    );
  });

  test("every one of them says why it is as it is", () => {
    assert.deepEqual(
      limits.filter(({ why }) => why === ""),
      [],
    );
  });
});
