import type { EngineContext } from "#engine/context";
import type { LookReport } from "#engine/engine";
import type { Holding } from "#engine/politeness/gate";
import { realign, rebase } from "#engine/rereading/rebase";
import type { Article } from "#model/article";
import { fail, ok, type Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import type { LookRecord } from "#store/writer";
import { decide } from "#version/decide";
import { type Asking, askingFor, type Trial, trial } from "./asking.ts";
import { verdictOfFailure } from "./classify.ts";
import { standingAfter } from "./gone.ts";
import { type Identity, identify } from "./identity.ts";
import { keep } from "./keep.ts";
import { recordOfNothing, recordOfText } from "./look-record.ts";
import { isProving, recollect } from "./memory.ts";
import { newVersion } from "./new-version.ts";
import { type Observation, see } from "./observation.ts";
import { relisted } from "./relisted.ts";
import type { Asked } from "./siblings.ts";

/** Another process may record between our reading and writing; after this many tries something else is wrong. */
const DECIDE_TRIES = 3;

/** A look done: what is told of it, and the answer that politeness goes by. */
export interface Looked {
  readonly report: LookReport;
  readonly fetched: FetchResult;
  /** What the look proved of the server's validators, when it was due to put them to the test. */
  readonly trial: Trial | null;
}

/** One article's way: fetch, extract, decide, record. What it learns is stored in one transaction. */
export async function lookAt(context: EngineContext, article: Article, holding: Holding): Promise<Result<Looked>> {
  const asked = context.siblings.take(article);
  // A server may say "not modified" of an article whose surroundings changed.
  const fresh = asked !== null || (await isProving(context.store.reader, article));
  const asking = await askingFor(context, article, fresh, holding);
  const fetched = await fetchPage(context, article, fresh, asking, holding);
  if (!fetched.ok && fetched.failure.advice === "stop") return fetched;
  const observation = await see(context, article, fetched);
  const tellsNothing = observation.kind === "nothing" || (fetched.ok && fetched.value.status === 304);
  if (tellsNothing) await context.siblings.askInstead(context, article, asked);
  let current = article;
  for (let attempt = 0; attempt < DECIDE_TRIES; attempt++) {
    const decided = await judge(context, current, fetched, observation, asked);
    if (!decided.ok) return decided;
    if (decided.value !== "stale") {
      const { onTrial } = asking;
      const proved =
        onTrial && fetched.ok ? await trial(context, onTrial, fetched.value, decided.value.decision, holding) : null;
      return ok({ report: decided.value, fetched, trial: proved });
    }
    const again = await context.store.reader.article(article.id);
    if (!again) return fail("never", "article-gone", "The article was folded into another one meanwhile.");
    current = again;
  }
  return fail("retry", "contended", "Other processes keep recording this article; it is looked at again soon.");
}

/** Asks for the page: if it changed, or past all caches while a text, here or beside it, has to prove that it stands there. */
function fetchPage(
  context: EngineContext,
  article: Article,
  fresh: boolean,
  { validators, render }: Asking,
  holding: Holding,
): Promise<FetchResult> {
  return context.fetcher.fetch({
    url: article.url,
    permit: context.gate.permit(holding),
    ...(holding.signal && { signal: holding.signal }),
    ...(fresh && { fresh }),
    ...(render && { render }),
    ...(validators && { validators }),
  });
}

/** Decides about the observation and records it; "stale" when another process recorded a version meanwhile. */
async function judge(
  context: EngineContext,
  article: Article,
  fetched: FetchResult,
  observation: Observation,
  asked: Asked | null,
): Promise<Result<LookReport | "stale">> {
  const now = context.clock.now();
  const outlook = await context.outlooks.of(article, now);
  if (observation.kind !== "text") {
    const standing = await standingAfter(context.store.reader, article, observation);
    return save(context, fetched, recordOfNothing(standing, fetched, observation, outlook, now));
  }
  const { document, textHash } = observation.page;
  const { reader, writer } = context.store;
  const identity = await identify(reader, article, observation.response.url, document, textHash);
  if (identity.kind === "duplicate") {
    await writer.mergeArticles(article.id, identity.of.id);
    return ok(mergedReport(identity, article));
  }
  const recollection = await rebase(context, article, observation, await recollect(reader, article));
  const latest = recollection.latestSeenAt === undefined ? {} : { latestSeenAt: recollection.latestSeenAt };
  const seen = {
    text: observation.page.mark,
    replayed: context.replayed ?? false,
    rebuilt: isRebuilt(observation),
    otherReading: recollection.otherReading ?? false,
    relearned:
      observation.site.previous !== null && observation.site.previous.reader !== observation.page.document.extractor,
    ...latest,
  };
  const decided = decide(recollection.memory, seen, observation.response.sentAt);
  if (decided.opens) await realign(context, article, observation);
  const opened = decided.opens ? await newVersion(context, article, decided.opens, observation) : ok(null);
  if (!opened.ok) {
    const verdict = verdictOfFailure(opened.failure);
    return save(context, fetched, recordOfNothing(article, fetched, { kind: "nothing", verdict }, outlook, now));
  }
  const record = recordOfText(
    article,
    observation,
    { recollection, decided, ...latest },
    identity,
    opened.value,
    outlook,
    now,
  );
  const saved = await save(context, fetched, await hiddenIfRelisted(context, article, record));
  if (saved.ok && saved.value !== "stale")
    await context.siblings.ask(context, article, observation.site, decided, asked);
  return saved;
}

/** What the operator hid stays hidden when it comes back under another address, until the operator has said otherwise. */
async function hiddenIfRelisted(context: EngineContext, article: Article, record: LookRecord): Promise<LookRecord> {
  const because = record.version ? await relisted(context.store.reader, article, record.version.text) : null;
  if (!because) return record;
  context.log.warn(
    { article: article.id, because },
    "a new article is like a hidden one: hidden until the operator says",
  );
  return { ...record, startsHidden: because };
}

/** The box that holds the text is at another place than at the look before. */
const isRebuilt = ({ site, page }: Extract<Observation, { kind: "text" }>): boolean =>
  site.previous !== null && site.previous.container !== page.trace.container;

async function save(
  context: EngineContext,
  fetched: FetchResult,
  record: LookRecord,
): Promise<Result<LookReport | "stale">> {
  const kept = await keep(context, record, fetched);
  if (!kept.ok) return kept;
  const recorded = await context.store.writer.recordLook(kept.value);
  if (recorded.kind === "stale") return ok("stale");
  return ok({
    articleId: record.articleId,
    outcome: record.outcome,
    decision: record.decision,
    reason: record.reason,
    versionNumber: recorded.kind === "recorded" ? recorded.versionNumber : null,
    nextLookAt: record.state.nextLookAt,
  });
}

function mergedReport(identity: Extract<Identity, { kind: "duplicate" }>, article: Article): LookReport {
  return {
    articleId: identity.of.id,
    outcome: "moved",
    decision: "none",
    reason: { code: "another-address", url: article.url, of: identity.of.url },
    versionNumber: null,
    nextLookAt: identity.of.nextLookAt,
  };
}
