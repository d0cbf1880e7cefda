import type { EngineContext } from "#engine/context";
import type { ReadPage } from "#engine/threads/worker";
import { sha256 } from "#lib/hash";
import { urlKey } from "#lib/url";
import type { FetchResponse, FetchResult } from "#model/fetcher";
import type { Reason } from "#model/reason";
import type { Watch, Watched } from "#model/watch";
import type { LookLearned } from "#store/sites/site";
import type { AnsweredLook } from "./answer.ts";
import { verdictOfDocument, verdictOfFailure, verdictOfStatus } from "./classify.ts";
import type { SiteOfLook } from "./site-memory.ts";
import type { Verdict } from "./verdict.ts";

/** What the answer to a look showed. */
export type Observation =
  | { readonly kind: "nothing"; readonly verdict: Verdict }
  /** The page of the latest version, unchanged: not read again. */
  | { readonly kind: "same-page"; readonly reason: Reason }
  | TextObservation;

export interface TextObservation {
  readonly kind: "text";
  readonly response: FetchResponse;
  readonly page: ReadPage;
  readonly digest: string;
  /** What the page was read with, and what it taught. */
  readonly site: SiteOfLook;
  readonly learned: LookLearned;
}

export interface SeenLook extends AnsweredLook {
  readonly observation: Observation;
}

/** Reads the answer as far as needed to know what it shows. */
export async function see(
  context: Pick<EngineContext, "sites" | "workshop">,
  { article, watch }: Watched,
  fetched: FetchResult,
): Promise<Observation> {
  if (!fetched.ok) return { kind: "nothing", verdict: verdictOfFailure(fetched.failure, fetched.hops.length === 0) };
  const response = fetched.value;
  if (response.status === 304) return notModified(watch);
  const verdict = verdictOfStatus(response);
  if (verdict) return { kind: "nothing", verdict };
  const digest = sha256(response.body);
  if (digest === watch.bodyDigest && urlKey(response.url) === urlKey(article.url)) {
    return { kind: "same-page", reason: { code: "same-bytes" } };
  }
  const contentType = response.headers["content-type"] ?? null;
  const site = await context.sites.of(article, response.url);
  const { body: bytes, url, sentAt: seenAt } = response;
  const job = { bytes, contentType, url, site: site.template, seenAt };
  const read = await context.workshop.read(job);
  if (!read.ok) return { kind: "nothing", verdict: verdictOfFailure(read.failure) };
  const unreadable = verdictOfDocument(read.value.document, article.url, response);
  if (unreadable) return { kind: "nothing", verdict: unreadable };
  const learned = context.sites.learn(site, article, read.value, response.sentAt);
  return { kind: "text", response, page: read.value, digest, site, learned };
}

/** Without a remembered page nothing was asked for that could be "not modified": the server, or a cache, answers nonsense. */
function notModified(watch: Watch): Observation {
  if (watch.bodyDigest !== null) return { kind: "same-page", reason: { code: "not-modified" } };
  return { kind: "nothing", verdict: { outcome: "error", met: "failed", reason: { code: "not-modified-unasked" } } };
}
