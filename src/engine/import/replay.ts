import type { ArchivedCapture } from "#archive/history";
import type { EngineContext } from "#engine/context";
import type { Replayed } from "#engine/engine";
import { forArchive } from "#engine/look/answer";
import { verdictOfDocument, verdictOfStatus } from "#engine/look/classify";
import { keep } from "#engine/look/keep";
import { lookAt } from "#engine/look/look";
import { validatorsOf } from "#fetch/conditional";
import { undoContentCoding } from "#fetch/content-coding";
import { sha256 } from "#lib/hash";
import { hostKey } from "#lib/url";
import type { Document } from "#model/document";
import { failFor, ok, type Result, reasonOf } from "#model/failure";
import type { FetchResponse, FetchResult } from "#model/fetcher";
import type { ArticleId, SourceId } from "#model/id";
import type { Reason } from "#model/reason";
import { NO_PATTERNS } from "#model/source";
import type { Watched } from "#model/watch";
import type { ArticleState, LookRecord, Merging, Recorded } from "#store/writer";
import { textOf } from "#version/fingerprint";
import { Claims } from "./claims.ts";

/** Largest page that is taken, decoded; as `max-body` allows at most. */
export const MAX_REPLAYED_BYTES = 256 * 1024 * 1024;

/** Plays captures of others as looks at their own instants. They have to come in the order of those. */
export class Replay {
  readonly #context: EngineContext;
  /** Sources by the host of their home page; filled with the first capture. */
  #sources: Map<string, SourceId> | null = null;
  readonly #claims = new Claims();

  constructor(context: EngineContext) {
    this.#context = context;
  }

  async take(capture: ArchivedCapture): Promise<Result<Replayed>> {
    const response = responseOf(capture);
    if (!response.ok) return ok({ kind: "skipped", reason: reasonOf(response.failure) });
    const fetched: FetchResult = { ok: true, value: response.value };
    const known = await this.#articleOf(capture);
    if (known && known.article.lastLookedAt !== null && capture.at <= known.article.lastLookedAt)
      return this.#late(known, capture, fetched);
    if (known) return this.#look(known, capture, fetched);
    const page = await this.#pageOf(capture, response.value);
    if ("code" in page) return ok({ kind: "skipped", reason: page });
    const claiming = await this.#claims.provenBy(this.#context.store.reader, capture.finalUrl, textOf(page));
    if (claiming) return this.#look(claiming, capture, fetched, { isAtClaim: true });
    return this.#look(await this.#add(capture), capture, fetched, { isNewArticle: true });
  }

  async #articleOf({ url, finalUrl }: ArchivedCapture): Promise<Watched | null> {
    const { reader } = this.#context.store;
    const article = (await reader.articleByUrl(url)) ?? (url === finalUrl ? null : await reader.articleByUrl(finalUrl));
    return article && reader.watched(article.id);
  }

  /** Only what shows an article is added: the archives of crawlers are full of front pages, lists and errors. */
  async #pageOf({ at, url }: ArchivedCapture, response: FetchResponse): Promise<Document | Reason> {
    if (response.status === 304) return { code: "not-modified-unknown" };
    const verdict = verdictOfStatus(response);
    if (verdict) return verdict.reason;
    const { sites, workshop } = this.#context;
    const { template: site } = await sites.of(null, response.url);
    const contentType = response.headers["content-type"] ?? null;
    const read = await workshop.read({ bytes: response.body, contentType, url: response.url, site, seenAt: at });
    if (!read.ok) return reasonOf(read.failure);
    const { document } = read.value;
    return verdictOfDocument(document, url, response)?.reason ?? document;
  }

  async #add({ url, at }: ArchivedCapture): Promise<Watched> {
    const { reader, writer } = this.#context.store;
    const found = { url, title: null, publishedAt: null, updatedAt: null };
    const [id] = await writer.addArticles(await this.#sourceOf(url, at), [found], at, null);
    return (await reader.watched(id ?? (await reader.articleByUrl(url))!.id))!;
  }

  async #sourceOf(url: string, at: number): Promise<SourceId> {
    const { reader, writer } = this.#context.store;
    // Of several sources at one host the oldest takes what came without one.
    this.#sources ??= new Map(
      (await reader.sources()).toReversed().map((source) => [hostKey(source.homeUrl), source.id]),
    );
    const key = hostKey(url);
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const { origin, hostname } = new URL(url);
    const source = { name: hostname.replace(/^www\./, ""), homeUrl: `${origin}/`, patterns: NO_PATTERNS };
    const { id } = await writer.addSource(source, at);
    this.#sources.set(key, id);
    return id;
  }

  async #look(
    watched: Watched,
    capture: ArchivedCapture,
    fetched: FetchResult,
    { isNewArticle = false, isAtClaim = false } = {},
  ): Promise<Result<Replayed>> {
    const context = { ...this.#contextAt(watched, capture, fetched), isAtClaim };
    const looked = await lookAt(context, watched, { leased: null, gapMs: 0 });
    if (!looked.ok) return looked;
    const { report } = looked.value;
    // Another address of an article: now that this is known, the capture is that article's.
    if (report.articleId !== watched.article.id) return this.take(capture);
    return ok({ kind: "look", report, isNewArticle });
  }

  /** A context in which it is that instant, the network gives that answer, and nothing is planned. */
  #contextAt(watched: Watched, capture: ArchivedCapture, fetched: FetchResult): EngineContext {
    const { store } = this.#context;
    const writer = {
      ...store.writer,
      recordLook: (look: LookRecord): Promise<Recorded> => {
        this.#claims.note(look);
        return store.writer.recordLook({ ...look, state: { ...look.state, ...unplanned(watched, look.state) } });
      },
      scheduleLook: async () => {},
      // The capture is played again as one of the article that this one is: that records it.
      mergeArticles: (duplicate: ArticleId, original: ArticleId, { look: _, address: __, ...merging }: Merging = {}) =>
        store.writer.mergeArticles(duplicate, original, merging),
    };
    return {
      ...this.#context,
      store: { ...store, writer },
      fetcher: { fetch: async () => fetched, close: async () => {} },
      clock: { now: () => Math.max(capture.at, capture.answeredAt), sleep: async () => {} },
      // Of our own looks all are there, those too that confirmed what another one met.
      replayed: !capture.isOwnLook,
    };
  }

  /** The history of an article is only ever added to at its end, where its chain of hashes is. */
  async #late(watched: Watched, capture: ArchivedCapture, fetched: FetchResult): Promise<Result<Replayed>> {
    const { reader, writer } = this.#context.store;
    const { items } = await reader.captures(watched.article.id, { before: capture.at + 1, limit: 1 });
    if (items[0]?.capturedAt === capture.at) return ok({ kind: "repeated" });
    const kept = await keep(this.#context, forArchive(this.#context, fetched), false, null);
    if (!kept.ok) return kept;
    const recorded = await writer.recordLook(lateRecord(watched, capture, fetched));
    return ok({ kind: recorded.kind === "repeated" ? "repeated" : "late" });
  }
}

function responseOf({ answer, at, answeredAt, hops, finalUrl, exchanges }: ArchivedCapture): Result<FetchResponse> {
  const { status, headers } = answer;
  const decoded = decodedBody(Buffer.from(answer.body), headers["content-encoding"]);
  if (!decoded.ok) return decoded;
  return ok({
    status,
    url: finalUrl,
    hops,
    exchanges,
    headers,
    body: decoded.value,
    validators: validatorsOf(headers),
    sentAt: at,
    tookMs: answeredAt - at,
  });
}

/** Many crawlers keep the header and decode the body: what is plainly text is taken as it is. */
function decodedBody(body: Buffer, encoding: string | undefined): Result<Buffer> {
  const decoded = undoContentCoding(body, encoding, MAX_REPLAYED_BYTES);
  if (decoded.ok || decoded.failure.code !== "bad-encoding") return decoded;
  if (/^\s*(?:\ufeff|ï»¿)?\s*</.test(body.toString("latin1", 0, 512))) return ok(body);
  return failFor("never", { code: "bad-encoding", why: "headers" }, "its body is not encoded as its headers say");
}

const NOT_WATCHED: Reason = { code: "from-archive" };

/** An import sends no requests: what is watched goes on as it was planned, and the rest is not looked at. */
function unplanned({ article, watch }: Watched, state: ArticleState): Partial<ArticleState> {
  const { nextLookAt, status, statusReason } = article;
  const { periodMs, failures } = watch;
  if (nextLookAt !== null) return { nextLookAt, periodMs, failures, status, statusReason };
  if (state.status !== "watched") return { nextLookAt: null };
  return { nextLookAt: null, status: "quiet", statusReason: statusReason ?? NOT_WATCHED };
}

function lateRecord({ article, watch }: Watched, { at, finalUrl }: ArchivedCapture, fetched: FetchResult): LookRecord {
  const { status, statusReason, nextLookAt } = article;
  const { periodMs, failures, etag, lastModified, bodyDigest } = watch;
  const body = fetched.ok ? fetched.value.body : new Uint8Array(0);
  return {
    articleId: article.id,
    capturedAt: at,
    tookMs: fetched.ok ? fetched.value.tookMs : 0,
    outcome: "unchanged",
    status: fetched.ok ? fetched.value.status : null,
    finalUrl,
    decision: "none",
    reason: { code: "came-too-late" },
    bodyDigest: body.byteLength === 0 ? null : sha256(body),
    bodyBytes: body.byteLength,
    state: {
      status,
      statusReason,
      nextLookAt,
      periodMs,
      failures,
      etag,
      lastModified,
      bodyDigest,
      isSeed: watch.isSeed,
    },
  };
}
