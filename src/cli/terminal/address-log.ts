import type { AddressDecision } from "#model/address-claim";
import { addressDecisionText } from "#words/addresses";
import { instant } from "./json.ts";

export interface AddressLog {
  readonly url: string;
  readonly knownAs: readonly string[];
  readonly decisions: readonly AddressDecision[];
}

/** What the operator reads of an article's addresses. */
export function addressLines({ url, knownAs, decisions }: AddressLog): readonly string[] {
  const others = knownAs.filter((other) => other !== url);
  return [
    `Address: ${url}`,
    ...others.map((other) => `Also known as: ${other}`),
    ...(decisions.length === 0 ? ["Nothing was decided about its addresses."] : []),
    ...decisions.map((decision) => `${decision.id}. ${instant(decision.at)}: ${addressDecisionText(decision)}`),
  ];
}
