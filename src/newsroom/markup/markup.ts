import type { AmbientKind } from "#newsroom/noise";
import { hashText } from "#newsroom/random";
import type { Site } from "#newsroom/site";
import { withFirstLetters } from "./first-letters.ts";
import { withHiddenLines } from "./hidden-lines.ts";
import { withMovingAmounts } from "./moving-amounts.ts";
import { withPagers } from "./pagers.ts";
import { withShadowRoots } from "./shadow-roots.ts";
import { withUnseenSigns } from "./unseen-signs.ts";

/** A habit of a house in the markup of its texts, drawn from its name: each house has it in another way. */
type Habit = (page: string, seed: number, article: number, now: number) => string;

export const HABITS = {
  "moving-amounts": withMovingAmounts,
  "unseen-signs": withUnseenSigns,
  "hidden-lines": withHiddenLines,
  "first-letters": withFirstLetters,
  "shadow-roots": withShadowRoots,
  pagers: withPagers,
} as const satisfies Partial<Record<AmbientKind, Habit>>;

export type HabitKind = keyof typeof HABITS;

/** A page of a site with the site's own habits. */
export function withHabits(page: string, site: Site, article: number, now: number): string {
  const seed = hashText(site.host);
  return Object.entries(HABITS)
    .filter(([kind]) => site.ambient.includes(kind as HabitKind))
    .reduce((made, [, habit]: [string, Habit]) => habit(made, seed, article, now), page);
}
