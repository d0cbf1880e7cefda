import { createHash } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { AwsClient } from "aws4fetch";
import { MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { ArchivePlace } from "#model/archive";
import { type Failure, fail, ok, type Result } from "#model/failure";
import { lost, missing } from "./read-place.ts";

/** A store for whole files under their paths. Nothing here throws; every failure says what the store answered. */
export interface Bucket {
  /** Resolves when the store has the file, proved by its digest. */
  put(path: string, file: string): Promise<Result<null>>;
  read(place: ArchivePlace): Promise<Result<Buffer>>;
  /** Paths that begin with `prefix`, sorted. */
  list(prefix: string): Promise<Result<readonly string[]>>;
  drop(path: string): Promise<Result<null>>;
}

export interface S3Settings {
  /** Such as https://s3.eu-central-1.amazonaws.com; the name of the bucket comes after it. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before all paths, without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** For what is short; a file may take `PUT_LIMIT_MS`. */
  readonly limitMs?: number;
}

/** For requests that carry next to nothing: a store that takes longer is down. */
const LIMIT_MS = 30 * SECOND_MS;
/** 256 MB at half a megabyte a second. */
const PUT_LIMIT_MS = 10 * MINUTE_MS;

/** Any store that speaks S3 (Amazon, MinIO, Ceph, R2, Garage, ...), asked with signature version 4 and paths under the bucket's name. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one closure over the client; to be divided.
export function s3Bucket(settings: S3Settings): Bucket {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  const base = [settings.endpoint.replace(/\/+$/, ""), settings.bucket, settings.prefix].filter(Boolean).join("/");
  const root = `${settings.endpoint.replace(/\/+$/, "")}/${settings.bucket}`;
  const limitMs = settings.limitMs ?? LIMIT_MS;

  const ask = async (url: string, { body, ...init }: Ask): Promise<Result<Response>> => {
    try {
      const signed = await client.sign(url, { ...init, headers: { ...init.headers } });
      const signal = AbortSignal.timeout(body ? PUT_LIMIT_MS : limitMs);
      const { method, headers } = signed;
      return ok(await fetch(signed.url, { method, headers, signal, redirect: "error", ...(body && { body }) }));
    } catch (error) {
      return unreachable(settings.endpoint, error);
    }
  };

  const isThere = async (path: string, file: FileDigests): Promise<Result<null>> => {
    const head = await ask(`${base}/${path}`, { method: "HEAD", headers: { "x-amz-checksum-mode": "ENABLED" } });
    if (!head.ok) return head;
    if (!head.value.ok) return refused(head.value, `does not show ${path}, which it took`);
    if (head.value.headers.get("x-amz-checksum-sha256") === file.sha256.toString("base64")) return ok(null);
    // A plain upload is known by its MD5 in most stores; if a store reports neither, the file is read back.
    if (head.value.headers.get("etag")?.replaceAll('"', "").toLowerCase() === file.md5.toString("hex")) return ok(null);
    const back = await ask(`${base}/${path}`, { method: "GET" });
    if (!back.ok) return back;
    const read = await digestOf(back.value);
    return read.ok && !read.value.equals(file.sha256)
      ? fail("retry", "bucket-differs", `The store holds other bytes under ${path} than were sent.`)
      : read.ok
        ? ok(null)
        : read;
  };

  return {
    async put(path, file) {
      const digests = await digestsOf(file);
      const headers = {
        "content-type": "application/warc",
        "content-md5": digests.md5.toString("base64"),
        "x-amz-content-sha256": digests.sha256.toString("hex"),
        "x-amz-checksum-sha256": digests.sha256.toString("base64"),
      };
      const put = await ask(`${base}/${path}`, { method: "PUT", headers, body: await openAsBlob(file) });
      if (!put.ok) return put;
      if (!put.value.ok) return refused(put.value, `did not take ${path}`);
      await put.value.body?.cancel();
      return isThere(path, digests);
    },

    async read({ file, offset, length }) {
      const headers = { range: `bytes=${offset}-${offset + length - 1}` };
      const got = await ask(`${base}/${file}`, { method: "GET", headers });
      if (!got.ok) return got;
      if (got.value.status !== 206) return notGiven(got.value, file);
      try {
        return ok(Buffer.from(await got.value.arrayBuffer()));
      } catch (error) {
        return unreachable(settings.endpoint, error);
      }
    },

    async list(prefix) {
      const found: string[] = [];
      const before = settings.prefix === "" ? "" : `${settings.prefix}/`;
      for (let token: string | null = ""; token !== null; ) {
        const query = new URLSearchParams({ "list-type": "2", prefix: before + prefix });
        if (token) query.set("continuation-token", token);
        const got = await ask(`${root}?${query}`, { method: "GET" });
        if (!got.ok) return got;
        if (!got.value.ok) return refused(got.value, "does not list its files");
        const xml = await got.value.text().catch(() => "");
        for (const [, key] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) found.push(key!.slice(before.length));
        token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] ?? null;
      }
      return ok(found.sort());
    },

    async drop(path) {
      const dropped = await ask(`${base}/${path}`, { method: "DELETE" });
      if (!dropped.ok) return dropped;
      return dropped.value.ok ? ok(null) : refused(dropped.value, `does not drop ${path}`);
    },
  };
}

interface Ask {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

interface FileDigests {
  readonly sha256: Buffer;
  readonly md5: Buffer;
}

async function digestsOf(file: string): Promise<FileDigests> {
  const sha256 = createHash("sha256");
  const md5 = createHash("md5");
  for await (const bytes of createReadStream(file)) {
    sha256.update(bytes);
    md5.update(bytes);
  }
  return { sha256: sha256.digest(), md5: md5.digest() };
}

async function digestOf(response: Response): Promise<Result<Buffer>> {
  if (!response.ok || !response.body) return refused(response, "does not give back what it took");
  const hash = createHash("sha256");
  try {
    for await (const bytes of response.body) hash.update(bytes);
    return ok(hash.digest());
  } catch (error) {
    return unreachable(response.url, error);
  }
}

/** A file that is not there, or ends before, is told apart from a store that refuses. */
async function notGiven(response: Response, file: string): Promise<Result<never>> {
  const said = await refused(response, `does not give ${file}`);
  if (/NoSuchKey/.test(said.failure.message)) return missing(file, "'s store");
  return response.status === 416 ? lost(`${file} ends before the record does.`) : said;
}

/** Answers are quoted so far: S3 puts its reason into the first line of XML. */
const QUOTED = 200;

async function refused(response: Response, what: string): Promise<{ readonly ok: false; readonly failure: Failure }> {
  const text = await response.text().catch(() => "");
  const said = /<Code>([^<]{1,100})<\/Code>/.exec(text.slice(0, 4096))?.[1] ?? text.slice(0, QUOTED).split("\n")[0];
  const message = `The store of the archive ${what}: it answered ${response.status}${said ? ` (${said})` : ""}.`;
  return { ok: false, failure: { advice: "retry", code: "bucket-refused", message } };
}

function unreachable(endpoint: string, error: unknown): Result<never> {
  const { message, cause } = error as Error;
  const why = cause instanceof Error ? cause.message : message;
  return fail("retry", "bucket-unreachable", `The store of the archive at ${endpoint} cannot be reached: ${why}.`);
}
