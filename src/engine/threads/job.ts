/** A job on its way into a thread. */
export interface Call {
  readonly name: string;
  readonly job: unknown;
}

/** What a thread says: without `ended`, that it is ready for its first job. */
export interface Answer {
  /** Processor time that the thread has used since it began, milliseconds. */
  readonly cpuMs: number;
  readonly ended?: Ended<unknown>;
}

/** What a job may take, from the moment at which its thread begins with it. */
export interface JobLimits {
  /** Processor time of the thread, which does not pass while other programs have the processor. */
  readonly cpuMs: number;
  /** Time on the wall, for a thread that waits and uses no processor, and for platforms that do not tell. */
  readonly wallMs: number;
}

/** How a job ended. */
export type Ended<T> =
  | { readonly kind: "done"; readonly value: T }
  /** The job itself threw. */
  | { readonly kind: "threw"; readonly message: string }
  /** Stopped in the middle, and its thread with it. */
  | { readonly kind: "out-of-time"; readonly clock: "processor" | "wall" }
  | { readonly kind: "out-of-memory" }
  /** The thread ended by itself, or could not start. */
  | { readonly kind: "died"; readonly message: string }
  /** We ended the threads: this says nothing about the job. */
  | { readonly kind: "closed" };
