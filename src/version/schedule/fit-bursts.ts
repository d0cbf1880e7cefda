import type { Bursts } from "#model/habits";
import type { Expectation } from "./expectation.ts";

/** The prior counts as much as so many edits that could have been followed. */
const PRIOR_EDITS = 50;
/** An edit that drew one other or more would never come to an end. */
const MAX_SHARE = 0.8;
/** Shorter is not seen by looks that are minutes apart; what comes later than some hours is activity. */
const [MIN_HOURS, MAX_HOURS] = [0.1, 2];

/** How many edits only followed others, and how soon, shrunk to the prior. */
export function fitBursts(read: readonly Expectation[], prior: Bursts): Bursts {
  let [could, did, waited] = [PRIOR_EDITS, PRIOR_EDITS * prior.share, PRIOR_EDITS * prior.share * prior.hours];
  for (const { draws } of read)
    for (const { edits, follows, lagHours, power } of draws) {
      could += edits * power;
      did += edits * follows;
      waited += edits * follows * lagHours;
    }
  const hours = did > 0 ? waited / did : prior.hours;
  return { share: Math.min(did / could, MAX_SHARE), hours: Math.min(Math.max(hours, MIN_HOURS), MAX_HOURS) };
}
