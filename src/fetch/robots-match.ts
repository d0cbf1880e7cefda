/**
 * Does a path match a rule's pattern? "*" stands for anything, "$" at the end for the end; otherwise a prefix matches.
 * Each literal piece is sought once, from where the one before ended: taking the leftmost place never loses a match,
 * so the time is bounded by path x pattern in the worst case and nothing is ever tried again.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const first = pieces[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !anchored || path.length === first.length;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = path.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  const last = pieces.at(-1) ?? "";
  return anchored ? path.length - last.length >= from && path.endsWith(last) : path.indexOf(last, from) >= 0;
}

/** Path and query of a URL, as it is spelt; "/" when there is none. The fragment is no part of it. */
export function pathOf(url: string): string {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/#.*$/s, "");
  const at = rest.search(/[/?]/);
  if (at < 0) return "/";
  return rest[at] === "/" ? rest.slice(at) : `/${rest.slice(at)}`;
}

/** Escapes in upper case: "%e3" and "%E3" are the same octet. */
export const upperEscapes = (text: string): string => text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());

/** Non-ASCII characters as %-escaped UTF-8, as URLs have them. */
export const escaped = (text: string): string =>
  upperEscapes(text.replace(/[\u0080-\u{10FFFF}]+/gu, (run) => encodeURIComponent(run.toWellFormed())));

/** RFC 9309, 2.2.2: an escaped octet that need not be escaped equals the plain one ("%62" is "b", "%7E" is "~"). */
export function unreservedDecoded(text: string): string {
  return text.replace(/%(?:4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A]|3[0-9]|2[DE]|5F|7E)/gi, decodeURIComponent);
}
