import type { Capture } from "#model/capture";
import type { FoundArticle } from "#publish/http/find-article";
import type { Visit } from "#publish/http/visit";
import type { Page } from "#store/public-reader";
import { looksPath, versionPath } from "#view/addresses";
import { iso } from "./iso.ts";

/** `/articles/:id/looks.json`: newest first; `next` is the address of the stretch before these, null at the end. */
export const looksJson = (visit: Visit, { article }: FoundArticle, { items, next }: Page<Capture>) => ({
  article: { id: article.id, url: article.url },
  looks: items.map((look) => ({
    at: iso(look.capturedAt),
    tookMs: look.tookMs,
    outcome: look.outcome,
    status: look.status,
    finalUrl: look.finalUrl,
    decision: look.decision,
    reason: look.reason,
    version: look.versionNumber,
    versionUrl: look.versionNumber === null ? null : visit.origin + versionPath(article.id, look.versionNumber),
    bodyDigest: look.bodyDigest,
    bodyBytes: look.bodyBytes,
  })),
  next: next === null ? null : `${visit.origin}${looksPath(article.id)}.json?before=${next}`,
});
