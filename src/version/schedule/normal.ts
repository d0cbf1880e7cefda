/** Beyond this many deviations the series loses digits, and the continued fraction has converged to all of them. */
const TAIL_FROM = 3;

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/**
 * Share of the standard normal distribution above `x`: 1 at -infinity, 0 at +infinity, exact to about 1e-15 of its own size,
 * also far out, where one minus the share below would be nothing but rounding.
 */
export function normalTail(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0) return 1 - normalTail(-x);
  return x < TAIL_FROM ? 0.5 - normalDensity(x) * oddSeries(x) : normalDensity(x) / tailFraction(x);
}

/** x + x^3/3 + x^5/(3*5) + ... : the share between 0 and x, divided by the density at x (Marsaglia 2004). */
function oddSeries(x: number): number {
  let [term, sum] = [x, x];
  for (let odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum;
}

/** x + 1/(x + 2/(x + 3/(x + ...))): the density at x, divided by the share above (Laplace). */
function tailFraction(x: number): number {
  let fraction = x;
  for (let i = 60; i >= 1; i--) fraction = x + i / fraction;
  return fraction;
}
