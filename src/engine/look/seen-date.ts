import { extractorOf } from "#extract/site/template";
import type { Document } from "#model/document";
import type { SeenDate } from "#version/claimed-date";
import { besideText } from "#version/fingerprint";

/** What of a document is followed of its date. */
export const seenDate = (document: Document): SeenDate => ({
  modifiedAt: document.modifiedAt,
  beside: besideText(document),
  // A site's template has no say in dates.
  extractor: extractorOf(document.extractor),
});
