import { learnBlocks } from "./site-boilerplate.ts";
import { learnContainer } from "./site-container.ts";
import type { Lesson } from "./site-lesson.ts";
import type { ArticleTrace, SiteMemory } from "./site-memory.ts";
import type { PageTrace } from "./site-trace.ts";
import { digestsOf, learnPaths } from "./site-volatile.ts";

/** What a look teaches about its site. Pure; the memory stays bounded however many looks there are. */
export function learn(memory: SiteMemory, lesson: Lesson): SiteMemory {
  if (lesson.trace.blocks.length === 0) return memory;
  const next = { ...memory, looks: memory.looks + 1, again: memory.again + (lesson.previous ? 1 : 0) };
  return learnBlocks(learnPaths(learnContainer(next, lesson), lesson), lesson);
}

/** A look that met the very page of the look before. */
export const learnStill = (memory: SiteMemory): SiteMemory => ({ ...memory, still: memory.still + 1 });

/** What the next look at the article has to know. */
export const traceToKeep = (trace: PageTrace): ArticleTrace => ({
  container: trace.container,
  keptAll: trace.keptAll,
  paths: digestsOf(trace),
});
