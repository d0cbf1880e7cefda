import { HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { Away, HoldRule, KnownText, TextMark } from "#model/memory";

/** A new text is fetched again after this long, past all caches: faults, half-saved pages and mixed servers are over by then. */
export const CONFIRM_AFTER_MS = 90 * SECOND_MS;
/** A text counts if two looks see it, at least that far apart. */
export const CONFIRM_LOOKS = 2;

/**
 * Headline tests run for about half an hour (New York Times), so that a headline which outlasts that is an edit ... The same
 * holds for standfirsts: of the titles on a front page that changed together with their summary 6.7 % were an earlier one,
 * of those that changed alone 1.4 % (1,193 changes, BBC). A body is no such thing: readers are tested with what they click.
 */
export const HEADLINE_AFTER_MS = 35 * MINUTE_MS;
/**
 * ... when so many looks in a row met it: a page that draws lots between two headlines does that once in eight times. Where a
 * cache keeps either for some minutes, looks close to each other are one, and the third comes half-way for that reason.
 */
export const HEADLINE_LOOKS = 4;

/** A body shorter than this share of the latest version's is a wall or a fault until it has stayed. */
export const COLLAPSE_SHARE = 0.6;

/** What came back, or lost most of its body, has to stay for this many looks in a row ... */
export const STAY_LOOKS = 3;
/** ... over at least this long: headline tests run for about half an hour, so six hours of peace is no test. */
export const STAY_MS = 6 * HOUR_MS;
/** So many looks in a row, over `STAY_MS`, without the latest version: then it is gone, whatever came in its place. */
export const GONE_LOOKS = 8;

/** When a text that lost most of its body is looked at again, after its first sight; in between it may have come back whole. */
const COLLAPSE_LOOKS_AT_MS = [CONFIRM_AFTER_MS, HEADLINE_AFTER_MS, 2 * HOUR_MS, STAY_MS] as const;
/** New texts in a row, each another, that are looked at again so soon; what goes on changing has time. */
const HASTY_RUNS = 3;

/** What lets a held text open a version. */
export type OpenedBy = "met-again" | "shared" | "latest-gone" | "replayed";

/** A text beside the versions that went away so often is one of two that alternate. Once may be an outdated cache. */
const ALTERNATING_RUNS = 2;

/**
 * Which rule holds a text that differs from the latest version's.
 * @param known what is known of it from before it came
 * @param passingHead its headline and standfirst came and went before: an edit of the body does not make them the article's
 */
export function ruleFor(
  text: TextMark,
  latest: TextMark,
  known: KnownText | undefined,
  passingHead: boolean,
): HoldRule {
  if (text.size < latest.size * COLLAPSE_SHARE) return "collapse";
  const onlyHead = text.body === latest.body && text.corrections === latest.corrections;
  const isReturn = known
    ? known.version !== null || onlyHead || known.runs >= ALTERNATING_RUNS
    : onlyHead && passingHead;
  if (isReturn) return "return";
  return onlyHead || passingHead ? "headline" : "confirm";
}

/** True if the text of a version came back for the first time: a revert, and no alternation until it has gone away again. */
export const isFirstReturn = (known: KnownText | undefined): boolean =>
  known !== undefined && known.version !== null && known.runs === 0;

/** How many looks in a row have to meet a text, and over how long, before its rule lets it open. */
export function demand(rule: HoldRule, known: KnownText | undefined): { readonly looks: number; readonly ms: number } {
  switch (rule) {
    case "confirm":
      return { looks: CONFIRM_LOOKS, ms: CONFIRM_AFTER_MS };
    case "headline":
      return { looks: HEADLINE_LOOKS, ms: HEADLINE_AFTER_MS };
    case "collapse":
      return { looks: STAY_LOOKS, ms: STAY_MS };
    case "return":
      // Every earlier flip asks for one look more: a page that alternates has long runs too.
      return { looks: STAY_LOOKS + (known?.runs ?? 0), ms: STAY_MS };
  }
}

/**
 * When a held text wants to be looked at beside the ordinary schedule; null when it does not.
 * @param firstReturn see `isFirstReturn`: whether it was a revert is known when it has stayed, and not hours later
 */
export function wantsLookAt(
  { rule, runs, textLooks, textSince, decidesAt }: Away,
  now: number,
  firstReturn = false,
): number | null {
  if (rule === "return" && !firstReturn) return null;
  if (rule === "return") return textLooks === 1 ? textSince + STAY_MS / 2 : Math.max(decidesAt, now + CONFIRM_AFTER_MS);
  // A line that moves by itself does so within 90 seconds too; a text that was edited between two looks stays.
  if (textLooks === 1 && runs % GONE_LOOKS === 0) return now + CONFIRM_AFTER_MS;
  // Also of a page that is cut and shows another price at every look: it would be asked every 90 seconds for hours.
  if (textLooks === 1 && runs > HASTY_RUNS) return null;
  if (rule === "collapse") {
    const next = COLLAPSE_LOOKS_AT_MS.find((ms) => textSince + ms > now);
    return next === undefined ? now + CONFIRM_AFTER_MS : textSince + next;
  }
  if (textLooks === 1) return textSince + CONFIRM_AFTER_MS;
  const halfWay = (textSince + decidesAt) / 2;
  if (rule === "headline" && textLooks === 2 && halfWay > now) return halfWay;
  return Math.max(decidesAt, now + CONFIRM_AFTER_MS);
}
