import type { Decision } from "#model/capture";
import type { Away, KnownText, Memory, TextMark } from "#model/memory";
import type { Reason } from "#model/reason";
import { differsByAStandfirst, FORMULA } from "./fingerprint.ts";
import {
  CONFIRM_AFTER_MS,
  demand,
  GONE_LOOKS,
  isFirstReturn,
  type OpenedBy,
  ruleFor,
  STAY_MS,
  wantsLookAt,
} from "./hold.ts";
import { linesMove, shareNews } from "./news.ts";
import { openReason, sameReason, waitReason } from "./reasons.ts";
import { inRing, isPassingHead, withRun, withText } from "./ring.ts";

/** What a look met, as far as it decides about versions. A look that met no article's text is not decided about. */
export interface SeenText {
  /** See `markOf`. */
  readonly text: TextMark;
  /** The capture comes from an archive or another tracker. No one can look again, so one look is enough. */
  readonly replayed?: boolean;
  /** The memory's latest text was given the mark of this one, because both pages say the same and only their readings differ. */
  readonly otherReading?: boolean;
  /** The page was read with another template of its site than at the look before. */
  readonly relearned?: boolean;
  /** The text has another place in the page than at the look before: the page around it was rebuilt. */
  readonly rebuilt?: boolean;
}

export interface Decided {
  readonly decision: Exclude<Decision, "none">;
  readonly reason: Reason;
  /** To be given to the next decision. */
  readonly memory: Memory;
  /** Known version whose text was seen; null if the text belongs to no version, or opens one. */
  readonly saw: number | null;
  /** Look again at this instant (epoch ms), past all caches; absent: whenever the ordinary schedule says. */
  readonly lookAgainAt?: number;
  /** The text of this sight opens this version; `firstSeenAt` is the first of the looks in a row that met it. */
  readonly opens?: { readonly number: number; readonly firstSeenAt: number };
}

/**
 * Is the text of this look a new version? Pure: replaying the looks of an article in order, each with the memory that the
 * one before returned, decides the same again.
 *
 * A new text is held until a later look meets it too (`hold.ts` has the rules and their constants); it then opens a version
 * that counts from its first sighting. The first text of an article opens version 1 at once.
 * @param memory what the decision before returned; null for an article without versions
 * @param seen the text of this look
 * @param now instant of this look, epoch ms, later than all before
 */
export function decide(memory: Memory | null, seen: SeenText, now: number): Decided {
  const { text } = seen;
  if (memory === null) return first(text, now);
  if (text.whole === memory.latest.text.whole) return same(memory, seen);
  if (seen.rebuilt && !memory.away && differsByAStandfirst(text, memory.latest.text)) return rebuilt(memory, text);
  const known = inRing(memory.ring, text.whole);
  const { ring, away, shared } = goOn(memory, text, now);
  const opens = mayOpen(away, known, shared, seen.replayed ?? false, now);
  const met: Memory = { ...memory, ring, away };
  if (opens) return open(met, away, known, opens);
  const firstReturn = isFirstReturn(known);
  return hold(met, away, known, firstReturn, seen.replayed ? null : wantsLookAt(away, now, firstReturn));
}

function first(text: TextMark, now: number): Decided {
  return {
    decision: "first",
    reason: { code: "first-text" },
    memory: { formula: FORMULA, latest: { number: 1, text }, ring: [], away: null },
    saw: null,
    opens: { number: 1, firstSeenAt: now },
  };
}

/** The page shows the latest version; a text in between was passing, or never was the article's. */
function same(memory: Memory, { relearned, otherReading }: SeenText): Decided {
  const { away, latest } = memory;
  const reason: Reason = otherReading ? { code: "same-other-reading" } : sameReason(away, relearned ?? false);
  if (!away) return { decision: "same", reason, memory, saw: latest.number };
  if (relearned) return { decision: "same", reason, memory: { ...memory, away: null }, saw: latest.number };
  return {
    decision: "same",
    reason,
    memory: { ...memory, ring: withRun(memory.ring, away, latest.text), away: null },
    saw: latest.number,
  };
}

/** From now on the latest version is known by what the new page shows of it. */
function rebuilt(memory: Memory, text: TextMark): Decided {
  const { number } = memory.latest;
  const ring = memory.ring.filter(({ whole }) => whole !== text.whole);
  return {
    decision: "same",
    reason: { code: "same-rebuilt" },
    memory: { ...memory, latest: { number, text }, ring },
    saw: number,
  };
}

interface GoneOn {
  readonly ring: Memory["ring"];
  readonly away: Away;
  /** The look before met another new text, and both have something that the latest version has not. */
  readonly shared: boolean;
}

/** Takes the look into the memory: one more of the same run, or the first of another one. */
function goOn({ ring, away, latest }: Memory, text: TextMark, now: number): GoneOn {
  if (away?.text.whole === text.whole) {
    const more = { looks: away.looks + 1, textLooks: away.textLooks + 1, textSeenAt: now };
    return { ring, away: { ...away, ...more }, shared: false };
  }
  const known = inRing(ring, text.whole);
  const passingHead = isPassingHead(ring, text, latest.text, away?.since ?? now);
  const rule = ruleFor(text, latest.text, known, passingHead);
  const begun: Away = {
    since: away?.since ?? now,
    looks: (away?.looks ?? 0) + 1,
    runs: (away?.runs ?? 0) + 1,
    text,
    textSince: now,
    textSeenAt: now,
    textLooks: 1,
    rule,
    decidesAt: now + demand(rule, known).ms,
  };
  if (!away) return { ring, away: begun, shared: false };
  // A body under a tested headline is confirmed as soon as any: it is the headline that takes longer.
  const confirmsAt = away.rule === "headline" ? away.textSince + CONFIRM_AFTER_MS : away.decidesAt;
  const bothNew = rule === "confirm" && now >= confirmsAt;
  const moves = known === undefined && linesMove(away.text, text, latest.text);
  return {
    ring: withRun(ring, away, latest.text),
    // The latest version is there as far as can be told: what comes next has to last as long as after any other look at it.
    away: moves ? { ...begun, since: now, looks: 1 } : begun,
    shared: bothNew && shareNews(away.text, text, latest.text),
  };
}

/** What lets the text open a version now; null while it has to wait. */
function mayOpen(
  away: Away,
  known: KnownText | undefined,
  shared: boolean,
  replayed: boolean,
  now: number,
): OpenedBy | null {
  const { rule } = away;
  if (replayed && (rule === "confirm" || rule === "headline")) return "replayed";
  const wanted = demand(rule, known);
  if (away.textLooks >= wanted.looks && now - away.textSince >= wanted.ms) return "met-again";
  if (shared) return "shared";
  return away.looks >= GONE_LOOKS && now - away.since >= STAY_MS ? "latest-gone" : null;
}

function open(memory: Memory, away: Away, known: KnownText | undefined, by: OpenedBy): Decided {
  const number = memory.latest.number + 1;
  const restored = known !== undefined && known.version !== null;
  const before: KnownText = {
    whole: memory.latest.text.whole,
    version: memory.latest.number,
    rule: null,
    firstSeenAt: away.since,
    lastSeenAt: away.since,
    looks: 0,
    runs: 0,
  };
  const ring = withText(memory.ring, before).filter((other) => other.whole !== away.text.whole);
  return {
    decision: restored ? "restored" : "new",
    reason: openReason(away, known, by),
    memory: { ...memory, latest: { number, text: away.text }, ring, away: null },
    saw: null,
    opens: { number, firstSeenAt: away.textSince },
  };
}

function hold(
  memory: Memory,
  away: Away,
  known: KnownText | undefined,
  firstReturn: boolean,
  lookAgainAt: number | null,
): Decided {
  return {
    decision: away.rule === "return" && !firstReturn ? "alternating" : "held",
    reason: waitReason(memory, away, known, firstReturn),
    memory,
    saw: known?.version ?? null,
    ...(lookAgainAt !== null && { lookAgainAt }),
  };
}
