import type { ArchivedCapture, History } from "#archive/history";
import type { Engine, Replayed } from "#engine/engine";
import { hostKey } from "#lib/url";
import { isOpening } from "#model/capture";
import { FailureError, reasonOf } from "#model/failure";
import type { Reason } from "#model/reason";

/** What an import came to so far; counts of captures unless the name says otherwise. */
export interface ImportReport {
  /** Taken so far, whatever came of them. */
  captures: number;
  newArticles: number;
  newVersions: number;
  /** Met what was known: the same text, a page that is gone, a wall. */
  unchanged: number;
  /** Stored already, by an earlier run or another file. */
  repeated: number;
  /** Older than what was known of their articles. */
  late: number;
  /** By reason, as JSON, with the first place where it occurred. */
  readonly skipped: Map<string, { readonly reason: Reason; count: number; readonly first: string }>;
}

export interface ImportOptions {
  /** Hosts whose captures are played at the same time; those of one host are played one after the other. */
  readonly hosts: number;
  readonly onCapture?: (report: ImportReport, at: number) => void;
  /** Stops it between two captures; a later run goes on where it was. */
  readonly signal?: AbortSignal;
}

/** Plays a history into the store. Throws a FailureError when something of our own is in the way, such as a full disk. */
export async function importHistory(engine: Engine, history: History, options: ImportOptions): Promise<ImportReport> {
  const run = new Run(engine, options);
  try {
    for await (const capture of history.captures()) {
      if (options.signal?.aborted) break;
      await run.take(capture);
    }
  } finally {
    // Also after a fault: the caller closes the store and the threads next, and no capture may still use them then.
    await run.settled();
  }
  run.end();
  return run.report;
}

class Run {
  readonly report: ImportReport = {
    captures: 0,
    newArticles: 0,
    newVersions: 0,
    unchanged: 0,
    repeated: 0,
    late: 0,
    skipped: new Map(),
  };
  readonly #engine: Engine;
  readonly #options: ImportOptions;
  /** The last capture of each host that is being played. */
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #active = new Set<Promise<void>>();
  #fault: unknown = null;

  constructor(engine: Engine, options: ImportOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  async take(capture: ArchivedCapture): Promise<void> {
    while (this.#active.size >= this.#options.hosts) await Promise.race(this.#active);
    this.end();
    const key = hostKey(capture.finalUrl);
    const before = this.#lanes.get(key);
    const work = (async () => {
      await before;
      if (!this.#fault) await this.#play(capture);
    })()
      .catch((error) => {
        this.#fault ??= error;
      })
      .finally(() => {
        this.#active.delete(work);
        if (this.#lanes.get(key) === work) this.#lanes.delete(key);
      });
    this.#active.add(work);
    this.#lanes.set(key, work);
  }

  /** Resolves when no capture is being played. */
  async settled(): Promise<void> {
    await Promise.all(this.#active);
  }

  /** Throws the first fault, if there was one. */
  end(): void {
    if (this.#fault) throw this.#fault;
  }

  async #play(capture: ArchivedCapture): Promise<void> {
    const replayed = await this.#engine.replay(capture);
    if (replayed.ok) this.#count(replayed.value, capture);
    else if (replayed.failure.advice === "stop") throw new FailureError(replayed.failure);
    else this.#skip(reasonOf(replayed.failure), capture);
    this.report.captures++;
    this.#options.onCapture?.(this.report, capture.at);
  }

  #count(replayed: Replayed, capture: ArchivedCapture): void {
    if (replayed.kind === "skipped") this.#skip(replayed.reason, capture);
    else if (replayed.kind !== "look") this.report[replayed.kind]++;
    else {
      const { decision } = replayed.report;
      if (replayed.isNewArticle) this.report.newArticles++;
      if (isOpening(decision)) this.report.newVersions++;
      else this.report.unchanged++;
    }
  }

  #skip(reason: Reason, { from }: ArchivedCapture): void {
    const key = JSON.stringify(reason);
    const known = this.report.skipped.get(key);
    if (known) known.count++;
    else this.report.skipped.set(key, { reason, count: 1, first: from });
  }
}
