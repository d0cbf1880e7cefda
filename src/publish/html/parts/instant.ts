import { html } from "hono/html";
import type { Html } from "#publish/markup";
import { absolute, clockTime, relative } from "#words/wording";

const iso = (at: number): string => new Date(at).toISOString();

/** "about 2 hours ago"; the full instant is one hover, or one printout, away. */
export const ago = (at: number, now: number): Html =>
  html`<time class="ago" datetime="${iso(at)}" title="${absolute(at)}">${relative(at, now)}</time>`;

/** "21 Nov 2026, 14:02 UTC". */
export const stamp = (at: number): Html => html`<time datetime="${iso(at)}">${absolute(at)}</time>`;

/** "14:02", where the day is known from the heading above. */
export const timeOfDay = (at: number): Html =>
  html`<time datetime="${iso(at)}" title="${absolute(at)}">${clockTime(at)}</time>`;

/** An instant as the publisher claims it; text that is no date is shown as the text it is. */
export function claimed(text: string): Html {
  const at = Date.parse(text);
  return Number.isNaN(at) ? html`<span dir="auto">${text}</span>` : stamp(at);
}
