import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const FOLDER = join(import.meta.dirname, "..", "..", "bench", "peers");
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  /** Comes inside the package around it and is pinned with that. */
  readonly inBundle?: true;
}

test("the peers of the benchmark are pinned by their contents, from whatever registry they come", () => {
  const { dependencies } = read("package.json") as { readonly dependencies: Readonly<Record<string, string>> };
  const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
  for (const name of Object.keys(dependencies)) assert.ok(packages[`node_modules/${name}`], name);
  for (const [path, { resolved, integrity, inBundle }] of Object.entries(packages)) {
    if (path === "") continue;
    assert.equal(resolved, undefined, `${path} names a host`);
    if (!inBundle) assert.match(integrity ?? "", /^sha(?:1|512)-/, `${path} is not pinned`);
  }
});

test("no peer is a dependency of the project", () => {
  const root = JSON.parse(readFileSync(join(FOLDER, "..", "..", "package.json"), "utf8"));
  const own = { ...root.dependencies, ...root.devDependencies };
  for (const name of Object.keys(read("package.json").dependencies)) assert.equal(own[name], undefined, name);
});
