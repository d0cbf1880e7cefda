import { decodeKorean } from "./korean.ts";

/**
 * Encodings and their labels after the WHATWG Encoding standard. Node's TextDecoder (full ICU) knows every label; what
 * it lacks is filled in here: "replacement" (the encodings that are unsafe to decode) and half of the Korean syllables.
 * Still missing: the Hong Kong additions to Big5, which come out as private-use characters.
 */

/** Name of the encoding that a label means ("latin1" -> "windows-1252"), or null when no standard knows the label. */
export function encodingOf(label: string | null | undefined): string | null {
  // The longest label of the standard has 19 characters.
  const trimmed = label?.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, "").toLowerCase();
  if (!trimmed || trimmed.length > 24) return null;
  if (REPLACEMENT_LABELS.has(trimmed)) return REPLACEMENT;
  try {
    return new TextDecoder(trimmed).encoding;
  } catch {
    return null; // RangeError: not a label. There is no way to ask without trying.
  }
}

export const REPLACEMENT = "replacement";

const REPLACEMENT_LABELS: ReadonlySet<string> = new Set([
  "replacement",
  "csiso2022kr",
  "hz-gb-2312",
  "iso-2022-cn",
  "iso-2022-cn-ext",
  "iso-2022-kr",
]);

/** Decodes all of `bytes`, bad sequences as U+FFFD, a byte order mark dropped. `encoding` comes from `encodingOf`. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === REPLACEMENT) return bytes.length === 0 ? "" : "\uFFFD";
  if (encoding === "euc-kr") return decodeKorean(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** The text if every byte sequence of `bytes` is correct in `encoding`, else null. */
export function decodeExactly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === REPLACEMENT || encoding === "euc-kr") {
    const text = decodeAs(bytes, encoding);
    return text.includes("\uFFFD") ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // TypeError: a sequence is wrong.
  }
}

/** The encoding that a byte order mark gives away, which outweighs every declaration. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return null;
}

/** Longer ones are made to cost time: a type and its parameters are some dozen letters. */
const MAX_CONTENT_TYPE_LENGTH = 1024;

/** The `charset` parameter of a Content-Type, or null. Quoted or not, however the server spelt it. */
export function charsetParameter(contentType: string | null | undefined): string | null {
  const match = /;[\t ]*charset[\t ]*=[\t ]*(?:"([^"]*)"|'([^']*)'|([^;,\s]+))/i.exec(
    contentType?.slice(0, MAX_CONTENT_TYPE_LENGTH) ?? "",
  );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
