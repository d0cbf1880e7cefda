/** A turned operator that changes no result: no test can tell it, so it counts neither as caught nor as missed. */
export interface Equivalent {
  /** File in src/. */
  readonly file: string;
  /** A piece of the file, long enough to be the only one, in which the first `from` is the operator. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** Why no result changes. */
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
