/**
 * Builds what is published: dist/ holds the compiled src/ and its assets. It is a package scope of its own, so that
 * `#folder/file` means src/ in a checkout and dist/ in an installed package.
 */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");

rmSync(DIST, { recursive: true, force: true });

const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", join(ROOT, "tsconfig.build.json")], { stdio: "inherit" });
if (status !== 0) {
  console.error("The build stopped: the compiler found the errors above.");
  process.exit(1);
}

const SRC = join(ROOT, "src");
const assets = globSync("**/*.*", { cwd: SRC }).filter((path) => !path.endsWith(".ts"));
for (const path of assets) cpSync(join(SRC, path), join(DIST, path));

writeFileSync(join(DIST, "package.json"), `${JSON.stringify({ type: "module", imports: { "#*": "./*.js" } })}\n`);
