import type { Bursts } from "#model/habits";

/** Until a source has shown its own: one edit in ten is followed by another, half an hour later. */
export const USUAL_BURSTS: Bursts = { share: 0.1, hours: 0.5 };

/**
 * How much of an edit's power to draw others after it is left: 1 when it was just now. Fades with the hours since the look that met it,
 * and has faded already when the edit may have come at any time of a long wait.
 */
export function powerLeft({ hours }: Bursts, gapHours: number, sinceHours: number): number {
  const atSight = gapHours > 1e-6 ? (hours / gapHours) * -Math.expm1(-gapHours / hours) : 1;
  return atSight * Math.exp(-sinceHours / hours);
}

/** Edits to be expected to follow within so many hours, when so much power is left (Hawkes 1971). */
export const followers = ({ share, hours }: Bursts, power: number, withinHours: number): number =>
  share * power * -Math.expm1(-withinHours / hours);
