import type { Habits } from "#model/habits";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import type { Draw } from "./draw.ts";

/** How articles really are edited, which no rule knows. */
export interface EditModel {
  readonly name: string;
  /** What the simulated outlets are like; each is simulated on its own. */
  readonly outlets: readonly Outlet[];
}

export interface Outlet {
  readonly habits: Habits;
  /** Edits that follow each edit within minutes, on average. */
  readonly burst: number;
  /** Share of the edits of the small hours that wait for the morning. */
  readonly lull: number;
}

const AS_PUBLISHED: Outlet = { habits: PUBLISHED_HABITS, burst: 0, lull: 0 };

const heavy: Outlet = {
  habits: {
    ages: [
      { weight: 0.8, medianHours: 2, sigma: 1.4 },
      { weight: 0.2, medianHours: 60, sigma: 1.5 },
    ],
    meanEdits: 0.7,
    shape: 0.18,
  },
  burst: 0.4,
  lull: 0.8,
};

/** The prior has edits at twice the age, at a fifth of it, and a third of their number. */
const OTHERWISE: readonly Outlet[] = [
  { ...AS_PUBLISHED, habits: { ...PUBLISHED_HABITS, ages: stretched(0.5) } },
  { ...AS_PUBLISHED, habits: { ...PUBLISHED_HABITS, ages: stretched(5) } },
  { ...AS_PUBLISHED, habits: { ages: PUBLISHED_HABITS.ages, meanEdits: 3, shape: 0.6 } },
];

function stretched(by: number) {
  return PUBLISHED_HABITS.ages.map((part) => ({ ...part, medianHours: part.medianHours * by }));
}

export const EDIT_MODELS: readonly EditModel[] = [
  { name: "as published", outlets: [AS_PUBLISHED] },
  { name: "heavy tails, bursts, nights", outlets: [heavy] },
  { name: "wrong prior", outlets: OTHERWISE },
];

/** Follow-ups of a burst come after this many hours on average. */
const BURST_HOURS = 1 / 3;
const [NIGHT_FROM, NIGHT_TO] = [0, 6];
/** Articles of the small hours are fewer, as their edits are. */
const NIGHT_ARTICLES = 0.25;

/** Hour of the outlet's day at which an article is published. */
export function hourOfDay(draw: Draw, { lull }: Outlet): number {
  const hour = 24 * draw.next();
  return lull > 0 && hour < NIGHT_TO && !draw.chance(NIGHT_ARTICLES) ? NIGHT_TO + 18 * draw.next() : hour;
}

/** Instants, in hours, at which an article is edited, in order. */
export function editsOf(draw: Draw, { habits, burst, lull }: Outlet, publishedAt: number): number[] {
  const edits: number[] = [];
  for (let i = draw.poisson(draw.gamma(habits.shape) * habits.meanEdits); i > 0; i--) {
    let at = publishedAt + draw.age(habits.ages);
    edits.push(at);
    while (draw.chance(burst)) {
      at += draw.exponential(BURST_HOURS);
      edits.push(at);
    }
  }
  return edits.map((at) => (isNight(at) && draw.chance(lull) ? untilMorning(draw, at) : at)).sort((a, b) => a - b);
}

const isNight = (at: number): boolean => at % 24 >= NIGHT_FROM && at % 24 < NIGHT_TO;
const untilMorning = (draw: Draw, at: number): number => at - (at % 24) + NIGHT_TO + draw.exponential(1.5);
