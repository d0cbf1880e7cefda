import { type HubStanding, isPushed } from "#model/subscription";
import { reasonText } from "./reasons.ts";
import { absolute, plural, relative, times } from "./wording.ts";

/** Whether the hub that a feed names pushes it, and if not, why, as a clause. Null when there is nothing to say. */
export function hubWords(hub: HubStanding, now: number): string | null {
  const standing = standingWords(hub, now);
  if (standing === null || hub.unsigned === 0) return standing;
  const ignored = hub.unsigned === 1 ? "was ignored" : "were ignored";
  return `${standing}; ${plural(hub.unsigned, "push", "pushes")} without a valid signature ${ignored}`;
}

function standingWords(hub: HubStanding, now: number): string | null {
  const name = hubName(hub);
  const { state, reason, dueAt, failedTries } = hub;
  const because = reason === null ? "" : ` (${reasonText(reason)})`;
  const again = dueAt === null ? "" : `; asked again ${relative(dueAt, now)}`;
  if (isPushed(hub, now)) return pushedWords(hub, now);
  if (state === "refused") return `the hub ${name} will not push${because}${again}`;
  if (state === "asked") return `the hub ${name} was asked and has not confirmed yet${again}`;
  if (state === "active") return `the lease at the hub ${name} has ended${because}${again}`;
  if (state === "leaving") return `the hub ${name} is being asked to stop pushing`;
  if (state === "left") return null;
  if (dueAt === null)
    return `names the hub ${name}, which is not asked: it cannot call back without a public address (public-url)`;
  return failedTries === 0
    ? `the hub ${name} will be asked soon`
    : `the hub ${name} was asked ${times(failedTries)} without success${because}${again}`;
}

function pushedWords(hub: HubStanding, now: number): string {
  const since = hub.activeSince === null ? "" : ` since ${absolute(hub.activeSince)}`;
  const last =
    hub.lastPushAt === null
      ? "no push so far"
      : `last push ${relative(hub.lastPushAt, now)}, ${plural(hub.pushes, "push", "pushes")} in all`;
  return `pushed by the hub ${hubName(hub)}${since}, until ${absolute(hub.leaseUntil!)}; ${last}`;
}

/** Host and path, without the scheme. */
const hubName = ({ hubUrl }: HubStanding): string => hubUrl.replace(/^https?:\/\//, "").replace(/\/$/, "");
