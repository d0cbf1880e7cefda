import { runAlignment } from "./collate/alignment.ts";
import { realBodies } from "./collate/bodies.ts";
import { runGold } from "./collate/gold-run.ts";
import { runLabels } from "./collate/labels.ts";
import { runMemory } from "./collate/memory.ts";
import { runReadability } from "./collate/readability.ts";
import { generatedForSpeed, runSpeed } from "./collate/speed.ts";
import { oneOf, readFlags, whole } from "./flags.ts";

export const FLAGS = {
  seed: whole(7),
  only: oneOf(["gold", "alignment", "readability", "labels", "speed", "memory"], undefined),
};

/**
 * Measures the collation: alignment against known edits and against peers, readability on real revisions, speed, memory.
 * `--seed N` chooses other random edits, `--only gold|alignment|readability|labels|speed|memory` one part. Real texts need `--data DIR`.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { seed, only } = readFlags(flags, FLAGS);
  if (only === undefined || only === "gold") runGold(data, seed);
  if (data !== undefined && (only === undefined || only === "alignment")) runAlignment(data);
  if (data !== undefined && (only === undefined || only === "readability")) runReadability(data);
  if (only === undefined || only === "labels") runLabels(data);
  const bodies = data === undefined ? generatedForSpeed(seed) : realBodies(data, 45);
  if (only === undefined || only === "speed") runSpeed(bodies, seed);
  if (only === undefined || only === "memory") runMemory();
}
