import type { compilePatterns } from "#discover/patterns";
import type { Outlooks } from "#engine/look/outlooks";
import type { Siblings } from "#engine/look/siblings";
import type { SiteMemories } from "#engine/look/site-memory";
import type { Gate } from "#engine/politeness/gate";
import type { Workshop } from "#engine/threads/workshop";
import type { EngineDeps } from "./deps.ts";

/** What every part of the engine works with: the dependencies, and what the engine opens for itself. */
export interface EngineContext extends EngineDeps {
  readonly workshop: Workshop;
  readonly gate: Gate;
  readonly sites: SiteMemories;
  readonly siblings: Siblings;
  readonly outlooks: Outlooks;
  readonly compilePatterns: typeof compilePatterns;
  /** What is replayed was captured at the address that the article claims, and proves it. */
  readonly isAtClaim?: boolean;
}
