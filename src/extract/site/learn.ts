import { amountsToKeep, learnAmounts } from "./amounts.ts";
import { endsOf, learnBlocks } from "./boilerplate.ts";
import { learnContainer } from "./container.ts";
import type { Lesson } from "./lesson.ts";
import type { ArticleTrace, SiteMemory } from "./memory.ts";
import { figuresOf, learnMoving } from "./moving.ts";
import type { PageTrace } from "./trace.ts";
import { digestsOf, learnPaths } from "./volatile.ts";

/** What a look teaches about its site. Pure; the memory stays bounded however many looks there are. */
export function learn(memory: SiteMemory, lesson: Lesson): SiteMemory {
  if (lesson.trace.blocks.length === 0) return memory;
  const next = { ...memory, looks: memory.looks + 1 };
  const places = learnPaths(learnContainer(next, lesson), lesson);
  return learnBlocks(learnAmounts(learnMoving(places, lesson), lesson), lesson);
}

/** What the next look at the article has to know. */
export const traceToKeep = (trace: PageTrace, previous: ArticleTrace | null): ArticleTrace => ({
  container: trace.container,
  keptAll: trace.keptAll,
  paths: digestsOf(trace),
  ends: endsOf(trace),
  figures: figuresOf(trace, previous?.figures),
  amounts: amountsToKeep(trace.amounts, previous?.amounts),
});
