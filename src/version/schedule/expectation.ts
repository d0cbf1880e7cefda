import type { Habits } from "#model/habits";
import { editsSeen } from "./activity.ts";
import { followers, powerLeft, USUAL_BURSTS } from "./bursts.ts";
import { shareBetween } from "./edit-ages.ts";

/** A change of an article: between two ages by the clock, and the same as the source's day counts them. Hours. */
export interface Change {
  readonly clock: readonly [number, number];
  readonly aged: readonly [number, number];
}

/** What an article tells when habits are believed: how active it is, and how many edits each change stands for. */
export interface Expectation {
  readonly activity: number;
  readonly watchedShare: number;
  /** Of themselves, for each change. */
  readonly own: readonly number[];
  readonly draws: readonly Draws[];
}

/** What a change shows about bursts. */
export interface Draws {
  /** Edits that it stands for, as expected when it was seen. */
  readonly edits: number;
  /** Probability that they only followed the edit before. */
  readonly follows: number;
  /** Hours since the look that saw that edit; the power to draw others fades in the same way from any time on. */
  readonly lagHours: number;
  /** Power to draw others that was left when it was seen: edits that followed before then were seen together with it. */
  readonly power: number;
}

export function expectation(fromAged: number, toAged: number, changes: readonly Change[], habits: Habits): Expectation {
  const { ages, meanEdits, shape } = habits;
  const watchedShare = shareBetween(ages, fromAged, toAged);
  const draws = drawsOf(fromAged, changes, habits);
  let own = draws.map(({ follows }) => 1 - follows);
  let activity = 1;
  // Activity and counts depend on each other; two turns settle them, as most counts are hardly above one.
  for (let turn = 0; turn < 2; turn++) {
    activity = (shape + sum(own)) / (shape + meanEdits * watchedShare);
    own = changes.map(({ aged: [from, to] }, i) => {
      const alone = 1 - draws[i]!.follows;
      return alone * editsSeen(activity * meanEdits * shareBetween(ages, from, to));
    });
  }
  return { activity, watchedShare, own, draws };
}

/**
 * Whether changes followed others, judged change by change, as the watch met them: held against an activity that it has itself
 * raised no edit would ever seem to follow another.
 */
function drawsOf(fromAged: number, changes: readonly Change[], habits: Habits): readonly Draws[] {
  const { ages, meanEdits, shape, bursts = USUAL_BURSTS } = habits;
  const draws: Draws[] = [];
  let met = 0;
  for (const [i, { clock, aged }] of changes.entries()) {
    const hours = clock[1] - clock[0];
    const since = i === 0 ? 0 : clock[0] - changes[i - 1]!.clock[1];
    const drawn = i === 0 ? 0 : followers(bursts, draws[i - 1]!.power * Math.exp(-since / bursts.hours), hours);
    const activity = (shape + met) / (shape + meanEdits * shareBetween(ages, fromAged, aged[0]));
    const own = activity * meanEdits * shareBetween(ages, aged[0], aged[1]);
    const edits = editsSeen(own + drawn);
    const follows = drawn > 0 ? drawn / (drawn + own) : 0;
    const lagHours = since + meanWithin(hours, bursts.hours);
    draws.push({ edits, follows, lagHours, power: powerLeft(bursts, hours, 0) });
    met += edits * (1 - follows);
  }
  return draws;
}

/** Mean of what fades within so many hours on average, given that it is less than `most`. */
const meanWithin = (most: number, hours: number): number => {
  const whole = Math.expm1(most / hours);
  return whole > 1e-6 ? hours - most / whole : most / 2;
};

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
