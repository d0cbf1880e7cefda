import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { extract } from "#extract/extract";
import { decodeHtml } from "#fetch/charset";
import type { ChangeSummary } from "#model/change";
import type { Document } from "#model/document";
import type { VersionText } from "#model/version";
import { fingerprint, textOf } from "#version/fingerprint";

export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
}

export interface ReadPage {
  readonly document: Document;
  readonly textHash: string;
}

export interface CompareJob {
  readonly old: VersionText;
  readonly new: VersionText;
}

/** Bytes of a page to its document and fingerprint. */
export function read(job: ReadJob): ReadPage {
  const document = extract(decodeHtml(job.bytes, job.contentType).text, { url: job.url });
  return { document, textHash: fingerprint(textOf(document)) };
}

/** What a new version changed. */
export function compare(job: CompareJob): ChangeSummary {
  return summarise(job.old, job.new, collateTexts(job.old, job.new));
}
