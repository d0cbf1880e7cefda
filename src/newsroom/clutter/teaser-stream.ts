import { HOUR_MS } from "#lib/clock";
import { mix, pick, random } from "#newsroom/random";
import { esc } from "#newsroom/templates/markup";
import { type Tongue, tongue } from "./tongue.ts";

/** How a house builds its list of other articles. The same for all of its pages. */
export interface StreamLook {
  readonly row: readonly [open: string, close: string];
  readonly unit: (teaser: Teaser) => string;
  /** Teasers shown, and new ones per hour. */
  readonly count: number;
  readonly perHour: number;
  readonly tongue: Tongue;
}

export interface Teaser {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly hoursAgo: number;
}

/** Names of classes: speaking ones, and what builds make of them. */
const NAMES = ["latest", "feed", "q7", "css-1x2ab", "strom", "blk", "liste", "Kc_r"];
const ROWS = ["ul", "div", "section"];
const UNITS: readonly ((teaser: Teaser, tag: string, css: string) => string)[] = [
  (t, tag, css) => `<${tag} class="${css}"><h3><a href="${t.href}">${t.title}</a></h3><p>${t.summary}</p></${tag}>`,
  (t, tag, css) =>
    `<${tag} class="${css}"><a href="${t.href}"><h4>${t.title}</h4><div class="${css}-t">${t.summary}</div></a></${tag}>`,
  (t, tag) =>
    `<${tag}><div><a href="${t.href}"><img src="/i.jpg" alt=""></a><strong><a href="${t.href}">${t.title}</a></strong></div><div>${t.summary}</div></${tag}>`,
  (t, tag, css) =>
    `<${tag} class="${css}"><span>${t.hoursAgo} h</span><h2><a href="${t.href}">${t.title}</a></h2><a href="${t.href}"><p>${t.summary}</p></a></${tag}>`,
  (t, tag) => `<${tag}><a href="${t.href}">${t.title}</a><br>${t.summary}</${tag}>`,
];

/** The look number `seed`: elements, class names, order, language, length and speed are drawn. */
export function streamLook(seed: number): StreamLook {
  const next = random(mix(seed, 71));
  const drawn = <T>(items: readonly T[]): T => pick(items, Math.floor(next() * 997));
  const row = drawn(ROWS);
  const tag = row === "ul" ? "li" : drawn(["div", "article", "section"]);
  const css = drawn(NAMES);
  const unit = drawn(UNITS);
  const heading = next() < 0.5 ? `<h2>${esc(tongue(seed).title(seed, 2))}</h2>` : "";
  return {
    row: [`<div class="${drawn(NAMES)}">${heading}<${row} class="${css}s">`, `</${row}></div>`],
    unit: (teaser) => unit(teaser, tag, css),
    count: 4 + Math.floor(next() * 11),
    perHour: 1 + Math.floor(next() * 4),
    tongue: tongue(seed),
  };
}

/** The stream as it is at an instant: the newest articles of a house that goes on publishing. */
export function teaserStream(look: StreamLook, seed: number, now: number): string {
  const newest = Math.floor((now / HOUR_MS) * look.perHour);
  const teasers = Array.from({ length: look.count }, (_, i) => {
    const number = newest - i;
    const own = mix(seed, number);
    return look.unit({
      href: `/news/${own.toString(36)}-${number}`,
      title: esc(look.tongue.title(own, 6 + (own % 5))),
      summary: esc(look.tongue.sentence(mix(own, 1), 12 + (own % 25))),
      hoursAgo: Math.floor(i / look.perHour) + 1,
    });
  });
  return look.row[0] + teasers.join("\n") + look.row[1];
}
