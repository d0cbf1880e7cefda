import { gunzipSync, constants as zlib } from "node:zlib";
import { failFor, ok, type Result } from "#model/failure";
import type { FoundArticle, FoundFeed } from "#model/found";
import type { FeedKind } from "#model/source";
import type { NamedLinks } from "./hub.ts";

/** What was fetched from an address, whatever it is. */
export interface FeedInput {
  readonly bytes: Uint8Array;
  /** `bytes` decoded by the charset that holds for them. */
  readonly text: string;
  /** Where the bytes came from (after redirects): relative links resolve against it. */
  readonly url: string;
  readonly contentType: string | null;
  /** Epoch ms; dates more than a day later are dropped. Absent: none are. */
  readonly now?: number;
  /** Of a sitemap all that it lists is wanted, up to the bounds of a backlist; absent: what may be news. */
  readonly isWhole?: boolean;
}

/** What a feed or sitemap lists. */
export interface FeedContent {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** Home page as the feed declares it, absolute; null when it declares none. */
  readonly homeUrl: string | null;
  /** Newest first, undated ones last in the order of the document; no address twice. */
  readonly articles: readonly FoundArticle[];
  /** Children of a sitemap index, most promising first: news, then newest. */
  readonly more: readonly FoundFeed[];
  /** Of a plain sitemap that dates nothing: all its entries as they are written, in its order; absent for all others. */
  readonly undated?: readonly string[];
  /** Hubs that it names. */
  readonly links: NamedLinks;
}

/** Largest feed that is read, in characters. The largest of 1,361 collected ones has 77 KB; this is read in about a second. */
export const MAX_FEED_BYTES = 20 * 1024 * 1024;
/** The limit of the sitemap protocol, uncompressed. */
export const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;
/** Articles kept of one feed or sitemap. A news sitemap may list 1,000; feeds rarely pass 100. */
export const MAX_ARTICLES = 1000;
/** Articles of a backlist: 33 days of looks at half of the usual 3,000 requests a day, and as many as one sitemap may list. */
export const MAX_BACKLIST = 50_000;
/** Sitemaps read for a backlist: sixteen years, month by month. Each is one polite request that a person waits for. */
export const MAX_BACKLIST_SITEMAPS = 200;
/** Entries looked at in one document: the sitemap protocol allows 50,000. */
export const MAX_ENTRIES = 100_000;

/** The text of an answer; a gzipped file (`sitemap.xml.gz` sent as such) is unpacked, but never beyond `MAX_SITEMAP_BYTES`. */
export function unpack(input: Pick<FeedInput, "bytes" | "text" | "url">): Result<string> {
  if (input.bytes[0] !== 0x1f || input.bytes[1] !== 0x8b) return ok(input.text);
  try {
    // Z_SYNC_FLUSH takes what there is of a file that was cut off.
    const plain = gunzipSync(input.bytes, { maxOutputLength: MAX_SITEMAP_BYTES, finishFlush: zlib.Z_SYNC_FLUSH });
    return ok(new TextDecoder().decode(plain));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return tooLarge(input.url, MAX_SITEMAP_BYTES);
    const detail = (error as Error).message;
    const reason = { code: "bad-gzip", url: input.url, detail } as const;
    return failFor("retry", reason, `${input.url} is a gzip file that cannot be unpacked: ${detail}`);
  }
}

export const tooLarge = (url: string, limit: number): Result<never> =>
  failFor(
    "never",
    { code: "feed-too-large", url, maxBytes: limit },
    `${url} is larger than the ${limit / 1024 / 1024} MB that are read of a feed.`,
  );
