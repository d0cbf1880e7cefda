import type { AddressClaim } from "#model/address-claim";
import type { Article } from "#model/article";
import { decidedAbout } from "./claims.ts";
import type { AddressOutcome } from "./identity.ts";
import type { Observation, TextObservation } from "./observation.ts";

/** An address that could not be reached so often is refused: a fault of minutes must not decide. */
const TRIES = 3;

type NoText = Exclude<Observation, TextObservation>;

/**
 * A look that asked at an address to be proved and saw no text there says nothing about the article: it is watched as before. A page
 * that is not there, is something else, or leads back to where the article is, refuses the address at once.
 */
export function unreached(
  article: Article,
  claim: AddressClaim,
  observation: NoText,
): { readonly observation: NoText; readonly address: AddressOutcome } {
  const refused = { claim: null, decided: decidedAbout(claim, "refused", article, null) };
  if (observation.kind === "same-page") return { observation, address: refused };
  const { met, outcome, reason } = observation.verdict;
  const failed = (claim.failed ?? 0) + 1;
  if ((met === "failed" || met === "blocked") && failed < TRIES) {
    const again = { kind: "nothing", verdict: { outcome, met: "unchanged", reason } } as const;
    return { observation: again, address: { claim: { ...claim, failed }, decided: null } };
  }
  const unproved = { code: "address-unproved", url: claim.url } as const;
  return {
    observation: { kind: "nothing", verdict: { outcome: "moved", met: "unchanged", reason: unproved } },
    address: refused,
  };
}
