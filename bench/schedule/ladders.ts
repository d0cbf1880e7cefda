import { HORIZON_HOURS, type Score, scoreOf } from "./score.ts";
import type { Lived } from "./world.ts";

/** A rule that goes by nothing but what its own looks at this one article met. Instants and waits in hours. */
export interface Ladder {
  readonly name: string;
  /** Wait after a look; null when it never looks again. */
  wait(known: {
    readonly now: number;
    readonly foundAt: number;
    readonly changedAt: number;
    readonly unchanged: number;
  }): number | null;
}

const DAY = 24;

/** Read from the code of each; News Sniffer starts with half an hour, a fifth longer per quiet look, up to forty days. */
export const LADDERS: readonly Ladder[] = [
  {
    name: "News Sniffer",
    wait: ({ unchanged }) => (0.5 * 1.2 ** unchanged > 40 * DAY ? null : 0.5 * 1.2 ** unchanged),
  },
  { name: "NewsDiffs", wait: ({ now, changedAt }) => newsDiffs(now - changedAt) },
  // Meant: a fifth of its age later, by a job that runs every quarter of an hour.
  {
    name: "diffengine",
    wait: ({ now, foundAt }) => Math.ceil((Math.max((now - foundAt) / 4, 0.25) - 1e-9) / 0.25) * 0.25,
  },
  { name: "every 3 h, ten days", wait: ({ now, foundAt }) => (now - foundAt < 10 * DAY ? 3 : null) },
];

function newsDiffs(sinceHours: number): number | null {
  if (sinceHours < 3) return 0.25;
  if (sinceHours < DAY) return 1;
  if (sinceHours < 7 * DAY) return 3;
  if (sinceHours < 30 * DAY) return 3 * DAY;
  return sinceHours < 360 * DAY ? 30 * DAY : null;
}

/** Follows one article by the ladder. */
export function climb(ladder: Ladder, lived: Lived): Score {
  const looks = [lived.foundAt];
  let [changedAt, unchanged, next] = [lived.foundAt, 0, 0];
  for (;;) {
    const now = looks.at(-1)!;
    const wait = ladder.wait({ now, foundAt: lived.foundAt, changedAt, unchanged });
    if (wait === null || now + wait > lived.foundAt + HORIZON_HOURS) break;
    looks.push(now + wait);
    while (next < lived.edits.length && lived.edits[next]! <= now) next++;
    const changed = next < lived.edits.length && lived.edits[next]! <= now + wait;
    if (changed) changedAt = now + wait;
    unchanged = changed ? 0 : unchanged + 1;
  }
  return scoreOf(lived, looks, 0);
}
