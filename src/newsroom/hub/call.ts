import { request } from "node:http";

export interface Called {
  readonly status: number;
  readonly body: string;
}

export interface Call {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A subscriber that does not answer in this time has not answered. Real time. */
const PATIENCE_MS = 10_000;

/** Calls a subscriber on this machine; null when it cannot be reached. */
export function call(url: string, { method, headers = {}, body }: Call): Promise<Called | null> {
  return new Promise((resolve) => {
    const sent = request(url, { method, headers, timeout: PATIENCE_MS, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
      response.on("error", () => resolve(null));
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => resolve(null));
    sent.end(body);
  });
}
