import type { ArchivedAnswer } from "#model/archive";
import { fail, ok, type Result } from "#model/failure";

/** An answer, with its head as it stands in the record. */
export interface StoredAnswer extends ArchivedAnswer {
  /** Status line and header lines, each ended by CRLF, as Latin-1. */
  readonly head: string;
}

/**
 * Reads the block of a `response` record. Fails, in words, when that is no whole answer.
 * @param doubt why the block may not be whole: then the answer itself has to prove it, by its length or its last chunk
 */
export function readAnswer(block: Buffer, doubt: string | null = null): Result<StoredAnswer> {
  const message = splitHead(block);
  if (!message) return bad("it holds no head of an HTTP answer");
  const [statusLine, ...lines] = message.head.split("\r\n").slice(0, -1);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: |$)/i.exec(statusLine ?? "")?.[1];
  if (status === undefined) return bad("it holds no HTTP answer");
  const headers = headersOf(lines);
  const body = bodyOf(message.body, headers, doubt);
  return body.ok ? ok({ status: Number(status), headers, body: body.value, head: message.head }) : body;
}

function splitHead(block: Buffer): { readonly head: string; readonly body: Buffer } | null {
  const crlf = block.indexOf("\r\n\r\n");
  const lf = block.indexOf("\n\n");
  const isBare = lf >= 0 && (crlf < 0 || lf < crlf);
  const end = isBare ? lf + 1 : crlf + 2;
  if (!isBare && crlf < 0) {
    // A server that sends a head and nothing else.
    const isHead = block.subarray(0, 5).toString("latin1") === "HTTP/" && block.at(-1) === 10;
    return isHead ? { head: withCrlf(block.toString("latin1")), body: Buffer.alloc(0) } : null;
  }
  return { head: withCrlf(block.toString("latin1", 0, end)), body: block.subarray(end + (isBare ? 1 : 2)) };
}

const withCrlf = (head: string): string => head.replace(/\r?\n/g, "\r\n");

/** In a record without prototype: header names come from outside. */
function headersOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = Object.create(null);
  let last = "";
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== "") headers[last] += ` ${line.trim()}`;
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      const value = line.slice(colon + 1).trim();
      headers[last] = headers[last] === undefined ? value : `${headers[last]}, ${value}`;
    }
  }
  return headers;
}

function bodyOf(body: Buffer, headers: Readonly<Record<string, string>>, doubt: string | null): Result<Buffer> {
  if (/\bchunked\b/i.test(headers["transfer-encoding"] ?? "")) {
    const joined = withoutChunks(body);
    if (joined === "cut") return bad("the chunks of its body end before the last one");
    if (joined !== "none") return ok(joined);
    return doubt === null ? ok(body) : bad(doubt);
  }
  const said = /^\d+$/.test(headers["content-length"] ?? "") ? Number(headers["content-length"]) : null;
  if (doubt !== null) return said !== null && body.length >= said ? ok(body.subarray(0, said)) : bad(doubt);
  if (said !== null && body.length < said && body.length > 0) return bad("its body is shorter than the server said");
  return ok(body);
}

/**
 * Takes the chunks off. `none` when there are none, whatever the headers say: many crawlers keep the header and not the
 * chunks. `cut` when they begin and do not come to an end.
 */
export function withoutChunks(body: Buffer): Buffer | "none" | "cut" {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\n", at);
    const size = end < 0 ? null : /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(body.toString("latin1", at, end))?.[1];
    if (size == null) return parts.length === 0 ? "none" : "cut";
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    if (end + 1 + length > body.length) return parts.length === 0 && at === 0 ? "none" : "cut";
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
}

const bad = (message: string): Result<never> => fail("never", "bad-record", message);
