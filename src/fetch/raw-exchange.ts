import type { RawExchange } from "#model/archive";

/** The request as it goes over the wire: what the client adds to our own headers is known (`test/fetch` asks a real server). */
export function requestHead(method: "GET" | "POST", url: URL, headers: Readonly<Record<string, string>>): string {
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\n${own.join("")}`;
}

/**
 * The head of an answer in the order and spelling of the server. Its version is not told by the client and stands as 1.1;
 * before each value stands one blank.
 * @param raw names and values in turn, as the client hands them over
 */
export function responseHead(status: number, text: string | undefined, raw: unknown): string {
  const parts = Array.isArray(raw) ? (raw as readonly (Buffer | string)[]).map(latin1) : [];
  let head = `HTTP/1.1 ${status} ${text ?? ""}\r\n`;
  for (let at = 0; at + 1 < parts.length; at += 2) head += `${parts[at]}: ${parts[at + 1]}\r\n`;
  return head;
}

const latin1 = (part: Buffer | string): string => (typeof part === "string" ? part : part.toString("latin1"));

/** What went out and came back, but for its address and instant. */
export type RawAnswer = Pick<RawExchange, "request" | "response" | "truncated">;
