import { parseRetryAfter } from "#fetch/retry-after";
import { normaliseUrl, urlKey } from "#lib/url";
import type { AddressClaim } from "#model/address-claim";
import type { Article } from "#model/article";
import type { Decision, Outcome } from "#model/capture";
import type { FetchResult } from "#model/fetcher";
import type { Watched } from "#model/watch";
import type { ArticleState, LookDecided, LookRecord, MergedLook } from "#store/writer";
import type { Followed } from "#version/claimed-date";
import type { Decided } from "#version/decide";
import { textOf } from "#version/fingerprint";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { askedLook, type Met, type NextLook, nextLook } from "#version/schedule";
import { editsAfter, provedBy, waitAfter } from "#version/schedule/after-look";
import type { FollowedByline } from "#version/shown-byline";
import { variantsIn } from "#version/variants";
import type { DuplicateJudged, JudgedLook, NothingJudged, TextJudgement } from "./judge.ts";
import type { Kept } from "./keep.ts";
import { keptBody, newVersion } from "./new-version.ts";
import type { TextObservation } from "./observation.ts";

/** A look that has been decided about, with what was kept of it: all that its record needs. */
export interface KeptLook extends JudgedLook {
  readonly kept: Kept;
}

/** How a look is recorded that is an article's own. */
export const recordOf = (look: KeptLook, judgement: NothingJudged | TextJudgement): LookRecord =>
  judgement.kind === "nothing" ? recordOfNothing(look, judgement) : recordOfText(look, judgement);

/** It saw no text to decide about: a failure, a wall, or the very page it saw before. */
function recordOfNothing(look: KeptLook, judgement: NothingJudged): LookRecord {
  const { observation, watch, dates, byline, address, learned } = judgement;
  const { article, fetched, outlook, now } = look;
  const same = observation.kind === "same-page";
  const met: Met = same ? "unchanged" : observation.verdict.met;
  const facts = same ? ({ outcome: "unchanged", reason: observation.reason } as const) : observation.verdict;
  return {
    ...answerOf(look),
    articleId: article.id,
    outcome: facts.outcome,
    decision: same ? "same" : "none",
    reason: facts.reason,
    bodyDigest: same ? watch.bodyDigest : null,
    ...(same && { sawVersion: article.versionCount }),
    ...(same && provedIn(article, false, now)),
    ...eventsOf(dates, byline),
    ...(learned && { learned }),
    ...(address?.decided && { addressDecided: address.decided }),
    state: {
      ...(dates && { claimedDate: dates.claimed }),
      ...(byline && { shownByline: byline.shown }),
      ...(address && { addressClaim: address.claim }),
      ...nextLook(
        met,
        standingOf({ article, watch }),
        now,
        waitAfter(article, watch.edits, outlook, now),
        waitAsked(fetched, now),
        facts.reason,
      ),
      isSeed: look.watch.isSeed,
      etag: watch.etag,
      lastModified: watch.lastModified,
      bodyDigest: watch.bodyDigest,
    },
  };
}

/** It saw the article's text. */
function recordOfText(look: KeptLook, judgement: TextJudgement): LookRecord {
  const { article, kept } = look;
  const { observation, identity, past, decided, dates, byline, opening, reread, learned: taught } = judgement;
  const movedTo = urlKey(identity.url) === urlKey(article.url) ? null : identity.url;
  const learned = learnedIn(article, judgement);
  const isProof = past.kind === "later" && isSettled(decided);
  return {
    ...answerOf(look),
    articleId: article.id,
    outcome: outcomeOf(decided.decision, movedTo !== null),
    decision: decided.decision,
    reason: movedTo && past.kind === "later" ? { ...decided.reason, movedTo } : decided.reason,
    bodyDigest: observation.digest,
    ...(decided.saw !== null && { sawVersion: decided.saw }),
    ...(decided.decision === "alternating" && { alternating: true }),
    ...(learned && { decided: learned }),
    learned: taught,
    ...(reread && { reread }),
    ...(opening && { version: newVersion(judgement, opening), raw: keptBody(observation, opening, kept) }),
    ...(opening?.startsHidden && { startsHidden: opening.startsHidden }),
    ...(isProof && provedIn(article, opening !== null, look.now)),
    ...eventsOf(dates, byline),
    ...(identity.decided && { addressDecided: identity.decided }),
    state: {
      ...(dates && { claimedDate: dates.claimed }),
      ...(byline && { shownByline: byline.shown }),
      ...soonFor(look, identity.claim, nextAfter(look, judgement)),
      isSeed: look.watch.isSeed,
      addressClaim: identity.claim,
      ...rememberedPage(observation, decided),
      url: identity.url,
      alsoKnownAs: identity.alsoKnownAs,
    },
  };
}

/** The article is another one under this address: its look becomes that one's, about whose text it decides nothing. */
export const recordOfDuplicate = (look: KeptLook, { of, observation }: DuplicateJudged): MergedLook => ({
  ...answerOf(look),
  outcome: "moved",
  decision: "none",
  reason: { code: "another-address", url: look.article.url, of: of.url },
  bodyDigest: observation.digest,
});

/** Both have versions and are one: the look says so, and decides about no text. */
export const recordOfJoin = (look: KeptLook, other: Article): MergedLook => ({
  ...answerOf(look),
  outcome: "moved",
  decision: "none",
  reason: { code: "joined-with", url: look.article.url, of: other.url },
  bodyDigest: null,
});

/** What the decision learned; null when deciding knew all of it already. */
function learnedIn(article: Article, { observation: { page }, past, decided }: TextJudgement): LookDecided | null {
  if (past.kind === "later" && past.isStored && decided.memory === past.memory) return null;
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
  { article, watch, outlook, now }: KeptLook,
  { past, decided: { opens, lookAgainAt } }: TextJudgement,
): Pick<ArticleState, keyof NextLook | "edits"> {
  const standing = standingOf({ article, watch });
  if (lookAgainAt !== undefined) return askedLook(standing, lookAgainAt);
  const edited = opens && past.kind === "later" ? { afterAt: past.latestSeenAt, seenAt: now } : null;
  const edits = edited ? editsAfter({ ...article, edits: watch.edits }, outlook, edited.afterAt, now) : watch.edits;
  const wait = waitAfter(article, edits, outlook, now, edited ?? undefined);
  return { ...nextLook(opens ? "changed" : "unchanged", standing, now, wait), edits };
}

/** A new claim is put to the proof soon. */
function soonFor(
  { watch: { addressClaim }, now }: KeptLook,
  claim: AddressClaim | null,
  next: Pick<ArticleState, keyof NextLook | "edits">,
): Pick<ArticleState, keyof NextLook | "edits"> {
  if (claim === null || claim.url === addressClaim?.url) return next;
  return { ...next, nextLookAt: Math.min(next.nextLookAt ?? Number.POSITIVE_INFINITY, now + CONFIRM_AFTER_MS) };
}

const standingOf = ({ article: { lastLookedAt, versionCount }, watch: { periodMs, failures, isSeed } }: Watched) => ({
  periodMs,
  failures,
  isSeed,
  lastLookedAt,
  hasVersions: versionCount > 0,
});

const eventsOf = (
  dates: Followed | null,
  byline: FollowedByline | null,
): Pick<LookRecord, "raisedDate" | "lateDate" | "changedByline"> => ({
  ...(byline?.changed && { changedByline: byline.changed }),
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
  observation: TextObservation,
  { memory }: Decided,
): Pick<ArticleState, "etag" | "lastModified" | "bodyDigest"> {
  if (memory.away) return { etag: null, lastModified: null, bodyDigest: null };
  return { ...observation.response.validators, bodyDigest: observation.digest };
}

function answerOf({ article, fetched }: KeptLook) {
  const { sentAt, tookMs } = fetched.ok ? fetched.value : fetched;
  const lastAsked = fetched.ok ? fetched.value.url : (fetched.hops.at(-1)?.url ?? article.url);
  return {
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
