import { promisify } from "node:util";
import { constants, zstdCompress } from "node:zlib";
import type { Article } from "#model/article";
import { ok, type Result } from "#model/failure";
import type { LookRecord, NewVersion } from "#store/writer";
import { textOf } from "#version/fingerprint";
import type { Judgement } from "#version/judge";
import type { Shop } from "./shop.ts";
import type { Sight } from "./sight.ts";

const compress = promisify(zstdCompress);
/** Level 3, zstd's own default: higher levels cost a multiple of the time for a tenth of the bytes. */
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** A version about to open, with the bytes it was read from. */
export interface Opened {
  readonly version: NewVersion;
  readonly raw: NonNullable<LookRecord["raw"]>;
}

/** Prepares the version that a judgement opens, or null when it opens none. */
export async function newVersion(
  shop: Shop,
  article: Article,
  judgement: Judgement,
  sight: Extract<Sight, { kind: "text" }>,
): Promise<Result<Opened | null>> {
  if (judgement.decision === "same" || judgement.decision === "alternating") return ok(null);
  const { response, page } = sight;
  const { document, textHash } = page;
  const text = textOf(document);
  const before = article.versionCount === 0 ? null : await shop.store.reader.version(article.id, article.versionCount);
  const summary = before === null ? null : await shop.workshop.compare({ old: before.text, new: text });
  if (summary && !summary.ok) return summary;
  const version: NewVersion = {
    after: article.versionCount,
    text,
    textHash,
    ...(judgement.firstSeenAt !== undefined && { firstSeenAt: judgement.firstSeenAt }),
    byline: document.byline,
    publishedAt: document.publishedAt,
    modifiedAt: document.modifiedAt,
    language: document.language,
    extractor: document.extractor,
    ...(summary && { summary: summary.value }),
  };
  const contentType = response.headers["content-type"] ?? null;
  return ok({ version, raw: { digest: sight.digest, zstd: await compress(response.body, ZSTD), contentType } });
}
