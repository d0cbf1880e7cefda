import type { AddressDecision } from "#model/address-claim";

const CLAIMED = {
  permanent: "its address redirects there for good",
  canonical: "its page names that address as its own",
} as const;

/** One decision about an address, with what it rests on. */
export function addressDecisionText({ verdict, kind, from, to, evidence, undoneAt }: AddressDecision): string {
  const done = verdict === "moved" ? `moved from ${from} to ${to}` : `did not move from ${from} to ${to}`;
  const undone = undoneAt === null ? "" : " Undone by the operator.";
  return `${done}: ${CLAIMED[kind]}, ${found(evidence)}.${undone}`;
}

function found(evidence: AddressDecision["evidence"]): string {
  if (evidence === null) return "and no text of the article was there";
  const { held, paragraphs, sameHeadline } = evidence;
  if (paragraphs === 0) return "and there was no version yet to compare with";
  const title = sameHeadline ? "under the same headline" : "under another headline";
  return `and the page there had ${held} of ${paragraphs} paragraphs of the latest version, ${title}`;
}
