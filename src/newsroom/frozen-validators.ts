import type { Asked } from "./answer.ts";
import type { Article } from "./article.ts";
import { hashText } from "./random.ts";
import { httpDate } from "./times.ts";

/** Validators of a page as it was when it was first served: a cache in front of the site that no edit empties. */
export function frozenValidators({ site, number, publishedAt }: Article): Record<string, string> {
  const etag = { etag: `"${number.toString(36)}"` };
  const modified = { "last-modified": httpDate(publishedAt) };
  return [etag, modified, { ...etag, ...modified }][hashText(site.host) % 3]!;
}

export const isConditional = ({ ifNoneMatch, ifModifiedSince }: Asked): boolean =>
  ifNoneMatch !== undefined || ifModifiedSince !== undefined;
