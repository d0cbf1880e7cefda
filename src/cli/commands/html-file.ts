import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { Exit } from "#cli/exit";
import { decodeHtml } from "#fetch/charset";

export interface Html {
  readonly html: string;
  readonly url: string;
}

/** More than any news page, compressed or not: ten times what the fetcher reads by default. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** A saved page, decoded as a browser would; null if there is no such file. `url` defaults to the file's own address. */
export function readHtmlFile(path: string, url: string | undefined, cwd: string): Html | null {
  const bytes = readBytes(resolve(cwd, path));
  if (bytes === null) return null;
  return { html: decodeHtml(bytes, null).text, url: url ?? pathToFileURL(resolve(cwd, path)).href };
}

/** A file's bytes, unpacked when they are gzip; null when there is no such file. */
export function readBytes(path: string): Uint8Array | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) return null;
  if (file.size > MAX_FILE_BYTES)
    throw new Exit("failed", `${path} is larger than 100 MB, which is too large for a page.`);
  const bytes = readFileSync(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch {
    throw new Exit("failed", `${path} cannot be unpacked: the gzip data is damaged, or larger than 100 MB.`);
  }
}

export async function readStandardInput(url: string | undefined): Promise<Html> {
  const bytes = await buffer(process.stdin);
  return { html: decodeHtml(bytes, null).text, url: url ?? "about:blank" };
}
