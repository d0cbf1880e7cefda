import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Peers that are no dependency of the project, because one of them brings a hundred old packages: bench/peers/ names them and
 * is installed when they are to be measured.
 */
const FOLDER = join(import.meta.dirname, "..", "peers");
const NAMES = ["jsdom", "@postlight/parser"];

const isInstalled = (): boolean => NAMES.every((name) => existsSync(join(FOLDER, "node_modules", name)));

/** Installs them if they are not there. Returns why they cannot be measured, or null. */
export function installPeers(): string | null {
  if (isInstalled()) return null;
  try {
    // No scripts: nothing of what they bring has to be built, and nothing of it has to be trusted with more than reading a page.
    execFileSync("npm", ["ci", "--prefix", FOLDER, "--ignore-scripts", "--no-audit", "--no-fund"], {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      timeout: INSTALL_LIMIT_MS,
    });
  } catch (error) {
    const said = (error as { readonly stderr?: string }).stderr?.trim().split("\n").at(-1);
    return `bench/peers could not be installed (${said || (error instanceof Error ? error.message : String(error))})`;
  }
  return isInstalled() ? null : "bench/peers was installed, but its packages are not there";
}
const INSTALL_LIMIT_MS = 180_000;

/** What a peer exports; old CommonJS, most of it, so that it is required. */
export const loadPeer = <T>(name: string): T => createRequire(join(FOLDER, "package.json"))(name) as T;
