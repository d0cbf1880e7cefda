/** `warning`: works, but needs attention. `problem`: does not work. */
export type State = "ok" | "warning" | "problem";

export interface Finding {
  readonly subject: string;
  readonly state: State;
  readonly text: string;
}
