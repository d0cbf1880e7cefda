import type { Absolute } from "#json/shapes";
import { layout, type PageParts } from "#publish/html/layout";
import { isFresh, weakTag } from "./conditional.ts";
import { isPackable, takesGzip } from "./packed.ts";
import type { Visit } from "./visit.ts";

const HTML = "text/html; charset=utf-8";

interface PageAnswer extends PageParts {
  readonly status?: number;
}

/** A whole page. What the operator sees is never kept by a cache; everybody else's copy is checked before reuse. */
export async function page(visit: Visit, answer: PageAnswer): Promise<Response> {
  const body = String(await layout(visit, answer));
  return send(visit, body, HTML, answer.status ?? 200);
}

/**
 * The same, kept under a tag that names all it is made from.
 * @param until when its words may change by themselves
 */
export async function keptPage(
  visit: Visit,
  tag: string,
  until: number,
  parts: () => Promise<PageParts>,
): Promise<Response> {
  const headers = headersOf(visit, HTML);
  headers.set("etag", tag);
  visit.web.recent.note(visit, { tag, lastModifiedAt: null, headers: [...headers], until });
  return ready(visit, tag, null, headers) ?? packedOr(visit, String(await layout(visit, await parts())), tag, headers);
}

/** The latest answer of this address, when it still counts and is at hand. */
export function sentAgain(visit: Visit): Response | null {
  const known = visit.web.recent.find(visit);
  return known && ready(visit, known.tag, known.lastModifiedAt, new Headers(known.headers.map(([...pair]) => pair)));
}

/** What can be sent without being made: that the reader has it, or the packed body that is kept. */
export function ready(visit: Visit, tag: string, lastModifiedAt: number | null, headers: Headers): Response | null {
  if (isFresh(visit.request, tag, lastModifiedAt)) return new Response(null, { status: 304, headers });
  const kept = visit.session ? undefined : visit.web.packed.kept(tag);
  return kept && takesGzip(visit.request) ? packedAnswer(kept, headers) : null;
}

export function json(visit: Visit, value: unknown, status = 200): Promise<Response> {
  return send(visit, `${JSON.stringify(value, null, 1)}\n`, "application/json; charset=utf-8", status);
}

function headersOf(visit: Visit, type: string): Headers {
  const headers = new Headers({ "content-type": type, vary: "Accept, Cookie" });
  headers.set("cache-control", visit.session ? "private, no-store" : "no-cache");
  return headers;
}

async function send(visit: Visit, body: string, type: string, status: number): Promise<Response> {
  const headers = headersOf(visit, type);
  if (status !== 200 || visit.session) return new Response(body, { status, headers });
  const etag = weakTag(body);
  headers.set("etag", etag);
  if (isFresh(visit.request, etag, null)) return new Response(null, { status: 304, headers });
  return packedOr(visit, body, etag, headers);
}

/**
 * A good answer for everyone, packed once for as long as it says the same. What the operator gets is never packed: compressed
 * secrets beside the words of others can be guessed (BREACH).
 * @param tag of exactly this body
 */
export async function packedOr(visit: Visit, body: string, tag: string, headers: Headers): Promise<Response> {
  if (visit.session || !isPackable(visit.request, body)) return new Response(body, { headers });
  return packedAnswer(await visit.web.packed.of(tag, body), headers);
}

function packedAnswer(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Response {
  headers.set("content-encoding", "gzip");
  headers.append("vary", "Accept-Encoding");
  return new Response(bytes, { headers });
}

export const redirect = (to: string, status: 302 | 303 | 308 = 302): Response =>
  new Response(null, { status, headers: { location: to, "cache-control": "no-store" } });

/** Makes an address of the site one that works anywhere: for records and feeds. */
export const absolute =
  (visit: Visit): Absolute =>
  (path) =>
    visit.origin + path;
