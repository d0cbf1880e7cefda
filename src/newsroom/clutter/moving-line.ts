import { MINUTE_MS } from "#lib/clock";
import { mix, pick } from "#newsroom/random";
import { tongue } from "./tongue.ts";

const TAGS = ["p", "div"];

/**
 * A count or clock in words that no list knows: a line of a made-up language with figures that are others at every look, the same
 * words on all pages of a house.
 */
export function movingLine(seed: number, article: number, now: number): string {
  const { sentence, title } = tongue(mix(seed, 8));
  const minute = Math.floor(now / MINUTE_MS);
  const figure = 1_000 + (mix(seed, article, minute) % 90_000);
  const [before, after] = [title(mix(seed, 1), 1 + (seed % 4)), sentence(mix(seed, 2), 2 + (seed % 5))];
  const tag = pick(TAGS, mix(seed, 6));
  return `<${tag}>${before} ${figure.toLocaleString("en")} ${after}</${tag}>`;
}
