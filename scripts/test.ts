/**
 * `npm test`: sets up what the tests need, then runs all of them, or the files and folders given as arguments.
 * Nothing is skipped for want of a program: what is missing is installed, or named with the command that installs it.
 */
import { globSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { serverPrograms, startCluster } from "./postgres.ts";
import { requireSystemPackages } from "./system-packages.ts";

/** A file that takes longer hangs: the slowest ones take seconds. */
const FILE_TIMEOUT_MS = 5 * 60_000;

const ROOT = resolve(import.meta.dirname, "..");
process.chdir(ROOT);

requireSystemPackages([
  { purpose: "looks at the pages", commands: ["chromium", "chromium-browser", "google-chrome"], debian: "chromium" },
  {
    purpose: "is one of the two databases of the store",
    commands: () => serverPrograms() !== null,
    debian: "postgresql",
  },
]);

const files = testFiles(process.argv.slice(2));
if (files.length === 0) {
  console.error(`No test files in ${process.argv.slice(2).join(", ") || "test/"}.`);
  process.exit(1);
}

// One server for all files; each test makes a database of its own in it. Files that are run by themselves start their own.
const cluster = files.some(usesPostgres) ? await startCluster({ durable: false }) : null;
if (cluster) process.env["TEST_POSTGRES_SERVER"] = cluster.url("postgres");

const events = run({
  files,
  concurrency: availableParallelism(),
  timeout: FILE_TIMEOUT_MS,
  execArgv: ["--disable-warning=ExperimentalWarning"],
});

let closing = "# no summary came: the runner stopped early\n# fail 1\n";
let failed = true;
events.on("test:summary", ({ file, counts, duration_ms, success }) => {
  if (file !== undefined) return;
  failed = !success;
  const { tests, passed, skipped, todo } = counts;
  const lines = { tests, pass: passed, fail: tests - passed - skipped - todo, skipped };
  closing = Object.entries({ ...lines, seconds: (duration_ms / 1000).toFixed(1) })
    .map(([name, value]) => `# ${name} ${value}\n`)
    .join("");
});
// The spec reporter ends with the failures; the counts are wanted below them.
for await (const text of events.compose(new spec())) process.stdout.write(text);
await cluster?.stop();

process.stdout.write(closing);
process.exitCode = failed ? 1 : 0;

function usesPostgres(file: string): boolean {
  return file.includes("store/postgres/") || readFileSync(file, "utf8").includes("postgres/server.ts");
}

function testFiles(wanted: readonly string[]): string[] {
  if (wanted.length === 0) return globSync("test/**/*.test.ts").sort();
  return wanted.flatMap((path) =>
    statSync(path).isDirectory() ? globSync(`${path.replace(/\/$/, "")}/**/*.test.ts`).sort() : [path],
  );
}
