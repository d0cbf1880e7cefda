import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

/** The rule itself, what a row is and how it is read, and how tables were made. */
const MAY_NAME_IT = /^src\/store\/(?:visible|schema|rows|(?:postgres\/)?migrations\/.+)\.ts$/;

test("one file of the program says in SQL what hidden means", () => {
  const root = resolve(import.meta.dirname, "../..");
  const naming = globSync("src/**/*.ts", { cwd: root }).filter((path) =>
    readFileSync(join(root, path), "utf8").includes("hidden_at"),
  );
  assert.ok(naming.includes("src/store/visible.ts"));
  assert.deepEqual(
    naming.filter((path) => !MAY_NAME_IT.test(path)),
    [],
  );
});
