import { normaliseUrl, urlKey } from "#lib/url";

/** Longest guid that is kept: it is compared, never shown. */
const MAX_GUID = 500;

/** By what a list tells its entries apart, if that says more than the entry's address; null if it does not. */
export function guidOf(raw: string | null, url: string): string | null {
  const guid = raw?.trim() ?? "";
  if (guid === "" || guid.length > MAX_GUID) return null;
  const address = normaliseUrl(guid);
  return address !== null && urlKey(address) === urlKey(url) ? null : guid;
}
