import type { EditAges } from "#model/habits";
import { normalTail } from "./normal.ts";

/**
 * Until a source has shown its own: most edits within hours, a few over days. Reproduces the published curve of last edits of
 * 17 outlets (63, 88, 93, 97 % by day 0, 1, 2, 5; Tsoukaladelis et al. 2024); a log-normal fits the published ages of headline
 * edits better than exponential, Weibull and power laws do (Guo et al. 2022).
 */
export const PUBLISHED_AGES: EditAges = [
  { weight: 0.93, medianHours: 2, sigma: 1.2 },
  { weight: 0.07, medianHours: 30, sigma: 1.3 },
];

/** Share of the edits that come at a greater age: 1 - F. Exact far out too. */
export function shareAfter(ages: EditAges, ageHours: number): number {
  if (ageHours <= 0) return 1;
  let share = 0;
  for (const { weight, medianHours, sigma } of ages)
    share += weight * normalTail(Math.log(ageHours / medianHours) / sigma);
  return share;
}

/** Share of the edits that come between two ages; 0 when the second is not greater. */
export const shareBetween = (ages: EditAges, fromHours: number, toHours: number): number =>
  Math.max(0, shareAfter(ages, fromHours) - shareAfter(ages, toHours));
