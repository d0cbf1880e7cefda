import { MINUTE_MS } from "#lib/clock";

/** When an article is looked at whose address was just learned: at another instant than the look that taught it. */
export const soonAfter = (at: number): number => at + MINUTE_MS;
