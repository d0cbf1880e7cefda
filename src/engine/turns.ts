import { HeldHost } from "#engine/politeness/held-host";
import type { TaskDone } from "#engine/tasks/task";
import { FailureError } from "#model/failure";
import type { HostId } from "#model/id";
import type { EngineContext } from "./context.ts";
import type { CheckReport, WorkOptions } from "./engine.ts";
import { LEASE_MS, RENEW_MS } from "./settings.ts";
import { turn } from "./turn.ts";

/** A lease that is renewed in time always outlasts this gap. */
const USUAL_GAP_MS = LEASE_MS - 2 * RENEW_MS;

/** The turns under way, at most `concurrency` at a time, and the count of what they did. */
export class Turns {
  readonly #context: EngineContext;
  readonly #options: WorkOptions;
  /** By the host that each holds. */
  readonly #active = new Map<HostId, { readonly host: HeldHost; readonly work: Promise<void> }>();
  #report: CheckReport = { polls: 0, looks: 0, newArticles: 0, newVersions: 0, failed: 0 };
  #halt: unknown = null;
  #renewedAt = 0;

  constructor(context: EngineContext, options: WorkOptions) {
    this.#context = context;
    this.#options = options;
  }

  get report(): CheckReport {
    return this.#report;
  }

  get busy(): number {
    return this.#active.size;
  }

  /** Leases free hosts that have something due and starts a turn at each. Returns how many started. */
  async fill(): Promise<number> {
    if (this.#halt) throw this.#halt;
    const { store, owner, clock, settings } = this.#context;
    await this.#renew();
    const free = settings.concurrency - this.#active.size;
    if (free <= 0 || this.#options.signal?.aborted) return 0;
    const hosts = await store.writer.leaseHosts(owner, clock.now(), LEASE_MS, free);
    for (const leased of hosts) this.#start(new HeldHost(this.#context, leased));
    return hosts.length;
  }

  #start(host: HeldHost): void {
    // A turn before this one may still be under way: it has just given the host back, or could not, and its lease ran out. When it
    // ends, it may give away this one's lease, which is of the same owner.
    const before = this.#active.get(host.id)?.work.then(() => host.doubt());
    const work: Promise<void> = (before ?? Promise.resolve())
      .then(() => turn(this.#context, host))
      .then(
        (done) => this.#count(done),
        (error) => this.#fault(error),
      )
      .finally(() => {
        if (this.#active.get(host.id)?.work === work) this.#active.delete(host.id);
      });
    this.#active.set(host.id, { host, work });
  }

  /** Keeps the hosts of the turns under way; called before others are leased, and more often than leases end. */
  async #renew(): Promise<void> {
    const { store, owner, clock } = this.#context;
    if (this.busy === 0) this.#renewedAt = clock.now();
    if (clock.now() - this.#renewedAt < RENEW_MS) return;
    const now = clock.now();
    this.#renewedAt = now;
    const hosts = [...this.#active.values()].map(({ host }) => host);
    // Where the pause is longer than usual, the lease has to be, too.
    for (const [gapMs, some] of Map.groupBy(hosts, ({ longestGapMs }) =>
      longestGapMs > USUAL_GAP_MS ? longestGapMs : 0,
    )) {
      const until = now + LEASE_MS + gapMs;
      const kept = new Set(
        await store.writer.renewLeases(
          some.map(({ id }) => id),
          owner,
          until,
          now,
        ),
      );
      for (const host of some) if (kept.has(host.id)) host.renewed(until);
    }
  }

  /** Resolves when any turn ends, or with `other`. */
  async oneDone(other?: Promise<void>): Promise<void> {
    await Promise.race([...this.#works(), ...(other ? [other] : [])]);
  }

  async allDone(): Promise<void> {
    await Promise.all(this.#works());
  }

  #works(): readonly Promise<void>[] {
    return [...this.#active.values()].map(({ work }) => work);
  }

  #count(done: TaskDone | null): void {
    if (!done) return;
    this.#report = added(this.#report, done.counts);
    this.#options.onEvent?.(done.event);
  }

  /** A fault of the store ends the work; any other fault ends only its own turn. */
  #fault(error: unknown): void {
    if (error instanceof FailureError && error.failure.advice === "stop") this.#halt = error;
    if (error instanceof FailureError) this.#context.log.warn({ failure: error.failure }, "a turn failed");
    else this.#context.log.error({ err: error }, "a turn failed");
  }
}

const added = (report: CheckReport, counts: Partial<CheckReport>): CheckReport => ({
  polls: report.polls + (counts.polls ?? 0),
  looks: report.looks + (counts.looks ?? 0),
  newArticles: report.newArticles + (counts.newArticles ?? 0),
  newVersions: report.newVersions + (counts.newVersions ?? 0),
  failed: report.failed + (counts.failed ?? 0),
});
