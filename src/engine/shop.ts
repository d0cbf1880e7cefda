import type { compilePatterns } from "#discover/patterns";
import type { EngineDeps } from "./deps.ts";
import type { Gate } from "./gate.ts";
import type { Outlooks } from "./outlooks.ts";
import type { Siblings } from "./siblings.ts";
import type { SiteMemories } from "./site-memory.ts";
import type { Workshop } from "./workshop.ts";

/** What every part of the engine works with: the dependencies, and what the engine opens for itself. */
export interface Shop extends EngineDeps {
  readonly workshop: Workshop;
  readonly gate: Gate;
  readonly sites: SiteMemories;
  readonly siblings: Siblings;
  readonly outlooks: Outlooks;
  readonly compilePatterns: typeof compilePatterns;
}
