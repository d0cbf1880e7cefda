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

/** The same, kept under a tag that names all it is made from. */
export async function keptPage(visit: Visit, tag: string, parts: () => Promise<PageParts>): Promise<Response> {
  const headers = headersOf(visit, HTML);
  headers.set("etag", tag);
  if (isFresh(visit.request, tag, null)) return new Response(null, { status: 304, headers });
  const kept = visit.web.packed.kept(tag);
  if (kept && takesGzip(visit.request)) return packedAnswer(kept, headers);
  return packedOr(visit, String(await layout(visit, await parts())), tag, headers);
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
