import type { compilePatterns } from "#discover/patterns";
import type { Clock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Fetcher } from "#model/fetcher";
import type { Store } from "#store/store";
import type { Gate } from "./gate.ts";
import type { EngineSettings } from "./settings.ts";
import type { Workshop } from "./workshop.ts";

/** What the composition root provides. */
export interface EngineDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: EngineSettings;
  /** Names this worker in leases, so that a later start can tell whether it still lives (see `workerName`). */
  readonly owner: string;
}

/** The same with what the engine opens for itself. */
export interface Shop extends EngineDeps {
  readonly workshop: Workshop;
  readonly gate: Gate;
  readonly compilePatterns: typeof compilePatterns;
}
