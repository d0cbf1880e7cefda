import type { Lived } from "./world.ts";

/** No edit counts as more late than this, the longest that the published comparison counts. */
const MAX_DELAY_HOURS = 72;
/** An article is followed for so long. */
export const HORIZON_HOURS = 60 * 24;

export interface Score {
  articles: number;
  requests: number;
  edits: number;
  versions: number;
  withinHour: number;
  delayHours: number;
}

export const emptyScore = (): Score => ({
  articles: 0,
  requests: 0,
  edits: 0,
  versions: 0,
  withinHour: 0,
  delayHours: 0,
});

export function add(to: Score, from: Score): void {
  for (const key of Object.keys(to) as (keyof Score)[]) to[key] += from[key];
}

/** What the looks at these instants saw of an article; `looks` in order, the first is version 1. */
export function scoreOf(lived: Lived, looks: readonly number[], extraRequests: number): Score {
  const score = { ...emptyScore(), articles: 1, requests: looks.length + extraRequests };
  let look = 0;
  let lastSeenIn = 0;
  for (const at of lived.edits) {
    if (at <= looks[0]! || at > lived.foundAt + HORIZON_HOURS) continue;
    while (look < looks.length && looks[look]! < at) look++;
    score.edits++;
    const delay = look < looks.length ? looks[look]! - at : Number.POSITIVE_INFINITY;
    if (delay <= 1) score.withinHour++;
    score.delayHours += Math.min(delay, MAX_DELAY_HOURS);
    if (look < looks.length && look !== lastSeenIn) {
      score.versions++;
      lastSeenIn = look;
    }
  }
  return score;
}
