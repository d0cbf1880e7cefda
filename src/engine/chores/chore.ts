import type { EngineContext } from "#engine/context";

/** Work that falls due by the clock and belongs to no host. */
export interface Chore {
  /** As it is stored and shown; never changed once released. */
  readonly name: string;
  /** The instant after `now` at which it falls due next. */
  readonly nextAt: (now: number) => number;
  /** Does it; may be done twice when a worker dies at it, and has to come to the same. */
  readonly run: (context: EngineContext) => Promise<void>;
}
