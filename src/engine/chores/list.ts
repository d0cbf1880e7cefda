import type { Chore } from "./chore.ts";
import { closeDay } from "./close-day.ts";
import { refitHabits } from "./refit-habits.ts";
import { relabel } from "./relabel.ts";

/** Everything that the loop does besides looking and polling. */
export const CHORES: readonly Chore[] = [closeDay, refitHabits, relabel];
