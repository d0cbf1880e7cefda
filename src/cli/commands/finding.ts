/** `warning`: works, but somebody should see to it. `problem`: does not work. */
export type State = "ok" | "warning" | "problem";

export interface Finding {
  readonly subject: string;
  readonly state: State;
  readonly text: string;
}
