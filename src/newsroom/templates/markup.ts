import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Block } from "#model/document";
import { mix, pick } from "#newsroom/random";
import type { Face, Link } from "#newsroom/site";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export const esc = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (c) => ENTITIES[c]!) : text;

/** JSON for a script element: "</" must not end it. */
export const jsonScript = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;

/** Attributes in an order that the salt decides: noise that a byte comparison trips over. */
export function attrs(salt: number, ...pairs: readonly (readonly [string, string])[]): string {
  const turn = salt % pairs.length;
  return [...pairs.slice(turn), ...pairs.slice(0, turn)].map(([name, value]) => ` ${name}="${esc(value)}"`).join("");
}

export const nonce = (salt: number): string => mix(salt, 17).toString(36);

export const counter = (salt: number, floor: number, spread: number): number => floor + (mix(salt, 29) % spread);

export function ago(now: number, at: number): string {
  const minutes = Math.max(1, Math.floor((now - at) / MINUTE_MS));
  if (minutes < 60) return minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  const hours = Math.floor((now - at) / HOUR_MS);
  if (hours < 24) return hours === 1 ? "an hour ago" : `${hours} hours ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

export const alternates = (face: Face): string =>
  face.site.feeds
    .filter((feed) => feed.linked)
    .map((feed) => {
      const type = FEED_TYPES[feed.kind] ?? "application/rss+xml";
      return `<link rel="alternate" type="${type}" title="${esc(feed.title)}" href="${feed.path}">`;
    })
    .join("\n");

const FEED_TYPES: Readonly<Record<string, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  rdf: "application/rdf+xml",
  json: "application/feed+json",
};

export const links = <T extends Link>(teasers: readonly T[], item: (link: T) => string): string =>
  teasers.map(item).join("\n");

/** Blocks with the plain element for each kind; runs of items become one list. */
export function blocksHtml(blocks: readonly Block[], paragraphClass = ""): string {
  const open = paragraphClass === "" ? "<p>" : `<p class="${paragraphClass}">`;
  const out: string[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === "item") {
      const first = blocks[i - 1]?.kind !== "item";
      const last = blocks[i + 1]?.kind !== "item";
      out.push(`${first ? "<ul>\n" : ""}<li>${esc(block.text)}</li>${last ? "\n</ul>" : ""}`);
    } else if (block.kind === "heading") out.push(`<h2>${esc(block.text)}</h2>`);
    else if (block.kind === "quote") out.push(`<blockquote><p>${esc(block.text)}</p></blockquote>`);
    else if (block.kind === "caption") out.push(figure(block.text));
    else out.push(`${open}${esc(block.text)}</p>`);
  });
  return out.join("\n");
}

export const figure = (caption: string): string =>
  `<figure><img src="/img/${caption.length}.svg" alt="" width="640" height="360"><figcaption>${esc(caption)}</figcaption></figure>`;

const ADS = [
  "Boots for every tide. Harlow & Daughters, Quay Street.",
  "Sleep better on a Lindale wool mattress. Free delivery to all islands.",
  "Your savings deserve a calm harbour. Corrow Mutual.",
  "Learn Kestrian in eleven weeks, or speak to our manager. In Kestrian.",
  "The new Pellar wagon: room for two dogs and one opinion.",
];

export const ad = (salt: number): string => pick(ADS, mix(salt, 41));
