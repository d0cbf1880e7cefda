import { undoContentCoding } from "#fetch/content-coding";
import { sha256 } from "#lib/hash";
import type { Archive, ArchivedAnswer } from "#model/archive";
import { fail, ok, type Result } from "#model/failure";
import type { ArchivedBody } from "#store/reader";
import type { Store } from "#store/store";

/** A page as it was when it was captured. */
export interface KeptPage {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/** What a kept page unpacks to at most; the largest size that `max-body` allows. */
const MAX_PAGE_BYTES = 256 * 1024 * 1024;

/**
 * The kept bytes with this digest, from the store or the archive; null when they are not kept. Fails when they should be in
 * the archive and cannot be had.
 */
export async function keptPage(
  { store, archive }: { readonly store: Store; readonly archive?: Archive },
  digest: string,
): Promise<Result<KeptPage> | null> {
  const stored = await store.reader.rawBody(digest);
  if (stored) return ok(stored);
  const place = await store.reader.archivePlace(digest);
  if (!place) return null;
  if (!archive) return lost(`The page stands in the archive (${place.file}), which is not open.`);
  return pageOf({ ...place, digest }, await archive.read(place));
}

/** The page in a record, proved by its digest. */
export function pageOf({ file, offset, digest }: ArchivedBody, answer: Result<ArchivedAnswer>): Result<KeptPage> {
  if (!answer.ok) return answer;
  const { headers, body } = answer.value;
  const page = undoContentCoding(Buffer.from(body), headers["content-encoding"], MAX_PAGE_BYTES);
  if (!page.ok) return page;
  if (sha256(page.value) !== digest) return lost(`The record at ${offset} in ${file} holds another page.`);
  return ok({ bytes: page.value, contentType: headers["content-type"] ?? null });
}

const lost = (message: string): Result<never> => fail("stop", "archive-unreadable", message);
