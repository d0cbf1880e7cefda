/** A link of an HTTP answer. */
export interface HeaderLink {
  /** As written. */
  readonly target: string;
  /** In lower case. */
  readonly rels: readonly string[];
}

/** Characters of all Link headers together that are read; pages that preload much send two thousand. */
const MAX_HEADER_CHARS = 16_384;
/** Links in them. */
const MAX_HEADER_LINKS = 100;

const LINK = /[\s,]*<([^>]*)>/y;
/** `; rel="hub self"`, `; rel=hub`, `; crossorigin` */
const PARAMETER = /\s*;\s*([!#$%&'*+\-.^_`|~\w]+)?\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y;

/**
 * Link headers (RFC 8288), several joined by commas. A link with an `anchor` speaks of something else than what was asked for
 * and is left out; of several `rel` the first counts. What cannot be read ends the list.
 */
export function readLinkHeader(value: string): readonly HeaderLink[] {
  const text = value.slice(0, MAX_HEADER_CHARS);
  const links: HeaderLink[] = [];
  for (let at = 0; at < text.length && links.length < MAX_HEADER_LINKS; ) {
    const target = matchAt(LINK, text, at);
    if (!target) break;
    at = LINK.lastIndex;
    const parameters = new Map<string, string>();
    for (let one = matchAt(PARAMETER, text, at); one; one = matchAt(PARAMETER, text, at)) {
      at = PARAMETER.lastIndex;
      const [, name, quoted, plain] = one;
      const key = name?.toLowerCase();
      if (key && !parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
    }
    if (!parameters.has("anchor")) {
      const rels = (parameters.get("rel") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
      links.push({ target: target[1]!.trim(), rels });
    }
    // Whatever else stands before the next comma.
    const comma = text.indexOf(",", at);
    if (comma < 0) break;
    at = comma + 1;
  }
  return links;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
