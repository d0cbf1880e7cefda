import { type Answer, html } from "#newsroom/answer";
import { tongue } from "#newsroom/clutter/tongue";
import { mix, pick, random } from "#newsroom/random";
import { esc } from "#newsroom/templates/markup";

const STATUSES = [301, 302, 307, 308];
export const TAG_PATH = "/topics/harbour";

export type Whither = "front" | "section" | "tag" | "article";
const WHITHER: readonly Whither[] = ["front", "section", "tag", "article"];

/** Where a site sends who asks for a removed article. */
export const whither = (seed: number): Whither => pick(WHITHER, mix(seed, 31));

/** @param other address of another article */
export function sentAway(base: string, seed: number, other: string | null): Answer {
  const to = whither(seed);
  const paths = { front: "/", section: "/news/", tag: TAG_PATH, article: "/" };
  const location = to === "article" && other !== null ? other : base + paths[to];
  return { ...html(pick(STATUSES, mix(seed, 32)), ""), headers: { location } };
}

/** A page of teasers whose links are made by a script: 8 to 60 of them, the newest first. */
export function linklessPage(title: string, seed: number, now: number): Answer {
  const next = random(mix(seed, 33));
  const count = 8 + Math.floor(next() * 53);
  const [box, line] = pick(
    [
      ["article", "p"],
      ["div", "p"],
      ["li", "div"],
      ["section", "p"],
    ],
    mix(seed, 34),
  );
  const { sentence, title: headline } = tongue(mix(seed, 35));
  const newest = Math.floor(now / (40 * 60_000));
  const items = Array.from({ length: count }, (_, i) => {
    const own = mix(seed, newest - i);
    const summary = `<${line}>${esc(sentence(mix(own, 1), 14 + (own % 22)))}</${line}>`;
    return `<${box} data-to="${own.toString(36)}"><h2>${esc(headline(own, 5 + (own % 6)))}</h2>${summary}</${box}>`;
  });
  return html(
    200,
    `<!doctype html>\n<html><head><meta charset="utf-8"><title>${esc(title)}</title></head><body><main><h1>${esc(title)}</h1>${items.join("\n")}</main></body></html>\n`,
  );
}
