import type { Actor, Right, Role } from "#model/actor";
import { fail, ok, type Result } from "#model/failure";

/** The one table of who may do what; a role that is added later is one more line. */
const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  reader: ["read", "sign-in"],
  operator: ["read", "sign-in", "operate"],
  hub: ["hub"],
};

export const allows = ({ role }: Actor, right: Right): boolean => RIGHTS[role].includes(right);

/** What each action asks of whoever wants it done. */
const NEEDED = {
  add: "operate",
  look: "operate",
  hide: "operate",
  unhide: "operate",
  separate: "operate",
  "undo-address": "operate",
  "change-source": "operate",
  "mark-label": "operate",
  "hub-callback": "hub",
} as const satisfies Readonly<Record<string, Right>>;

export type ActionName = keyof typeof NEEDED;

export function permit(actor: Actor, action: ActionName): Result<void> {
  if (allows(actor, NEEDED[action])) return ok(undefined);
  return fail("never", "not-allowed", "Only the signed-in operator may do this.");
}
