import type { EngineContext } from "#engine/context";
import { type Rebased, readAgain, rebase } from "#engine/rereading/rebase";
import { isRebuilt } from "#extract/site/rebuilt";
import { ok } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Watch } from "#model/watch";
import type { LookLearned, ReplacedReadings } from "#store/sites/site";
import { type Followed, sameDate } from "#version/claimed-date";
import { type Decided, decide, type SeenText } from "#version/decide";
import type { Outlook } from "#version/schedule/after-look";
import { type FollowedByline, sameByline } from "#version/shown-byline";
import { bylineAfter } from "./byline.ts";
import { verdictOfFailure } from "./classify.ts";
import { type Dates, datesAfter } from "./dates.ts";
import { standingAfter } from "./gone.ts";
import { type AddressOutcome, identify, type OwnAddress } from "./identity.ts";
import type { Observation, SeenLook, TextObservation } from "./observation.ts";
import { type Opening, openingOf } from "./opening.ts";
import { type Past, recollect } from "./past.ts";
import { type Absorbing, type Duplicate, findSame, findSameUnread, type Joining } from "./same-article.ts";
import { strangenessOf } from "./stranger.ts";
import { unreached } from "./unreached.ts";

export interface JudgedLook extends SeenLook {
  /** When it was judged; epoch ms. */
  readonly now: number;
  readonly outlook: Outlook;
  readonly judgement: Judgement;
}

/** What a look comes to. */
export type Judgement =
  /** It saw no text to decide about: a failure, a wall, or the very page it saw before. */
  | NothingJudged
  /** The article is another one that is known already. */
  | DuplicateJudged
  /** The article is another one that is known already, and both have versions: this look decides nothing about a text. */
  | JoinJudged
  | TextJudgement;

export interface NothingJudged {
  readonly kind: "nothing";
  readonly observation: Exclude<Observation, TextObservation>;
  /** As the schedule has to see it. */
  readonly watch: Watch;
  readonly dates: Followed | null;
  readonly byline: FollowedByline | null;
  /** Absent where the look says nothing about addresses. */
  readonly address?: AddressOutcome;
  /** Absent where it taught nothing. */
  readonly learned?: LookLearned;
  /** Articles that a clue led to, and that are others; absent where none was followed. */
  readonly different?: readonly ArticleId[];
}

export interface DuplicateJudged extends Duplicate {
  readonly observation: TextObservation;
}

export interface JoinJudged {
  readonly kind: "joined";
  readonly joining: Joining;
}

export interface TextJudgement {
  readonly kind: "text";
  readonly observation: TextObservation;
  readonly identity: OwnAddress;
  readonly past: Past;
  readonly decided: Decided;
  readonly dates: Dates | null;
  readonly byline: FollowedByline | null;
  /** The version that opens; null when none does. */
  readonly opening: Opening | null;
  /** Earlier versions as they are read now, to be written with the look; null when they stay. */
  readonly reread: ReplacedReadings | null;
  readonly learned: LookLearned;
  /** Articles that a clue led to, and that are others. */
  readonly different: readonly ArticleId[];
  /** Another article that is this one, and has no version yet. */
  readonly absorbs?: Absorbing;
}

type Port = Pick<EngineContext, "store" | "clock" | "log" | "archive" | "workshop" | "outlooks" | "replayed" | "sites">;

/** Decides about what a look saw. Writes nothing, so that it can be done again when another process was quicker. */
export async function judge(context: Port, look: SeenLook): Promise<JudgedLook> {
  const now = context.clock.now();
  const outlook = await context.outlooks.of(look.article, now);
  return { ...look, now, outlook, judgement: await judgementOf(context, look) };
}

async function judgementOf(context: Port, look: SeenLook): Promise<Judgement> {
  const { article, watch, observation } = look;
  const { reader } = context.store;
  const { proving } = look;
  if (observation.kind !== "text") {
    const unread = observation.kind === "same-page" && !proving ? await findSameUnread(reader, article) : null;
    if (unread?.same?.kind === "joined") return { kind: "joined", joining: unread.same };
    if (unread) return { ...nothingAbout(observation, watch, look), different: unread.different };
    if (proving) return { ...nothingAbout(observation, watch, look), ...unreached(article, proving, observation) };
    return nothingAbout(observation, await standingAfter(reader, look, observation), look);
  }
  const past = await recollect(reader, article);
  const { same, different } = await findSame(reader, look, observation, past);
  if (same?.kind === "duplicate") return { ...same, observation };
  if (same?.kind === "joined") return { kind: "joined", joining: same };
  const now = context.clock.now();
  const identity = await identify(reader, { ...look, observation }, past, context.replayed ?? false, now);
  if (identity.kind === "duplicate") return { ...identity, observation };
  if (identity.kind === "elsewhere") {
    const nothing = { kind: "nothing", verdict: identity.verdict } as const;
    return { ...nothingAbout(nothing, await standingAfter(reader, look, nothing), look), address: identity };
  }
  const strange = await strangenessOf(context, article, observation, past);
  if (strange.kind === "wall") {
    const nothing = { kind: "nothing", verdict: strange.verdict } as const;
    return { ...nothingAbout(nothing, watch, look), learned: strange.learned };
  }
  const rebased = await rebase(context, article, observation, past);
  const decided = decide(
    rebased.past.kind === "first" ? null : rebased.past.memory,
    {
      ...seenText(observation, rebased, context.replayed ?? false),
      stranger: strange.kind === "doubtful" && strange.isHeld && !rebased.otherReading,
    },
    observation.response.sentAt,
  );
  const mustReread = past.kind === "later" && (rebased.isMisread || decided.opens !== undefined);
  const reread = mustReread ? await readAgain(context, article, observation) : null;
  const firstSeenAt = decided.opens?.firstSeenAt;
  const opening =
    firstSeenAt === undefined
      ? ok(null)
      : await openingOf(context, look, observation, { past: rebased.past, firstSeenAt, reread });
  if (!opening.ok) return nothingAbout({ kind: "nothing", verdict: verdictOfFailure(opening.failure) }, watch, look);
  const dates = datesAfter(watch, observation, decided);
  const byline = bylineAfter(watch, observation, decided, dates);
  // What may be a wall teaches nothing about articles.
  const learned = strange.kind === "doubtful" && opening.value === null ? strange.learned : observation.learn();
  const judged = { observation, identity, past: rebased.past, decided, dates, byline, reread, learned, different };
  return { kind: "text", ...judged, opening: opening.value, ...(same && { absorbs: same }) };
}

function nothingAbout(observation: NothingJudged["observation"], watch: Watch, { fetched }: SeenLook): NothingJudged {
  const { sentAt } = fetched.ok ? fetched.value : fetched;
  if (observation.kind !== "same-page") return { kind: "nothing", observation, watch, dates: null, byline: null };
  const dates = sameDate(watch.claimedDate, sentAt);
  const byline = sameByline(watch.shownByline, dates.claimed?.modifiedAt ?? null, sentAt);
  return { kind: "nothing", observation, watch, dates, byline };
}

const seenText = ({ page, site }: TextObservation, { otherReading }: Rebased, replayed: boolean): SeenText => ({
  text: page.mark,
  replayed,
  // The box that holds the text is at another place than at the look before.
  rebuilt: isRebuilt(site.previous, page.trace),
  relearned: site.previous !== null && site.previous.reader !== page.document.extractor,
  otherReading,
});
