import type { Clock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Archive } from "#model/archive";
import type { Fetcher } from "#model/fetcher";
import type { Store } from "#store/store";
import type { Meter } from "./meter.ts";
import type { EngineSettings } from "./settings.ts";

/** What the composition root provides. */
export interface EngineDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  /** Keeps what was received; the store keeps the pages of versions itself when absent. */
  readonly archive?: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: EngineSettings;
  /** Names this worker in leases, so that a later start can tell whether it still lives (see `workerName`). */
  readonly owner: string;
  /** Gets a report of all work; without it there are no reports. */
  readonly meter?: Meter;
  /** Public address under which hubs reach this installation, without a slash at its end; null while they cannot. None when absent. */
  readonly publicBase?: () => string | null;
  /** What the fetcher answers was captured by others, long ago. No one can look again, so one look is enough. */
  readonly replayed?: boolean;
}
