import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Link, Stay } from "./links.ts";

/**
 * What a stay of a title was, told from the whole course of its link; the first stay of a link is `start`.
 *
 * The link was polled every 10-20 minutes while it stood on a front page, and titles were seen to come and go only between
 * two polls; so each stay has a span for certain (first to last poll that met it) and a span at most (last poll of the
 * title before to first poll of the title after).
 *
 * - `settled`: it stood for six hours or more for certain. Whatever came before, this is what the editors ended with; it is
 *   an edit unless the settled title before it was the same.
 * - `flip`: an unsettled stay in an alternation: its title had been there before, or it gives way to a title that had.
 *   `A B A`: B and the second A are flips. A flip is `tested` when the link alternates (two returns or more) or when it
 *   stood for less than 35 minutes at most; it is `taken-back` when the link returned but once after a longer stay: then
 *   no one can tell a test from an edit that was taken back.
 * - `edit`: a title that was never there before, does not give way to one that did, and stood for 35 minutes or more for
 *   certain, so that a third look half an hour later could confirm it.
 * - `brief`: the same but shorter or not known to have been longer: a rule that waits for half an hour cannot see it, and
 *   the polls do not say whether it was there.
 */
export type Kind = "start" | "settled" | "tested" | "taken-back" | "edit" | "brief";

/** Six hours of peace are no test: tests of headlines run for about half an hour to a few hours. */
const SETTLED_MS = 6 * HOUR_MS;
/** The third look at a changed headline comes 35 minutes after the first. */
const CONFIRMED_MS = 35 * MINUTE_MS;

export interface Judged extends Stay {
  readonly kind: Kind;
  /** Whether a version that opens with this stay is right: an `edit`, or `settled` upon another settled title. */
  readonly isEdit: boolean;
}

export function judgeStays({ stays }: Link): readonly Judged[] {
  const returns = stays.filter((stay, i) => stays.slice(0, i).some(({ title }) => title === stay.title)).length;
  let stood = stays[0]!.title;
  return stays.map((stay, i): Judged => {
    const kind = kindOf(stays, i, returns);
    const isEdit = kind === "edit" || (kind === "settled" && stay.title !== stood);
    if (isEdit) stood = stay.title;
    return { ...stay, kind, isEdit };
  });
}

function kindOf(stays: readonly Stay[], i: number, returns: number): Kind {
  const stay = stays[i]!;
  if (i === 0) return "start";
  const certainMs = stay.lastAt - stay.firstAt;
  if (certainMs >= SETTLED_MS) return "settled";
  const earlier = new Set(stays.slice(0, i).map(({ title }) => title));
  const next = stays[i + 1];
  if (earlier.has(stay.title) || (next && earlier.has(next.title))) {
    const atMostMs = (next?.firstAt ?? stay.lastAt) - stays[i - 1]!.lastAt;
    return returns >= 2 || atMostMs < CONFIRMED_MS ? "tested" : "taken-back";
  }
  return certainMs >= CONFIRMED_MS ? "edit" : "brief";
}
