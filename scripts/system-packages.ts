import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface SystemPackage {
  /** What it does in the tests, as the end of a sentence. */
  readonly purpose: string;
  /** Names under which it may be installed on the path (any one will do), or how else to tell. */
  readonly commands: readonly string[] | (() => boolean);
  /** Its package in Debian and its descendants. */
  readonly debian: string;
}

/** Installs what is missing where that is possible (Debian, as root); says what to install and ends the process elsewhere. */
export function requireSystemPackages(packages: readonly SystemPackage[]): void {
  const missing = packages.filter((one) => !isThere(one));
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian);
  const can = isInstalled("apt-get") && process.getuid?.() === 0;
  if (!can) {
    for (const { debian, purpose } of missing) console.error(`The tests need ${debian}, which ${purpose}.`);
    console.error(`Install it and run the tests again. On Debian or Ubuntu: sudo apt-get install ${names.join(" ")}`);
    process.exit(1);
  }
  console.error(`Installing ${names.join(", ")} for the tests ...`);
  install(names);
  const still = missing.filter((one) => !isThere(one));
  if (still.length === 0) return;
  console.error(`apt-get could not install ${still.map(({ debian }) => debian).join(", ")}; see its messages above.`);
  process.exit(1);
}

const isThere = ({ commands }: SystemPackage): boolean =>
  typeof commands === "function" ? commands() : commands.some(isInstalled);

function isInstalled(command: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** apt-get waits for another one to finish; its messages show only if it fails. */
function install(names: readonly string[]): void {
  const apt = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-qq", ...args], {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) console.error(stdout, stderr);
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...names);
}
