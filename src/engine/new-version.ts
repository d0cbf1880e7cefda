import type { Article } from "#model/article";
import { ok, type Result } from "#model/failure";
import type { LookRecord, NewVersion } from "#store/writer";
import { dateOfNewText } from "#version/claimed-date";
import { textOf } from "#version/fingerprint";
import type { Judgement } from "#version/judge";
import { seenDate } from "./seen-date.ts";
import type { Shop } from "./shop.ts";
import type { Sight } from "./sight.ts";

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
  const opened = await shop.workshop.open({
    old: before?.text ?? null,
    new: text,
    language: document.language,
    bytes: response.body,
  });
  if (!opened.ok) return opened;
  const { summary, zstd } = opened.value;
  const { dateRaised } = dateOfNewText(article.claimedDate, seenDate(document), response.sentAt);
  const version: NewVersion = {
    after: article.versionCount,
    text,
    textHash,
    ...(judgement.firstSeenAt !== undefined && { firstSeenAt: judgement.firstSeenAt }),
    byline: document.byline,
    publishedAt: document.publishedAt,
    modifiedAt: document.modifiedAt,
    dateRaised: article.versionCount === 0 ? null : dateRaised,
    language: document.language,
    extractor: document.extractor,
    ...(summary && { summary }),
  };
  const contentType = response.headers["content-type"] ?? null;
  return ok({ version, raw: { digest: sight.digest, zstd, contentType } });
}
