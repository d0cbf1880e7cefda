import { parseRetryAfter } from "#fetch/retry-after";
import { normaliseUrl, urlKey } from "#lib/url";
import type { Article } from "#model/article";
import { type Decision, isWaiting, type Outcome } from "#model/capture";
import type { FetchResult } from "#model/fetcher";
import type { ArticleState, LookDecided, LookRecord } from "#store/writer";
import { dateOfNewText, type Followed, followDate, sameDate } from "#version/claimed-date";
import type { Decided } from "#version/decide";
import { textOf } from "#version/fingerprint";
import { askedLook, type Met, type NextLook, nextLook } from "#version/schedule";
import { editsAfter, type Outlook, provedBy, waitAfter } from "#version/schedule/after-look";
import { variantsIn } from "#version/variants";
import { type Identity, passedThrough } from "./identity.ts";
import type { Recollection } from "./memory.ts";
import type { Opened } from "./new-version.ts";
import type { Observation } from "./observation.ts";
import { seenDate } from "./seen-date.ts";

/** The record of a look that met no text to decide about: a failure, a wall, or the very page it met before. */
export function recordOfNothing(
  article: Article,
  fetched: FetchResult,
  observation: Exclude<Observation, { kind: "text" }>,
  outlook: Outlook,
  now: number,
): LookRecord {
  const same = observation.kind === "same-page";
  const met: Met = same ? "unchanged" : observation.verdict.met;
  const facts = same ? ({ outcome: "unchanged", reason: observation.reason } as const) : observation.verdict;
  const answer = answerOf(article, fetched);
  const dates = same ? sameDate(article.claimedDate, answer.capturedAt) : null;
  return {
    ...answer,
    outcome: facts.outcome,
    decision: same ? "same" : "none",
    reason: facts.reason,
    bodyDigest: same ? article.bodyDigest : null,
    ...(same && { sawVersion: article.versionCount }),
    ...(same && provedIn(article, false, now)),
    ...eventOf(dates),
    state: {
      ...(dates && { claimedDate: dates.claimed }),
      ...nextLook(met, article, now, waitAfter(article, article.edits, outlook, now), waitAsked(fetched, now)),
      etag: article.etag,
      lastModified: article.lastModified,
      bodyDigest: article.bodyDigest,
    },
  };
}

/** A decision, and what it was made from. */
export interface Judgement {
  readonly recollection: Recollection;
  readonly decided: Decided;
  /** Last look at the latest version, before this one; absent before the first. */
  readonly latestSeenAt?: number;
}

/** The record of a look that met an article's text. */
export function recordOfText(
  article: Article,
  observation: Extract<Observation, { kind: "text" }>,
  judgement: Judgement,
  identity: Extract<Identity, { kind: "own" }>,
  opened: Opened | null,
  outlook: Outlook,
  now: number,
): LookRecord {
  const movedTo = urlKey(identity.url) === urlKey(article.url) ? null : identity.url;
  const first = article.versionCount === 0;
  const { decided } = judgement;
  const dates = datesAfter(article, observation, decided);
  const learned = learnedIn(article, observation, judgement);
  return {
    ...answerOf(article, { ok: true, value: observation.response }),
    outcome: outcomeOf(decided.decision, movedTo !== null),
    decision: decided.decision,
    reason: movedTo && !first ? { ...decided.reason, movedTo } : decided.reason,
    bodyDigest: observation.digest,
    ...(decided.saw !== null && { sawVersion: decided.saw }),
    ...(decided.decision === "alternating" && { alternating: true }),
    ...(learned && { decided: learned }),
    learned: observation.learned,
    ...(opened && { version: opened.version, raw: opened.raw }),
    ...(isSettled(decided) && !first && provedIn(article, decided.opens !== undefined, now)),
    ...eventOf(dates),
    state: {
      ...(dates && { claimedDate: dates.claimed }),
      ...nextAfter(article, judgement, outlook, now),
      ...rememberedPage(observation, decided),
      url: identity.url,
      alsoKnownAs: [...identity.alsoKnownAs, ...passedThrough(identity, observation.response.hops)],
    },
  };
}

/** What the decision learned; null when deciding knew all of it already. */
function learnedIn(
  article: Article,
  { page }: Extract<Observation, { kind: "text" }>,
  { recollection, decided }: Judgement,
): LookDecided | null {
  if (recollection.stored && decided.memory === recollection.memory) return null;
  return {
    after: article.versionCount,
    memory: decided.memory,
    variants: variantsIn(decided.memory),
    ...(decided.memory.away && { met: { hash: page.mark.whole, text: textOf(page.document) } }),
  };
}

/** The look met the latest version's text, or a new version: nothing has to prove itself. */
const isSettled = ({ opens, decision }: Decided): boolean => opens !== undefined || decision === "same";

const provedIn = (article: Article, changed: boolean, now: number): Pick<LookRecord, "proved"> => {
  const proved = provedBy(article, changed, now);
  return proved === null ? {} : { proved };
};

function nextAfter(
  article: Article,
  { decided: { opens, lookAgainAt }, latestSeenAt }: Judgement,
  outlook: Outlook,
  now: number,
): Pick<ArticleState, keyof NextLook | "edits"> {
  if (lookAgainAt !== undefined) return askedLook(article, lookAgainAt);
  const changed = opens !== undefined && latestSeenAt !== undefined;
  const edits = changed ? editsAfter(article, outlook, latestSeenAt, now) : article.edits;
  const last = changed ? { afterAt: latestSeenAt, seenAt: now } : undefined;
  const wait = waitAfter(article, edits, outlook, now, last);
  return { ...nextLook(opens ? "changed" : "unchanged", article, now, wait), edits };
}

/** What became of the claimed date; null while the page shows a text that is no version yet, whose dates are another story. */
function datesAfter(
  article: Article,
  observation: Extract<Observation, { kind: "text" }>,
  { decision }: Decided,
): Followed | null {
  if (isWaiting(decision)) return null;
  const seen = seenDate(observation.page.document);
  const at = observation.response.sentAt;
  return (decision === "same" ? followDate : dateOfNewText)(article.claimedDate, seen, at);
}

const eventOf = (dates: Followed | null): Pick<LookRecord, "raisedDate" | "lateDate"> => ({
  ...(dates?.raised && { raisedDate: dates.raised }),
  ...(dates?.late && { lateDate: dates.late }),
});

/** Of a page that moved and shows another text, the text is the news; where it moved to says the reason. */
function outcomeOf(decision: Decision, moved: boolean): Outcome {
  if (decision !== "same") return "changed";
  return moved ? "moved" : "unchanged";
}

/**
 * Validators and digest stand for the page of the latest version. While the page shows another text they are forgotten, so
 * that "not modified" can never be taken for the latest text.
 */
function rememberedPage(
  observation: Extract<Observation, { kind: "text" }>,
  { memory }: Decided,
): Pick<ArticleState, "etag" | "lastModified" | "bodyDigest"> {
  if (memory.away) return { etag: null, lastModified: null, bodyDigest: null };
  return { ...observation.response.validators, bodyDigest: observation.digest };
}

function answerOf(article: Article, fetched: FetchResult) {
  const { sentAt, tookMs } = fetched.ok ? fetched.value : fetched;
  const lastAsked = fetched.ok ? fetched.value.url : (fetched.hops.at(-1)?.url ?? article.url);
  return {
    articleId: article.id,
    capturedAt: sentAt,
    tookMs,
    status: fetched.ok ? fetched.value.status : null,
    finalUrl: normaliseUrl(lastAsked) ?? article.url,
    bodyBytes: fetched.ok ? fetched.value.body.byteLength : 0,
  };
}

/** Retry-After in milliseconds; 0 when the other side asked for nothing. */
function waitAsked(fetched: FetchResult, now: number): number {
  if (!fetched.ok) return fetched.failure.retryAfterMs ?? 0;
  return parseRetryAfter(fetched.value.headers["retry-after"], now) ?? 0;
}
