import { constants, zstdCompressSync } from "node:zlib";
import { keptOf } from "#collate/kept";
import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { extractWithLines, extractWithTrace } from "#extract/extract";
import type { PageLines } from "#extract/page/page-lines";
import type { SiteTemplate } from "#extract/site/template";
import type { PageTrace } from "#extract/site/trace";
import { decodeHtml } from "#fetch/charset";
import type { ChangeSummary } from "#model/change";
import type { Document } from "#model/document";
import type { KeptCollation } from "#model/kept-collation";
import type { TextMark } from "#model/memory";
import type { VersionText } from "#model/version";
import { fingerprint, markOf, textOf } from "#version/fingerprint";

export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
  readonly site: SiteTemplate;
  /** Instant of the look: dates more than a day after it are refused; null when dates are of no interest. */
  readonly seenAt: number | null;
  /** Asks for `ReadPage.lines` too. */
  readonly lines?: true;
}

export interface ReadPage {
  readonly document: Document;
  readonly textHash: string;
  readonly mark: TextMark;
  readonly trace: PageTrace;
  /** All that the page says; only when the job asks for it. */
  readonly lines?: PageLines;
}

export interface OpenJob {
  /** Text of the version before; null for the first version. */
  readonly old: VersionText | null;
  readonly new: VersionText;
  /** BCP 47 tag of the new text: which rules label the change; null lets the text tell. */
  readonly language: string | null;
  /** The page, to be packed; null when it is kept elsewhere. */
  readonly bytes: Uint8Array | null;
}

export interface OpenedPage {
  /** What the version changed; null for the first. */
  readonly summary: ChangeSummary | null;
  /** How the two texts lie against each other; null for the first version, and where it is too long to keep. */
  readonly collation: KeptCollation | null;
  readonly zstd: Uint8Array | null;
}

/** Level 3, zstd's own default: higher levels cost a multiple of the time for a tenth of the bytes. */
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** Bytes of a page to its document and fingerprint. */
export function read(job: ReadJob): ReadPage {
  const { url, site, seenAt } = job;
  const extract = job.lines ? extractWithLines : extractWithTrace;
  const reading = extract(decodeHtml(job.bytes, job.contentType).text, { url, site, seenAt });
  const text = textOf(reading.document);
  return { ...reading, textHash: fingerprint(text), mark: markOf(text) };
}

/** What a version that opens needs: the summary of its change, and its page packed where the store keeps it. */
export function open(job: OpenJob): OpenedPage {
  const { old, new: next, bytes } = job;
  const zstd = bytes && zstdCompressSync(bytes, ZSTD);
  if (!old) return { summary: null, collation: null, zstd };
  const collation = collateTexts(old, next);
  return { summary: summarise(old, next, collation, job.language), collation: keptOf(old, next, collation), zstd };
}
