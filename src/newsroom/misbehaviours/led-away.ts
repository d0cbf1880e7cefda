import { type Answer, html } from "#newsroom/answer";
import { mix, pick } from "#newsroom/random";
import { esc } from "#newsroom/templates/markup";
import { baseAt, gateHost } from "./other-hosts.ts";
import { type StrangeKind, strangePage } from "./strange-page.ts";

const WHITHER: readonly StrangeKind[] = ["advertisement", "consent", "queue"];
const PATHS = ["/welcome", "/g", "/intro/today", "/hold/line"];

/** The page that a site leads some looks to, on its own host or on another one. */
export const gatePath = (seed: number): string => pick(PATHS, mix(seed, 21));

export const gatePage = (seed: number, salt: number): Answer =>
  html(200, strangePage(pick(WHITHER, mix(seed, 22)), seed, salt));

/** What the query holds after the page that leads back by itself. */
export const SEEN = "seen=1";

/** A redirect for the moment, or a page that goes on to the article by itself. */
export function ledAway(asked: { readonly path: string; readonly base: string }, host: string, seed: number): Answer {
  const back = encodeURIComponent(asked.path);
  if (mix(seed, 23) % 4 === 0) return refreshed(`${asked.base}${asked.path}?${SEEN}`, seed);
  const base = mix(seed, 24) % 2 === 0 ? asked.base : baseAt(asked.base, gateHost(host, seed));
  const location = `${base}${gatePath(seed)}?to=${back}`;
  return { ...html(pick([302, 303, 307], mix(seed, 25)), ""), headers: { location, "cache-control": "no-store" } };
}

/** A page that leads on after seconds. */
export function refreshed(url: string, seed: number): Answer {
  const meta = `<meta http-equiv="refresh" content="${mix(seed, 26) % 6}; url=${esc(url)}">`;
  return html(200, strangePage("advertisement", seed, 0).replace("<title>", `${meta}<title>`));
}
