import { dayOf, parsePath } from "./file-name.ts";

/**
 * What is kept: every answer for ever; only those that versions cite; or those for ever, and all others for so many
 * milliseconds.
 */
export type Keep = "all" | "versions" | number;

/** Of the files of a series, those whose every record is older than the policy keeps: none of them is cited by a version. */
export function outlived(paths: readonly string[], keep: Keep, now: number): readonly string[] {
  if (typeof keep !== "number") return [];
  // A file holds what was recorded on the day of its name, and nothing refers to it but itself.
  const firstKept = dayOf(now - keep);
  return paths.filter((path) => {
    const name = parsePath(path);
    return name !== null && name.series === "looks" && name.day < firstKept;
  });
}
