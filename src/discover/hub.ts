import { parseHttpUrl } from "#lib/url";
import { readLinkHeader } from "./link-header.ts";

/** Hubs (WebSub) as a document names them, and the address by which they know it; raw, as the document has it. */
export interface NamedLinks {
  readonly hubs: readonly string[];
  readonly self: string | null;
  /** What relative addresses resolve against. */
  readonly base: string;
}

/** Where a feed can be subscribed to. */
export interface HubNames {
  /** In the order of preference; none if no hub pushes. */
  readonly hubs: readonly string[];
  readonly topic: string;
}

/** Hubs of one feed that are looked at: one is usual, the others stand in for it. */
export const MAX_HUBS = 4;

export const noLinks = (base: string): NamedLinks => ({ hubs: [], self: null, base });

/**
 * Hubs and topic of what was fetched from `url`. What the headers say wins over the document (WebSub, 4); without `rel=self`
 * the address itself is the topic. Addresses that are not http or https, or hold a password, count as absent.
 */
export function hubNames(linkHeader: string | undefined, document: NamedLinks, url: string): HubNames {
  const links = linkHeader === undefined ? [] : readLinkHeader(linkHeader);
  const inHeader = (rel: string) =>
    links.filter(({ rels }) => rels.includes(rel)).flatMap(({ target }) => linkedAddress(target, url) ?? []);
  const inDocument = (raw: readonly string[]) => raw.flatMap((one) => linkedAddress(one, document.base) ?? []);
  const hubs = [inHeader("hub"), inDocument(document.hubs)].find((found) => found.length > 0) ?? [];
  const self = inHeader("self")[0] ?? inDocument(document.self === null ? [] : [document.self])[0];
  return { hubs: [...new Set(hubs)].slice(0, MAX_HUBS), topic: self ?? url };
}

function linkedAddress(raw: string, base: string): string | null {
  if (raw.trim() === "") return null;
  const { username, password } = URL.parse(raw.trim(), base) ?? {};
  if (username !== "" || password !== "") return null;
  return parseHttpUrl(raw, base)?.href ?? null;
}
