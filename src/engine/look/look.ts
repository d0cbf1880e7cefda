import type { EngineContext } from "#engine/context";
import type { LookReport } from "#engine/engine";
import type { Holding } from "#engine/politeness/gate";
import { fail, ok, type Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import type { Watched } from "#model/watch";
import { answer } from "./answer.ts";
import { ask } from "./asking.ts";
import { alignStrands, joinWith } from "./join.ts";
import { type DuplicateJudged, type JoinJudged, type JudgedLook, judge } from "./judge.ts";
import { type Kept, keep } from "./keep.ts";
import { lookAgainAfterFault } from "./look-again.ts";
import { type KeptLook, recordOf, recordOfDuplicate, recordOfJoin } from "./look-record.ts";
import { type SeenLook, see } from "./observation.ts";
import { type Trial, trial } from "./trial.ts";

/** Another process may record between our reading and writing; after this many tries something else is wrong. */
const DECIDE_TRIES = 3;

/** A look done: what is reported of it, and the answer that politeness goes by. */
export interface Looked {
  readonly report: LookReport;
  readonly fetched: FetchResult;
  /** What the look proved of the server's validators, when it was due to put them to the test. */
  readonly trial: Trial | null;
}

/** One article's way: ask, answer, see, judge, keep, record. The look grows by what each step finds out. */
export async function lookAt(context: EngineContext, watched: Watched, holding: Holding): Promise<Result<Looked>> {
  const asked = await ask(context, watched, holding);
  const answered = await answer(context, asked);
  const { fetched } = answered;
  if (!fetched.ok && fetched.failure.advice === "stop") return fetched;
  const seen = { ...answered, observation: await see(context, watched, fetched) };
  if (isMute(seen)) await context.siblings.askInstead(context, watched.article, asked.asked);
  const recorded = await decideAndRecord(context, seen);
  if (!recorded.ok) return recorded;
  const report = recorded.value;
  return ok({ report, fetched, trial: await trial(context, answered, report.decision) });
}

/** Nothing can be learned from it about other articles of the site. */
const isMute = ({ observation, fetched }: SeenLook): boolean =>
  observation.kind === "nothing" || (fetched.ok && fetched.value.status === 304);

/** Judge, keep, record: from the beginning where another process recorded a version meanwhile, except that nothing is kept twice. */
async function decideAndRecord(context: EngineContext, seen: SeenLook): Promise<Result<LookReport>> {
  let current = seen;
  let before: Kept | null = null;
  for (let attempt = 0; attempt < DECIDE_TRIES; attempt++) {
    const judged = await judge(context, current);
    const kept = await keep(context, judged.forArchive, isOpening(judged), before);
    if (!kept.ok) return kept;
    const report = await record(context, { ...judged, kept: kept.value });
    if (report !== "stale") {
      if (report.ok) await askSibling(context, judged);
      return report;
    }
    before = kept.value;
    const watched = await context.store.reader.watched(seen.article.id);
    if (!watched || watched.article.status === "joined")
      return fail("never", "article-gone", "The article was folded into another one meanwhile.");
    current = { ...seen, ...watched };
  }
  return fail("retry", "contended", "Other processes keep recording this article; it is looked at again soon.");
}

const isOpening = ({ judgement }: JudgedLook): boolean => judgement.kind === "text" && judgement.opening !== null;

/** "stale" when another process recorded a version meanwhile. */
async function record(context: EngineContext, look: KeptLook): Promise<Result<LookReport> | "stale"> {
  const { article, judgement } = look;
  if (judgement.kind === "duplicate") return ok(await recordMerged(context, look, judgement));
  if (judgement.kind === "joined") return recordJoined(context, look, judgement);
  const { writer } = context.store;
  const absorbs = judgement.kind === "text" ? judgement.absorbs : undefined;
  if (absorbs)
    await writer.mergeArticles(absorbs.other.id, article.id, {
      why: absorbs.why,
      share: absorbs.share,
      at: look.now,
    });
  for (const other of judgement.different ?? []) await writer.answerClue([article.id, other], look.now);
  const made = recordOf(look, judgement);
  const recorded = await writer.recordLook(made);
  if (recorded.kind === "stale") return "stale";
  if (recorded.kind === "recorded" && recorded.siteFailedSince !== undefined)
    await lookAgainAfterFault(context, article.sourceId, recorded.siteFailedSince);
  const { articleId, outcome, decision, reason, state } = made;
  if (reason.code === "same-site-repeats") await alignStrands(context, article);
  const versionNumber = recorded.kind === "recorded" ? recorded.versionNumber : null;
  return ok({ articleId, outcome, decision, reason, versionNumber, nextLookAt: state.nextLookAt });
}

async function recordMerged(
  { store: { writer } }: EngineContext,
  look: KeptLook,
  judged: DuplicateJudged,
): Promise<LookReport> {
  const { of, address, why, share } = judged;
  const at = look.now;
  const merged = recordOfDuplicate(look, judged);
  await writer.mergeArticles(look.article.id, of.id, {
    look: merged,
    at,
    why,
    share,
    ...(address !== undefined && { address }),
  });
  const { outcome, decision, reason } = merged;
  const nextLookAt = address === undefined ? of.nextLookAt : look.now;
  return { articleId: of.id, outcome, decision, reason, versionNumber: null, nextLookAt };
}

/** What was refused, because one was hidden or separated meanwhile, is decided again. */
async function recordJoined(
  context: EngineContext,
  look: KeptLook,
  { joining }: JoinJudged,
): Promise<Result<LookReport> | "stale"> {
  const merged = recordOfJoin(look, joining.with);
  const joined = await joinWith(context, look.article.id, joining, merged);
  if (!joined.ok) return joined;
  if (joined.value !== "joined") return "stale";
  const { outcome, decision, reason } = merged;
  return ok({ articleId: joining.living, outcome, decision, reason, versionNumber: null, nextLookAt: look.now });
}

/** Another article of the site may show whether a new text is this one's alone. */
async function askSibling(
  context: Pick<EngineContext, "siblings" | "sites" | "store" | "clock" | "replayed">,
  { article, asked, judgement }: JudgedLook,
): Promise<void> {
  if (judgement.kind !== "text") return;
  await context.siblings.ask(context, article, judgement.observation.site, judgement.decided, asked);
}
