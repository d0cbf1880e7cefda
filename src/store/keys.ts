import { normaliseUrl, urlKey } from "#lib/url";
import { keyBytes } from "./bytes.ts";

/** The form of an address in which all its spellings are equal. */
export const keyOf = (url: string): string => urlKey(normaliseUrl(url) ?? url);

export const urlKeyHash = (url: string): Uint8Array => keyBytes(keyOf(url));
