import type { VersionHead } from "#model/version";

/** What a version that was taken back shows: at the beginning there is no text before it. */
export function readsAs(versions: readonly VersionHead[], version: VersionHead): string {
  const isFirst = versions
    .filter(({ articleId, number }) => articleId === version.articleId && number < version.number)
    .every(({ takenBack }) => takenBack !== null);
  return isFirst ? "reads as the first one that is" : "reads as the one before";
}
