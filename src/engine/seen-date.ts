import type { Document } from "#model/document";
import type { SeenDate } from "#version/claimed-date";
import { besideText } from "#version/fingerprint";

/** What of a document is followed of its date. */
export const seenDate = (document: Document): SeenDate => ({
  modifiedAt: document.modifiedAt,
  beside: besideText(document),
  extractor: document.extractor,
});
