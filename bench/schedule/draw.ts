import type { EditAges } from "#model/habits";
import { Random } from "../collate/random.ts";

/** Draws from the distributions of the simulation; the same seed draws the same. */
export class Draw extends Random {
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Gamma of this shape with mean 1 (Marsaglia and Tsang 2000; a shape under 1 by way of shape + 1). */
  gamma(shape: number): number {
    if (shape < 1) return (this.#unit(shape + 1) * (1 - this.next()) ** (1 / shape)) / shape;
    return this.#unit(shape) / shape;
  }

  #unit(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Events of a Poisson process of rate 1 within `mean`. */
  poisson(mean: number): number {
    let count = 0;
    for (let at = this.exponential(1); at < mean; at += this.exponential(1)) count++;
    return count;
  }

  /** Age at an edit, in hours. */
  age(ages: EditAges): number {
    let left = this.next();
    const part =
      ages.find(({ weight }) => {
        left -= weight;
        return left < 0;
      }) ?? ages[0]!;
    return part.medianHours * Math.exp(part.sigma * this.normal());
  }
}
