import type { EngineContext } from "#engine/context";
import type { Article } from "#model/article";
import type { Document } from "#model/document";
import { ok, type Result } from "#model/failure";
import type { VersionFacts } from "#model/version";
import type { LookRecord, NewVersion } from "#store/writer";
import { dateOfNewText } from "#version/claimed-date";
import type { Decided } from "#version/decide";
import { textOf } from "#version/fingerprint";
import { goesToArchive } from "./keep.ts";
import type { Observation } from "./observation.ts";
import { seenDate } from "./seen-date.ts";

/** A version about to open, with the bytes it was read from. */
export interface Opened {
  readonly version: NewVersion;
  readonly raw: NonNullable<LookRecord["raw"]>;
}

/** The archive packs the page. */
const NOTHING = new Uint8Array(0);

/** Prepares the version that a decision opens. */
export async function newVersion(
  context: EngineContext,
  article: Article,
  opens: NonNullable<Decided["opens"]>,
  observation: Extract<Observation, { kind: "text" }>,
): Promise<Result<Opened>> {
  const { response, page } = observation;
  const { document, textHash } = page;
  const text = textOf(document);
  const before =
    article.versionCount === 0 ? null : await context.store.reader.version(article.id, article.versionCount);
  const opened = await context.workshop.open({
    old: before?.text ?? null,
    new: text,
    language: document.language,
    bytes: goesToArchive(context, { ok: true, value: response }) ? NOTHING : response.body,
  });
  if (!opened.ok) return opened;
  const { summary, zstd } = opened.value;
  const { dateRaised } = dateOfNewText(article.claimedDate, seenDate(document), response.sentAt);
  const version: NewVersion = {
    after: article.versionCount,
    text,
    textHash,
    firstSeenAt: opens.firstSeenAt,
    byline: document.byline,
    publishedAt: document.publishedAt,
    modifiedAt: document.modifiedAt,
    dateRaised: article.versionCount === 0 ? null : dateRaised,
    language: document.language,
    extractor: document.extractor,
    live: document.state === "live",
    facts: factsOf(document),
    ...(summary && { summary }),
  };
  const contentType = response.headers["content-type"] ?? null;
  return ok({ version, raw: { digest: observation.digest, zstd, contentType } });
}

const factsOf = ({ section, credits, leadImage, links, entries }: Document): VersionFacts => ({
  section,
  credits,
  leadImage,
  links,
  entries,
});
