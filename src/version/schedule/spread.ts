import { sha256 } from "#lib/hash";

/** Waits are spread by a twentieth, so that what was found together does not stay in step. */
const JITTER = 0.05;

/** The wait, up to a twentieth longer or shorter; the same seed spreads the same way on every run. */
export function spread(waitMs: number, seed: string): number {
  const share = Number.parseInt(sha256(seed).slice(0, 8), 16) / 0xffffffff;
  return Math.round(waitMs * (1 + JITTER * (2 * share - 1)));
}
