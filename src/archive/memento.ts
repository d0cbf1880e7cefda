import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { normaliseUrl } from "#lib/url";
import type { StoredAnswer } from "./http-message.ts";
import type { WebArchives } from "./web-archives.ts";

/** What another archive captured: the page at its own address, at its own time (RFC 7089). */
export interface Memento {
  /** Normalised. */
  readonly url: string;
  readonly at: number;
  /** The page as it was before the archive put its own addresses in, and its bar. */
  readonly answer: StoredAnswer;
}

/** The address of a capture: that of the archive, a time, a mark of how it is shown, and the original address. */
const CAPTURE = /^(https?:\/\/[^/]+\/(?:[^?#]*?\/)?)(\d{4,14})(?:[a-z]{2}_)?\/((?:https?:\/\/?|www\.).+)$/i;
/** Serves captures without saying so in a header, in the copies that some crawlers made. */
const WAYBACK = /^https?:\/\/web\.archive\.org\/web\/$/i;
/** A page is no larger, unpacked; as `max-body` allows at most. */
const MAX_BYTES = 256 * 1024 * 1024;

/** It has the form of a capture at a web archive that is not known: any site can give itself that. */
export interface Claimed {
  readonly claimedBy: string;
}

/** What a web archive answered: a capture, something of its own ("archive"), or null, when it was no web archive. */
export function mementoOf(
  asked: string,
  answer: StoredAnswer,
  archives: Pick<WebArchives, "has">,
): Memento | Claimed | "archive" | null {
  const [, archive, digits, rest] = CAPTURE.exec(asked) ?? [];
  const stated = Date.parse(answer.headers["memento-datetime"] ?? "");
  // The address has to say of what it is a capture, and not a header alone: any page of a crawl can send that.
  if (archive === undefined || rest === undefined) return null;
  const isWayback = WAYBACK.test(archive);
  if (Number.isNaN(stated) && !isWayback) return null;
  const { host } = new URL(archive);
  if (!archives.has(host)) return { claimedBy: host };
  const at = Number.isNaN(stated) ? timeOf(digits ?? "") : stated;
  const original = normaliseUrl(withScheme(rest));
  // Its own pages, and redirects from one capture to the one that is nearest in time.
  if (at === null || original === null) return "archive";
  if (Number.isNaN(stated) && answer.status >= 300 && answer.status < 400) return "archive";
  return { url: original, at, answer: restored(answer, archive) };
}

/** Some archives write one slash, or leave the scheme out. */
const withScheme = (rest: string): string =>
  /^https?:/i.test(rest) ? rest.replace(/^(https?:)\/{1,2}/i, "$1//") : `http://${rest}`;

/** 20260505093000, to the second; null when it is shorter, which means "any capture of this month". */
function timeOf(digits: string): number | null {
  if (digits.length !== 14) return null;
  const at = Date.parse(digits.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z"));
  return Number.isNaN(at) ? null : at;
}

/** Between these an archive puts what is its own. */
const OWN_PARTS: readonly (readonly [string, string])[] = [
  ["<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"],
  ["<!-- WB Insert -->", "<!-- End WB Insert -->"],
];

/** Takes the archive's own parts and addresses out of a page. Other files, and what cannot be unpacked, stay as they are. */
function restored(answer: StoredAnswer, archive: string): StoredAnswer {
  const headers = { ...answer.headers };
  const target = headers["location"];
  if (target !== undefined) headers["location"] = withoutArchive(target, archive);
  const body = /html|^$/i.test(headers["content-type"] ?? "") ? unpack(answer.body, headers["content-encoding"]) : null;
  if (body === null) return { ...answer, headers };
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) delete headers[name];
  const head = answer.head.replace(/^(?:content-encoding|content-length|transfer-encoding):.*\r\n/gim, "");
  // Latin-1 keeps every byte, whatever the page is written in.
  let page = Buffer.from(body).toString("latin1");
  for (const [begin, end] of OWN_PARTS) page = withoutPart(page, begin, end);
  return { ...answer, headers, head, body: Buffer.from(withoutArchive(page, archive), "latin1") };
}

function withoutPart(page: string, begin: string, end: string): string {
  const from = page.indexOf(begin);
  const to = from < 0 ? -1 : page.indexOf(end, from);
  return to < 0 ? page : page.slice(0, from) + page.slice(to + end.length);
}

/** Addresses are written whole, without a scheme, or from the root of the archive. */
function withoutArchive(text: string, archive: string): string {
  const { host, pathname } = new URL(archive);
  const root = escaped(pathname);
  const address = new RegExp(`(?:(?:https?:)?//${escaped(host)})?${root}\\d{4,14}(?:[a-z]{2}_)?/(?=https?:)`, "gi");
  return text.replace(address, "");
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Null when it cannot be unpacked. */
function unpack(body: Uint8Array, encoding: string | undefined): Uint8Array | null {
  const options = { maxOutputLength: MAX_BYTES };
  try {
    switch (encoding?.trim().toLowerCase() ?? "") {
      case "":
      case "identity":
        return body;
      case "gzip":
      case "x-gzip":
        return gunzipSync(body, options);
      case "deflate":
        return inflateSync(body, options);
      case "br":
        return brotliDecompressSync(body, options);
      default:
        return null;
    }
  } catch {
    // Many crawlers keep the header and decode the body.
    return /^\s*</.test(Buffer.from(body.subarray(0, 64)).toString("latin1")) ? body : null;
  }
}
