import type { EngineContext } from "#engine/context";

/** What chores work with; one that needs more of the engine adds it here. */
export type ChoreContext = Pick<EngineContext, "store" | "clock" | "log" | "workshop">;

/**
 * Work that falls due by the clock and belongs to no host. A chore is done for each of its keys ("digest" for "desk-7"), and
 * each key has its own due instant, lease and failures.
 */
export interface Chore {
  /** As it is stored and shown; never changed once released. */
  readonly name: string;
  /**
   * True when its keys come and go: whoever wants one asks for it with `ensureChore`. Otherwise it has one key, the empty one,
   * which the engine asks for itself.
   */
  readonly isKeyed?: boolean;
  /** True when it is due at once the first time it is known, as after an upgrade. */
  readonly isUrgent?: boolean;
  /** The instant after `now` at which it falls due next. */
  readonly nextAt: (now: number, key: string) => number;
  /**
   * Does it; may be done twice when a worker dies at it, and has to come to the same. "over" when this key is not wanted any
   * more: its row goes. "more" when there is work left: it goes on after the chores that are due. Long work ends early on the signal.
   */
  readonly run: (context: ChoreContext, key: string, signal?: AbortSignal) => Promise<"again" | "more" | "over">;
}
