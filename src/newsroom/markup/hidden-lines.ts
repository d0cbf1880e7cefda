import { tongue } from "#newsroom/clutter/tongue";
import { mix, pick } from "#newsroom/random";

/** Styles after which nothing of a paragraph is seen. */
const STYLES = [
  "font-size:0;line-height:0",
  "position:absolute;left:-10000px;top:auto",
  "position:absolute; clip: rect(0 0 0 0); width: 1px; height: 1px; overflow: hidden",
  "opacity: 0; position: absolute",
  "height:0;overflow:hidden",
  "visibility:hidden",
  "text-indent:-9999px",
  "clip-path:inset(50%)",
];

/** Between two paragraphs, one for machines: another one at every look. */
export function withHiddenLines(page: string, seed: number, article: number, now: number): string {
  const { sentence } = tongue(mix(seed, 8));
  const line = `${sentence(mix(now, article), 12)} ${mix(now, seed) % 100_000}. ${sentence(mix(now, 3), 20)}`;
  const below = page.indexOf("</h1>");
  const at = page.indexOf("</p>", below) + 4;
  return at < 4 ? page : `${page.slice(0, at)}\n<p style="${pick(STYLES, mix(seed, 9))}">${line}</p>${page.slice(at)}`;
}
