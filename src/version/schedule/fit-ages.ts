import type { AgePart, EditAges } from "#model/habits";
import { normalDensity, normalTail } from "./normal.ts";

/** Count, sum and sum of squares of the logarithms of ages that belong to one part of the mixture. */
interface Moments {
  count: number;
  sum: number;
  squares: number;
}

/** What no newsroom does; keeps a part from falling onto a single edit, or away from all. */
const [MIN_SIGMA, MAX_SIGMA] = [0.3, 2.5];
const [MIN_MEDIAN_HOURS, MAX_MEDIAN_HOURS] = [0.05, 2000];

/** Takes in edits that are known to lie between two ages, and returns the mixture that they and the prior make likeliest. */
export class AgeFit {
  readonly #ages: EditAges;
  readonly #moments: Moments[];

  /** @param edits how many edits the present mixture itself counts for: as if so many had been seen exactly */
  constructor(ages: EditAges, prior: EditAges, edits: number) {
    this.#ages = ages;
    this.#moments = prior.map(({ weight, medianHours, sigma }) => {
      const [count, mean] = [weight * edits, Math.log(medianHours)];
      return { count, sum: count * mean, squares: count * (mean * mean + sigma * sigma) };
    });
  }

  /** `count` edits somewhere between two ages; 0 and infinity are no bounds. */
  add(fromHours: number, toHours: number, count: number): void {
    const parts = this.#ages.map((part) => truncated(part, fromHours, toHours));
    const total = parts.reduce((sum, { share }, i) => sum + this.#ages[i]!.weight * share, 0);
    if (!(total > 1e-12) || !(count > 0)) return;
    for (const [i, { share, mean, meanSquare }] of parts.entries()) {
      const belongs = (count * this.#ages[i]!.weight * share) / total;
      const moments = this.#moments[i]!;
      moments.count += belongs;
      moments.sum += belongs * mean;
      moments.squares += belongs * meanSquare;
    }
  }

  fitted(): EditAges {
    const total = this.#moments.reduce((sum, { count }) => sum + count, 0);
    return this.#moments.map(({ count, sum, squares }, i) => {
      if (!(count > 0)) return this.#ages[i]!;
      const mean = sum / count;
      const sigma = Math.sqrt(Math.max(squares / count - mean * mean, 0));
      return {
        weight: count / total,
        medianHours: clamp(Math.exp(mean), MIN_MEDIAN_HOURS, MAX_MEDIAN_HOURS),
        sigma: clamp(sigma, MIN_SIGMA, MAX_SIGMA),
      };
    });
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Share, mean and mean square of the logarithm of age that a part has between two ages. */
function truncated({ medianHours, sigma }: AgePart, fromHours: number, toHours: number) {
  const mu = Math.log(medianHours);
  const [low, high] = [(Math.log(Math.max(fromHours, 0)) - mu) / sigma, (Math.log(toHours) - mu) / sigma];
  const share = Math.max(0, normalTail(low) - normalTail(high));
  if (share < 1e-15) return { share: 0, mean: mu, meanSquare: mu * mu };
  const z = (normalDensity(low) - normalDensity(high)) / share;
  const edge = (x: number) => (Number.isFinite(x) ? x * normalDensity(x) : 0);
  const z2 = Math.max(1 + (edge(low) - edge(high)) / share, z * z);
  return { share, mean: mu + sigma * z, meanSquare: mu * mu + 2 * mu * sigma * z + sigma * sigma * z2 };
}
