import { weakTag } from "./conditional.ts";
import type { Visit } from "./visit.ts";

/** Part of every tag: raise it when pages come to look different. */
const EDITION = 2;

/**
 * Names a page by all that it is made from: its data, its address, this site, and what it says that depends on the time.
 * @param times see `timeShown`
 */
export function stateTag({ web, path, query, origin }: Visit, state: unknown, times: readonly string[]): string {
  const { settings, assets } = web;
  const site = [settings.siteName, settings.contact, origin, assets.style.href, assets.keys.href, assets.moves.href];
  return weakTag(JSON.stringify([EDITION, path, query.toString(), times, site, state], withMaps));
}

/** A map would be written as `{}`, whatever is in it. */
const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
