import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#lib/clock";
import type { Cluster } from "../../scripts/postgres.ts";
import type { BucketServer } from "./bucket-server.ts";
import type { Member } from "./fleet.ts";

export type FaultKind =
  | "worker killed"
  | "database killed"
  | "database cut off"
  | "press cut off"
  | "cable pulled"
  | "press slow"
  | "names fail"
  | "clock jumps"
  | "bucket refuses"
  | "disk full";

export interface Scene {
  readonly members: readonly Member[];
  readonly cluster: Cluster;
  readonly bucket: BucketServer;
  /** Small disk that holds the archive folders; null where none could be made. */
  readonly disk: string | null;
  /** 0 to 1. */
  readonly random: () => number;
}

/** Does one fault and repairs it; resolves when it is over. Real time. */
type Fault = (scene: Scene, member: Member) => Promise<void>;

const between = (scene: Scene, from: number, to: number): number => from + scene.random() * (to - from);

const during =
  (begin: (scene: Scene, member: Member) => void, repair: (scene: Scene, member: Member) => void): Fault =>
  async (scene, member) => {
    begin(scene, member);
    await sleep(between(scene, 500, 3000));
    repair(scene, member);
  };

export const FAULTS: Readonly<Record<FaultKind, Fault>> = {
  "worker killed": (scene, member) => member.kill(between(scene, 0, 2000)),
  "database killed": (scene) => scene.cluster.restart("SIGQUIT"),
  "database cut off": during(
    (_, { database }) => database.cut(),
    (_, { database }) => database.repair(),
  ),
  "press cut off": during(
    (_, { press }) => press.cut(),
    (_, { press }) => press.repair(),
  ),
  "cable pulled": during(
    (_, { namespace }) => namespace?.pull(),
    (_, { namespace }) => namespace?.plug(),
  ),
  "press slow": during(
    (scene, { press }) => press.slow(between(scene, 1000, 3000)),
    (_, { press }) => press.slow(0),
  ),
  "names fail": during(
    (_, member) => member.tell({ kind: "dns", works: false }),
    (_, member) => member.tell({ kind: "dns", works: true }),
  ),
  "clock jumps": during(
    (scene, member) => member.tell({ kind: "clock", skewMs: Math.round(between(scene, -60, 60)) * MINUTE_MS }),
    (_, member) => member.tell({ kind: "clock", skewMs: 0 }),
  ),
  "bucket refuses": during(
    ({ bucket }) => bucket.refuse(true),
    ({ bucket }) => bucket.refuse(false),
  ),
  "disk full": during(
    ({ disk }) => fill(disk!),
    ({ disk }) => rmSync(join(disk!, "filler"), { force: true }),
  ),
};

/** Some kinds happen to everybody at once: one at a time. */
export const SHARED: ReadonlySet<FaultKind> = new Set(["database killed", "bucket refuses", "disk full"]);

export function possible(kind: FaultKind, { members, disk }: Scene): boolean {
  if (kind === "cable pulled") return members.every(({ namespace }) => namespace !== null);
  return kind !== "disk full" || disk !== null;
}

/** Writes until there is no room left. */
function fill(disk: string): void {
  const file = join(disk, "filler");
  for (let bytes = 64 * 1024 * 1024; bytes >= 1024; bytes /= 2) {
    try {
      writeFileSync(file, Buffer.alloc(bytes), { flag: "a" });
    } catch {
      // That much did not fit: half of it may.
    }
  }
}

/** A disk of a few megabytes in memory at `folder`; false where this user may not mount. */
export const mountDisk = (folder: string, megabytes: number): boolean =>
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" }).status === 0;

export const unmountDisk = (folder: string): void => void spawnSync("umount", ["--lazy", folder], { stdio: "ignore" });
