/** Who asks for something to be done. */
export type Role = "reader" | "operator" | "hub";

/**
 * What somebody may be allowed to do. `read` and `sign-in` are open to every visitor: a sign-in link proves itself. A hub may
 * only call back, and proves itself by its signature.
 */
export type Right = "read" | "sign-in" | "operate" | "hub";

export interface Actor {
  readonly role: Role;
}

export const READER: Actor = { role: "reader" };
/** Whoever has signed in, and whoever can run a command over the data. */
export const OPERATOR: Actor = { role: "operator" };
export const HUB: Actor = { role: "hub" };
