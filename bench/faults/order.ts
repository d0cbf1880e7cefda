/** What a worker of the bench is started with, as JSON in its one argument. */
export interface Order {
  readonly databaseUrl: string;
  /** Where the press is reached from the worker's network. */
  readonly pressHost: string;
  readonly pressPort: number;
  readonly archiveFolder: string;
  readonly bucketEndpoint: string;
  readonly gapMs: number;
  readonly startAt: number;
  readonly beganAt: number;
  readonly speed: number;
}

/** What a worker is ordered while it runs. */
export type Message =
  /** Its machine's clock shows this much more than the real time. */
  | { readonly kind: "clock"; readonly skewMs: number }
  /** Names resolve, or do not. */
  | { readonly kind: "dns"; readonly works: boolean };
