import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** How the store answers a request: as it should, or otherwise. */
export type Fault = (method: string, key: string) => Partial<Answer> | "hang" | "cut" | undefined;

interface Answer {
  readonly status: number;
  readonly body: string;
  /** What is stored instead of what was sent. */
  readonly stored: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Method and key of every request. */
  readonly asked: string[];
  /** Changes how it answers from now on. */
  fault: Fault;
  /** Stores that tell no checksums have to be read back. */
  tells: "sha256" | "md5" | "nothing";
}

const SIGNATURE =
  /^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;

/** A small store on loopback that speaks as much S3 as is asked of it, and takes nothing that is not signed. */
export async function openS3(t: TestContext): Promise<S3Server> {
  const server = createServer((request, response) => {
    void answer(state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const state: S3Server = {
    endpoint: `http://127.0.0.1:${port}`,
    objects: new Map(),
    asked: [],
    fault: () => undefined,
    tells: "sha256",
  };
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return state;
}

async function answer(state: S3Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, state.endpoint);
  const [, bucket, ...rest] = url.pathname.split("/");
  const key = decodeURIComponent(rest.join("/"));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  state.asked.push(`${request.method} ${key || url.search}`);
  const fault = state.fault(request.method!, key);
  if (fault === "hang") return;
  if (fault === "cut") {
    request.socket.destroy();
    return;
  }
  const say = (status: number, text: string | Buffer = "", headers: Record<string, string> = {}) =>
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) }).end(text);
  const refuse = (status: number, code: string) => say(status, `<Error><Code>${code}</Code></Error>`);
  if (fault?.status) return void say(fault.status, fault.body, fault.headers);
  if (!SIGNATURE.test(request.headers.authorization ?? "")) return void refuse(403, "AccessDenied");
  if (bucket !== "news") return void refuse(404, "NoSuchBucket");
  if (request.method === "PUT") return void put(state, key, fault?.stored ?? body, body, request, refuse, say);
  if (key === "") return void say(200, listing(state, url.searchParams));
  const object = state.objects.get(key);
  if (request.method === "DELETE") {
    state.objects.delete(key);
    return void say(204);
  }
  if (!object) return void refuse(404, "NoSuchKey");
  if (request.method === "HEAD") {
    response.writeHead(200, { "content-length": object.length, ...told(state, object) }).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  if (!range) return void say(200, object);
  say(206, object.subarray(Number(range[1]), Number(range[2]) + 1));
}

const hash = (kind: string, bytes: Buffer) => createHash(kind).update(bytes);

function put(
  state: S3Server,
  key: string,
  stored: Buffer,
  body: Buffer,
  { headers }: IncomingMessage,
  refuse: (status: number, code: string) => unknown,
  say: (status: number) => unknown,
): void {
  // What S3 itself refuses: a body without a length, and one that is not what was signed.
  if (headers["content-length"] === undefined) refuse(411, "MissingContentLength");
  else if (headers["x-amz-content-sha256"] !== hash("sha256", body).digest("hex"))
    refuse(400, "XAmzContentSHA256Mismatch");
  else if (headers["content-md5"] !== hash("md5", body).digest("base64")) refuse(400, "BadDigest");
  else {
    state.objects.set(key, stored);
    say(200);
  }
}

function told({ tells }: S3Server, object: Buffer): Record<string, string> {
  if (tells === "sha256") return { "x-amz-checksum-sha256": hash("sha256", object).digest("base64"), etag: '"x-1"' };
  return tells === "md5" ? { etag: `"${hash("md5", object).digest("hex")}"` } : { etag: '"opaque"' };
}

/** Two keys a page, so that lists have to be followed. */
function listing({ objects }: S3Server, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
  const from = Number(query.get("continuation-token") ?? 0);
  const page = keys.slice(from, from + 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const next = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : "";
  return `<ListBucketResult>${page.join("")}${next}</ListBucketResult>`;
}
