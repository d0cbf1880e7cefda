import type { EngineDeps } from "#engine/deps";
import { LEASE_MS } from "#engine/settings";
import type { HostId } from "#model/id";
import type { Manners } from "#model/manners";
import type { LeasedHost } from "#store/writer";

/**
 * A host that this worker has leased, and until when it certainly has it. A request may be sent only if the pause after it ends
 * before the lease does: should we die then, or be stopped, no one asks the host too soon after us.
 */
export class HeldHost {
  readonly id: HostId;
  readonly key: string;
  readonly manners: Manners;
  readonly #deps: Pick<EngineDeps, "store" | "clock" | "owner">;
  #until: number;
  #longestGapMs = 0;

  constructor(deps: Pick<EngineDeps, "store" | "clock" | "owner">, { id, key, manners, leasedUntil }: LeasedHost) {
    this.#deps = deps;
    this.id = id;
    this.key = key;
    this.manners = manners;
    this.#until = leasedUntil;
  }

  /** The longest pause that a request under way needs. */
  get longestGapMs(): number {
    return this.#longestGapMs;
  }

  /** May a request with this pause after it be sent at this very moment? */
  covers(gapMs: number): boolean {
    const { clock } = this.#deps;
    // A machine that was suspended does not know yet how much time has passed: the store is asked.
    return (clock.isSure?.() ?? true) && clock.now() + gapMs <= this.#until;
  }

  /**
   * Makes the lease long enough for a request where it is not, because the pause is longer, or much time has passed since the host
   * was leased. False when another worker has the host by now, or has been promised it.
   */
  async keep(gapMs: number): Promise<boolean> {
    this.#longestGapMs = Math.max(this.#longestGapMs, gapMs);
    if (this.covers(gapMs)) return true;
    const { store, owner, clock } = this.#deps;
    const now = clock.now();
    const until = now + LEASE_MS + gapMs;
    const kept = await store.writer.renewLeases([this.id], owner, until, now);
    if (kept.length === 0) return false;
    this.renewed(until);
    // The answer may have taken longer than it is good for.
    return this.covers(gapMs);
  }

  /** The store says so. */
  renewed(until: number): void {
    this.#until = Math.max(this.#until, until);
  }

  /** It is not known any more who has it: the store is asked before the next request. */
  doubt(): void {
    this.#until = Number.NEGATIVE_INFINITY;
  }
}
