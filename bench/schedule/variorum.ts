import type { Habits } from "#model/habits";
import { type Course, expectedAfter, ownEditsSeen } from "#version/schedule/activity";
import { powerLeft, USUAL_BURSTS } from "#version/schedule/bursts";
import { ageing } from "#version/schedule/day";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { expectedWithin, planLook } from "#version/schedule/plan";
import { refit, type Watched } from "#version/schedule/refit";
import {
  ageClass,
  chanceAfter,
  isWorthALook,
  learn,
  precisionOf,
  recallAt,
  UNANNOUNCED,
  UNTRIED,
} from "#version/schedule/signals";
import { Draw } from "./draw.ts";
import { Queue } from "./queue.ts";
import { HORIZON_HOURS } from "./score.ts";
import type { Lived } from "./world.ts";

const CONFIRM_HOURS = 0.025;
/** An edit of the headline alone needs three looks more to be believed, any other one. */
const [HEADLINE_SHARE, HEADLINE_EXTRA] = [0.1, 2];
const REFIT_HOURS = 7 * 24;
/** How much a signal can save at most: what the score counts at most. */
const MAX_SAVED_HOURS = 72;
const JITTER = 0.05;

export interface Options {
  readonly price: number;
  readonly signals: boolean;
  readonly refits: boolean;
  readonly seed: number;
}

/** What was done at one article. */
export interface Watch {
  readonly looks: number[];
  extraRequests: number;
}

interface State extends Watch {
  edits: number;
  /** Edits of the truth that lie before the latest look. */
  met: number;
  nextAt: number;
  /** A look that was planned and then put elsewhere finds another number here. */
  plan: number;
  signal: boolean;
  readonly changes: (readonly [number, number])[];
  /** The last change: the look before it and the look that met it. */
  last: readonly [number, number] | null;
}

interface Due {
  readonly at: number;
  readonly article: number;
  /** Null for a signal, else the number of the plan. */
  readonly plan: number | null;
}

/** Watches an outlet's articles side by side, as they come, with all that is learned on the way. Instants in hours. */
export function watch(lives: readonly Lived[], { price, signals, refits, seed }: Options): readonly Watch[] {
  const draw = new Draw(seed);
  const queue = new Queue<Due>();
  const states: State[] = lives.map((lived, article) => {
    queue.push({ at: lived.foundAt, article, plan: 0 });
    for (const at of lived.signals) queue.push({ at, article, plan: null });
    return {
      looks: [],
      extraRequests: 0,
      edits: 0,
      met: 0,
      nextAt: lived.foundAt,
      plan: 0,
      signal: false,
      changes: [],
      last: null,
    };
  });
  let [trust, announced] = [UNTRIED, UNANNOUNCED];
  let habits = PUBLISHED_HABITS;
  let refitAt = REFIT_HOURS;
  for (let due = queue.pop(); due; due = queue.pop()) {
    const [lived, state] = [lives[due.article]!, states[due.article]!];
    const now = due.at;
    if (now > lived.foundAt + HORIZON_HOURS) continue;
    if (refits && now >= refitAt) {
      habits = refit(watchedIn(lives, states), PUBLISHED_HABITS, { start: habits });
      refitAt += REFIT_HOURS;
    }
    if (due.plan === null) {
      state.signal = state.looks.length > 0;
      const seenAt = state.looks.at(-1) ?? now;
      const expected = expectedWithin(habits, courseOf(lived, state, habits, seenAt, false), now - seenAt);
      const savedHours = Math.min(state.nextAt - now, MAX_SAVED_HOURS);
      if (!state.signal || !isWorthALook(chanceAfter(precisionOf(trust), expected), savedHours, price)) continue;
      state.nextAt = now;
      queue.push({ at: now, article: due.article, plan: ++state.plan });
      continue;
    }
    if (due.plan !== state.plan) continue;
    const first = state.looks.length === 0;
    const changed = look(lived, state, now, habits, draw);
    if (!first && state.signal) trust = learn(trust, changed);
    const ageHours = now - lived.publishedAt;
    const age = ageClass(ageHours);
    if (!first && changed) announced = { ...announced, [age]: learn(announced[age], state.signal) };
    state.signal = false;
    const course = courseOf(lived, state, habits, now);
    const recall = signals ? recallAt(announced, ageHours) : 0;
    const { waitMs } = planLook({ habits, course, price, recall });
    state.plan++;
    state.nextAt =
      waitMs === null ? Number.POSITIVE_INFINITY : now + (waitMs / 3_600_000) * (1 - JITTER + 2 * JITTER * draw.next());
    if (waitMs !== null) queue.push({ at: state.nextAt, article: due.article, plan: state.plan });
  }
  return states;
}

/** One look, and the one that confirms what it met. */
function look(lived: Lived, state: State, now: number, habits: Habits, draw: Draw): boolean {
  const before = state.looks.at(-1);
  const changed = meet(lived, state, now);
  state.looks.push(now);
  if (before === undefined || !changed) return false;
  const { own, following } = expectedAfter(habits, courseOf(lived, state, habits, before));
  state.edits += ownEditsSeen(own(now - before), following(now - before));
  state.changes.push([before - lived.publishedAt, now - lived.publishedAt]);
  state.last = [before, now];
  if (meet(lived, state, now + CONFIRM_HOURS)) state.edits++;
  state.looks.push(now + CONFIRM_HOURS);
  if (draw.chance(HEADLINE_SHARE)) state.extraRequests += HEADLINE_EXTRA;
  return true;
}

function meet(lived: Lived, state: State, now: number): boolean {
  const before = state.met;
  while (state.met < lived.edits.length && lived.edits[state.met]! <= now) state.met++;
  return state.met > before;
}

function courseOf(lived: Lived, state: State, habits: Habits, at: number, withBursts = true): Course {
  const { bursts = USUAL_BURSTS, day } = habits;
  const aged = ageing(day, lived.publishedAt % 24);
  return {
    firstAgeHours: aged(lived.foundAt - lived.publishedAt),
    ageHours: aged(at - lived.publishedAt),
    edits: state.edits,
    hour: at % 24,
    power:
      withBursts && state.last
        ? powerLeft(bursts, at > state.last[1] ? 0 : state.last[1] - state.last[0], at - state.last[1])
        : 0,
  };
}

/** As the engine does: the latest thousand articles. */
const MAX_REFIT_ARTICLES = 1000;

function watchedIn(lives: readonly Lived[], states: readonly State[]): Watched[] {
  const seen = lives.flatMap(({ publishedAt, foundAt }, i) => {
    const { looks, changes } = states[i]!;
    if (looks.length < 2) return [];
    return [
      { bornHour: publishedAt % 24, fromHours: foundAt - publishedAt, toHours: looks.at(-1)! - publishedAt, changes },
    ];
  });
  return seen.slice(-MAX_REFIT_ARTICLES);
}
