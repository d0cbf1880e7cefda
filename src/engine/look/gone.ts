import type { Watch, Watched } from "#model/watch";
import type { Reader } from "#store/reader";
import type { Observation } from "./observation.ts";

/** More looks in a row than count before a page is taken for gone. */
const LOOKS_READ = 8;

/**
 * The watch as the schedule has to see it after this observation. Only looks in a row that found the page gone count towards its
 * being gone: one 404 after a night of other faults has yet to be confirmed.
 */
export async function standingAfter(
  reader: Pick<Reader, "captures">,
  { article, watch }: Watched,
  observation: Observation,
): Promise<Watch> {
  if (observation.kind !== "nothing" || observation.verdict.met !== "gone" || watch.failures === 0) return watch;
  const { items } = await reader.captures(article.id, { limit: LOOKS_READ });
  const other = items.findIndex(
    ({ outcome, decision }) => outcome !== "gone" && !(outcome === "moved" && decision === "none"),
  );
  return other < 0 ? watch : { ...watch, failures: Math.min(watch.failures, other) };
}
