import type { HostRequests } from "#newsroom/requests";

/** What the process that is the press is started with, as JSON in its one argument. */
export interface PressOrder {
  readonly startAt: number;
  readonly seed: number;
  readonly hosts: number;
  readonly articles: number;
}

/** The same for a worker. */
export interface WorkerOrder {
  /** File or address of the database. */
  readonly database: string;
  readonly pressPort: number;
  /** Null when the store keeps the pages of versions itself. */
  readonly archiveFolder: string | null;
  readonly threads: number;
  readonly now: number;
}

/** To both: time goes on, and how do you stand? */
export type Ask = { readonly kind: "time"; readonly now: number } | { readonly kind: "report" };

export interface PressReady {
  readonly port: number;
}

export interface WorkerReport {
  /** Since the start of the process, its threads included. */
  readonly cpuMs: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly looks: number;
  readonly polls: number;
  readonly failed: number;
  readonly newVersions: number;
  /** Looks after which the page was read. */
  readonly read: number;
}

export interface PressReport {
  readonly requests: readonly HostRequests[];
}
