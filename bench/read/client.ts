import { Agent, get as request } from "node:http";
import { gunzipSync } from "node:zlib";

export interface Answer {
  readonly status: number;
  /** As they came over the wire, without the head. */
  readonly bytes: number;
  readonly etag: string | null;
  /** From the sending to the last byte. */
  readonly ms: number;
  /** Unpacked; only where it was wanted. */
  readonly body?: string;
}

export interface Client {
  /** Status 0 where the connection failed. */
  get(path: string, options?: { readonly etag?: string; readonly wantsBody?: boolean }): Promise<Answer>;
  close(): void;
}

/** A reader that gives up after this has not been answered. */
const PATIENCE_MS = 60_000;

/** Asks as browsers and feed readers do: connections are kept, answers may be packed. */
export function createClient(url: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    get: (path, { etag, wantsBody = false } = {}) =>
      new Promise((resolve) => {
        const sentAt = performance.now();
        const failed = () => resolve({ status: 0, bytes: 0, etag: null, ms: performance.now() - sentAt });
        const headers = { "accept-encoding": "gzip", ...(etag !== undefined && { "if-none-match": etag }) };
        const sent = request(`${url}${path}`, { agent, headers, timeout: PATIENCE_MS }, (response) => {
          const parts: Buffer[] = [];
          let bytes = 0;
          response.on("data", (part: Buffer) => {
            bytes += part.length;
            if (wantsBody) parts.push(part);
          });
          response.on("error", failed);
          response.on("end", () => {
            const ms = performance.now() - sentAt;
            const whole = Buffer.concat(parts);
            const isPacked = wantsBody && response.headers["content-encoding"] === "gzip";
            const unpacked = isPacked ? gunzipSync(whole) : whole;
            resolve({
              ...{ status: response.statusCode!, bytes, etag: response.headers.etag ?? null, ms },
              ...(wantsBody && { body: unpacked.toString("utf8") }),
            });
          });
        });
        sent.on("timeout", () => sent.destroy());
        sent.on("error", failed);
      }),
    close: () => agent.destroy(),
  };
}
