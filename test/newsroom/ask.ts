import { request } from "node:http";
import { gunzipSync } from "node:zlib";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** Decoded as UTF-8, gzip undone. */
  readonly text: string;
}

/** One request to a host of the newsroom, past the name resolution of this machine. */
export function ask(
  port: number,
  host: string,
  path: string,
  headers: Record<string, string> = {},
  posted?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, host: `${host}.localhost:${port}` };
    const method = posted === undefined ? "GET" : "POST";
    const sent = request({ host: "127.0.0.1", port, path, method, headers: all, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const plain = answer.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
        resolve({
          status: answer.statusCode!,
          headers: answer.headers as Record<string, string>,
          bytes,
          text: plain.toString("utf8"),
        });
      });
    });
    sent.on("error", reject);
    sent.end(posted);
  });
}

/** 13 May 2031, six in the morning: a Tuesday. */
export const START_AT = Date.UTC(2031, 4, 13, 6);
