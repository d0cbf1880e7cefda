import { latest } from "./bounds.ts";

/** Where a block stood in the body of an article: how many blocks stand before it, and how many after. */
export type Spot = readonly [before: number, after: number];

/** Articles whose spots are remembered of a block. */
const SPOTS = 12;
/** Lines that come and go around it: "at the same place" allows for one. */
const SLACK = 1;
/** Share of the articles that may have it elsewhere while it is learned: none of three, one of eight. */
const STRAYS = 1 / 8;
/** What is known is known until more of the latest articles than this have it elsewhere: one page proves nothing. */
const STRAYS_TO_STAY = 1 / 2;

/** With the spot at one more article. */
export const withSpot = (spots: readonly Spot[], spot: Spot): readonly Spot[] => latest([...spots, spot], SPOTS);

/**
 * Whether a block stands where houses put what they say: at the beginning or at the end of the texts, here the one and there the
 * other, or always as far from one of them. A paragraph that several articles share stands somewhere in the middle.
 * @param isKnown it is taken for the house's already
 */
export function isSteady(spots: readonly Spot[], isKnown: boolean): boolean {
  const inside = spots.filter(([before, after]) => before > SLACK && after > SLACK).length;
  const elsewhere = ([0, 1] as const).flatMap((side) =>
    spots.map((one) => spots.filter((other) => Math.abs(one[side] - other[side]) > SLACK).length),
  );
  return Math.min(inside, ...elsewhere) <= spots.length * (isKnown ? STRAYS_TO_STAY : STRAYS);
}
