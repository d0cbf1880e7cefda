import { MINUTE_MS } from "#lib/clock";
import { weakTag } from "./conditional.ts";
import type { Visit } from "./visit.ts";

/** Part of every tag: raise it when pages come to look different. */
const EDITION = 1;

/** Names a page by all that it is made from: its data, its address, this site, and the minute, which "2 hours ago" depends on. */
export function stateTag({ web, path, query, origin, now }: Visit, state: unknown): string {
  const { settings, assets } = web;
  const site = [settings.siteName, settings.contact, origin, assets.style.href, assets.keys.href, assets.moves.href];
  const minute = Math.floor(now / MINUTE_MS);
  return weakTag(JSON.stringify([EDITION, path, query.toString(), minute, site, state], withMaps));
}

/** A map would be written as `{}`, whatever is in it. */
const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
