import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { after, before, suite, test } from "node:test";

const ROOT = resolve(import.meta.dirname, "..");

/** A Node older than 24 that this machine has beside the project's own, if any. */
function olderNode(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  for (const folder of [...folders, "/usr/bin", "/usr/local/bin"]) {
    const { status, stdout } = spawnSync(join(folder, "node"), ["-p", "process.versions.node"], { encoding: "utf8" });
    if (status === 0 && Number.parseInt(stdout, 10) < 24) return join(folder, "node");
  }
  return null;
}

/** The package as a stranger gets it: packed, and installed in an empty folder. */
suite("the published package", () => {
  let folder: string;
  const run = (command: string, args: readonly string[], cwd = folder): SpawnSyncReturns<string> => {
    // npm tells its children about the project it was started in; a stranger's npm knows nothing of it.
    const strangers = Object.entries(process.env).filter(
      ([name]) => !/^(npm_(?!config_(registry|cache|cafile))|NODE_TEST|INIT_CWD)/i.test(name),
    );
    const PATH = `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`;
    return spawnSync(command, args, { cwd, encoding: "utf8", env: { ...Object.fromEntries(strangers), PATH } });
  };
  const succeed = (command: string, args: readonly string[], cwd = folder): string => {
    const { status, stdout, stderr } = run(command, args, cwd);
    assert.equal(status, 0, `${command} ${args.join(" ")}: ${stderr}${stdout}`);
    return stdout;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "variorum-package-"));
    const packed = succeed("npm", ["pack", "--pack-destination", folder], ROOT).trim().split("\n").at(-1)!;
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    succeed("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${packed}`]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("npx variorum --help", () => {
    const help = succeed("npx", ["variorum", "--help"]);
    assert.match(help, /^Usage: npx variorum/);
    assert.match(help, /npx variorum demo/);
  });

  test("a day of the demo: worker threads, pages and store run from what was built", () => {
    const { caught, falseVersions } = JSON.parse(
      succeed("npx", ["variorum", "demo", "--once", "--json", "--port", "0"]),
    );
    assert.ok(caught > 0, "no edit was caught");
    assert.ok(Array.isArray(falseVersions));
  });

  test("the doors open", () => {
    writeFileSync(
      join(folder, "doors.js"),
      `import { extract } from "variorum/extract";
       import { collate } from "variorum/collate";
       import { openStore } from "variorum/store";
       import { createApp } from "variorum/publish";
       import * as all from "variorum";
       const page = "<html><body><article><h1>Rain</h1>" + "<p>It rained all day in the valley, and the river rose by two metres.</p>".repeat(5);
       const { blocks } = extract(page, { url: "https://example.org/rain" });
       const { groups } = collate(["Ten died."], ["Twelve died."]);
       console.log(JSON.stringify([blocks.length > 0, groups[0].kind, typeof openStore, typeof createApp, all.extract === extract]));`,
    );
    assert.deepEqual(JSON.parse(succeed("node", ["doors.js"])), [true, "edited", "function", "function", true]);
  });

  test("types come with it", () => {
    const compilerOptions = {
      module: "nodenext",
      target: "es2024",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
    writeFileSync(
      join(folder, "typed.ts"),
      `import { extract } from "variorum/extract";
       import { collate, type Collation } from "variorum/collate";
       export const headline: string | null = extract("", { url: "about:blank" }).headline;
       export const collation: Collation = collate([], []);
       // @ts-expect-error: blocks are no number, so the types are really there.
       export const blocks: number = extract("", { url: "about:blank" }).blocks;`,
    );
    succeed("node", [join(ROOT, "node_modules", "typescript", "bin", "tsc"), "-p", "."]);
  });

  const needs = /^Variorum needs Node 24 or newer; this is v20\.\d+\.\d+\. .* npx -p node@24 -p variorum variorum\n$/;

  test("an older Node is answered with what is needed, in one line", () => {
    const pretend = `Object.defineProperty(process.versions, "node", { value: "20.20.2" }); await import("variorum/bin");`;
    const bin = join(folder, "node_modules", "variorum", "bin", "variorum.js");
    const { status, stderr } = run("node", ["--input-type=module", "-e", pretend.replace("variorum/bin", bin)]);
    assert.equal(status, 1);
    assert.match(stderr, needs);
  });

  const older = olderNode();
  test("really started by an older Node", {
    skip: older === null ? "this machine has no Node older than 24" : false,
  }, () => {
    const { status, stderr } = run(older!, [join(folder, "node_modules", "variorum", "bin", "variorum.js"), "--help"]);
    assert.equal(status, 1);
    assert.match(stderr, /^Variorum needs Node 24 or newer; this is v\d+\.\d+\.\d+\. .*\n$/);
  });
});
