import { gzipSync } from "node:zlib";

export const PAGE = "<html><body><p>the news</p></body></html>";

export interface Made {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  /** HTTP head without its empty line, and body. */
  readonly head?: string;
  readonly body?: string | Buffer;
  readonly fields?: readonly string[];
  /** Said instead of the true one. */
  readonly length?: number;
  readonly version?: string;
}

const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html";

/** A record as some crawler writes it. */
export function warc(made: Made = {}): Buffer {
  const { type = "response", url = "http://daily.example/a", date = "2026-03-01T12:00:00Z" } = made;
  const block =
    made.head === ""
      ? Buffer.from(made.body ?? "")
      : Buffer.concat([Buffer.from(`${made.head ?? OK}\r\n\r\n`, "latin1"), Buffer.from(made.body ?? PAGE)]);
  const lines = [
    made.version ?? "WARC/1.0",
    `WARC-Type: ${type}`,
    ...(url === "" ? [] : [`WARC-Target-URI: ${url}`]),
    ...(date === "" ? [] : [`WARC-Date: ${date}`]),
    ...(made.fields ?? []),
    `Content-Length: ${made.length ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

export function arc(line: string, body = `${OK}\r\n\r\n${PAGE}`): Buffer {
  return Buffer.from(`${line.replace("LENGTH", String(Buffer.byteLength(body)))}\n${body}\n`);
}

export const members = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));
