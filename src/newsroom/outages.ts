import { DAY_MS, HOUR_MS } from "#lib/clock";
import { esc } from "#newsroom/templates/markup";
import { type Answer, html, typed } from "./answer.ts";
import { invent, inventSentence } from "./invented.ts";
import { mix, pick, random } from "./random.ts";

/**
 * What a whole site answers for hours or days in place of its articles, although none of them was edited or taken down:
 * - `shell`: a page whose text a script would fetch, which does not come.
 * - `log-in`: a redirect to a log-in at another address. `listing`: a section page with other stories.
 * - `not-found`: 404 for everything, as after a wrong deploy. `server-error`: 500, 502 or 503. `forbidden`: 403 or 401.
 * - `data`: the page's data in place of the page.
 * - `robots-closed`: a robots.txt that forbids everything. `robots-error`: no robots.txt can be had.
 */
export const OUTAGES = [
  "shell",
  "log-in",
  "listing",
  "not-found",
  "server-error",
  "forbidden",
  "data",
  "robots-closed",
  "robots-error",
] as const;

export type OutageKind = (typeof OUTAGES)[number];

export interface Outage {
  readonly kind: OutageKind;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Decides its wording, language and length. */
  readonly seed: number;
}

/** One outage on a third of the sites, of three hours to four days, somewhere in the time over which articles arrive. */
export function outagesOf(host: number, seed: number, startAt: number, overMs: number): readonly Outage[] {
  const own = mix(seed, host, 0x6f75);
  if (host % 3 !== 1) return [];
  const next = random(own);
  const from = startAt + Math.floor(next() * Math.max(DAY_MS, overMs - 8 * DAY_MS));
  const lastsMs = Math.round(3 * HOUR_MS + next() ** 2 * 93 * HOUR_MS);
  return [{ kind: pick(OUTAGES, Math.floor(host / 3)), from, to: from + lastsMs, seed: own }];
}

const ROBOTS = "/robots.txt";
const LOG_IN = "/account/enter";

/** Faults of the server meet its feeds too; others are of its pages. */
const OF_THE_SERVER: ReadonlySet<OutageKind> = new Set(["not-found", "server-error", "forbidden"]);

/** What the site answers during the outage; null where it answers as always. */
export function outageAnswer(
  { kind, seed }: Outage,
  asked: { readonly path: string; readonly base: string },
  isFeed: boolean,
): Answer | null {
  if (kind === "robots-closed")
    return asked.path === ROBOTS ? typed("text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n") : null;
  if (kind === "robots-error") return asked.path === ROBOTS ? html(503, "") : null;
  if (asked.path === ROBOTS || (isFeed && !OF_THE_SERVER.has(kind))) return null;
  const next = random(seed);
  switch (kind) {
    case "shell":
      return html(200, shell(next));
    case "log-in":
      if (asked.path === LOG_IN) return html(200, logIn(next));
      return { ...html(302, ""), headers: { location: `${asked.base}${LOG_IN}?to=${encodeURIComponent(asked.path)}` } };
    case "listing":
      return html(200, listing(next));
    case "not-found":
      return html(404, page(invent(next, 2), `<h1>${esc(invent(next, 3))}</h1><p>${esc(inventSentence(next))}</p>`));
    case "server-error":
      return html(pick([500, 502, 503], seed), page("", `<center>${esc(invent(next, 2))}</center>`));
    case "forbidden":
      return html(pick([403, 401], seed), page("", `<p>${esc(inventSentence(next))}</p>`));
    case "data":
      return typed("application/json", JSON.stringify({ page: invent(next, 3), blocks: [inventSentence(next)] }));
  }
}

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html><head><meta charset="utf-8"><title>${esc(title)}</title></head><body>${body}</body></html>\n`;

const shell = (next: () => number): string =>
  page(
    invent(next, 2),
    `<div id="${invent(next, 1)}"></div><script src="/assets/${invent(next, 1)}.js" defer></script>`,
  );

const logIn = (next: () => number): string => {
  const title = invent(next, 2);
  const fields = `<label>${esc(invent(next, 1))} <input name="a" type="email"></label><label>${esc(invent(next, 1))} <input name="b" type="password"></label>`;
  return page(
    title,
    `<h1>${esc(title)}</h1><form method="post">${fields}<button>${esc(invent(next, 1))}</button></form>`,
  );
};

function listing(next: () => number): string {
  const items = Array.from({ length: 8 + Math.floor(next() * 24) }, (_, i) => {
    const headline = invent(next, 6 + Math.floor(next() * 6));
    return `<div class="item"><h2><a href="/other/${i}-${encodeURIComponent(invent(next, 2))}">${esc(headline)}</a></h2></div>`;
  });
  const title = invent(next, 1);
  return page(title, `<h1>${esc(title)}</h1>${items.join("\n")}`);
}
