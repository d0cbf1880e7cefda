import type { Validators } from "#model/fetcher";

/** Longer validators are no help and would only cost a row of the store and a line of every request. */
const MAX_VALIDATOR_LENGTH = 512;

/** Visible ASCII, spaces and the upper half of Latin-1: what a header value may carry without being split in two. */
const SENDABLE = /^[\x20-\x7e\x80-\xff]+$/;

/**
 * What a response offers to ask again with. Kept as they are, weak prefix and odd dates included: a server compares
 * them as strings, so a tidied one never matches.
 */
export function validatorsOf(headers: Readonly<Record<string, string>>): Validators {
  return { etag: sendable(headers["etag"]), lastModified: sendable(headers["last-modified"]) };
}

/** Both headers when both are known; a server that knows ETags ignores the date (RFC 9110, 13.1.3). */
export function conditionalHeaders(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  const etag = sendable(validators?.etag);
  const lastModified = sendable(validators?.lastModified);
  if (etag !== null) headers["if-none-match"] = etag;
  if (lastModified !== null) headers["if-modified-since"] = lastModified;
  return headers;
}

function sendable(value: string | null | undefined): string | null {
  return value && value.length <= MAX_VALIDATOR_LENGTH && SENDABLE.test(value) ? value : null;
}
