import type { Running } from "#model/running";
import type { VersionHead } from "#model/version";

export type { Running } from "#model/running";

/** The live versions in a row among which the one at the place `number` is; null when it is not the version of a live page, or is alone. */
export function runningOf(versions: readonly VersionHead[], number: number): Running | null {
  const at = versions.findIndex((version) => version.place === number);
  if (!versions[at]?.live) return null;
  const before = versions.findLastIndex((version, i) => i < at && !version.live);
  const after = versions.findIndex((version, i) => i > at && !version.live);
  const run = versions.slice(before + 1, after < 0 ? versions.length : after);
  return run.length < 2 ? null : { from: run[0]!.place, versions: run.length, since: run[0]!.firstSeenAt };
}
