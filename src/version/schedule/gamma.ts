/** From here on Stirling's series with these terms is exact to 1e-13. */
const SERIES_FROM = 10;

/** Logarithm of the Gamma function for x > 0. */
export function logGamma(x: number): number {
  let [z, product] = [x, 1];
  for (; z < SERIES_FROM; z++) product *= z;
  const inverse = 1 / z;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
