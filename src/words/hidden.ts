import type { HiddenBecause } from "#model/hidden";
import { percent } from "./wording.ts";

/** Why an article started hidden, for the operator. */
export const likeHidden = ({ article, share, sameHeadline }: HiddenBecause): string =>
  `It has ${percent(share)} of the words of hidden article ${article}${sameHeadline ? " and the same headline" : ""}; show it with "unhide", or give a reason with "hide".`;
