import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of S3 as an archive asks for, in memory; refuses everything on request. */
export interface BucketServer {
  readonly endpoint: string;
  refuse(refusing: boolean): void;
  /** Bytes by path. */
  readonly objects: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

export async function openBucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>();
  let refusing = false;
  const server = createServer((request, response) => {
    answer(request, response, objects, refusing).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (value) => {
      refusing = value;
    },
    objects,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const digest = (kind: "sha256" | "md5", bytes: Buffer) => createHash(kind).update(bytes).digest();

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Buffer>,
  refusing: boolean,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://bucket");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (refusing) return void response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
  if (!/AWS4-HMAC-SHA256/.test(request.headers.authorization ?? "")) return void response.writeHead(403).end();
  if (request.method === "PUT") {
    objects.set(pathname, body);
    return void response.writeHead(200, { etag: `"${digest("md5", body).toString("hex")}"` }).end();
  }
  if (request.method === "DELETE") {
    objects.delete(pathname);
    return void response.writeHead(204).end();
  }
  if (searchParams.has("list-type")) {
    const keys = [...objects.keys()].map(
      (path) => `<Contents><Key>${path.split("/").slice(2).join("/")}</Key></Contents>`,
    );
    const xml = `<ListBucketResult><IsTruncated>false</IsTruncated>${keys.join("")}</ListBucketResult>`;
    return void response.writeHead(200, { "content-type": "application/xml" }).end(xml);
  }
  const found = objects.get(pathname);
  if (!found) return void response.writeHead(404).end();
  const sums = {
    etag: `"${digest("md5", found).toString("hex")}"`,
    "x-amz-checksum-sha256": digest("sha256", found).toString("base64"),
  };
  const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
  if (request.method === "HEAD" || !range) {
    response.writeHead(200, { ...sums, "content-length": found.length });
    return void response.end(request.method === "HEAD" ? undefined : found);
  }
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), found.length - 1)];
  const headers = { ...sums, "content-range": `bytes ${from}-${to}/${found.length}`, "content-length": to - from + 1 };
  response.writeHead(206, headers).end(found.subarray(from, to + 1));
}
