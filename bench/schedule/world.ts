import { PUBLISHED_AGES } from "#version/schedule/edit-ages";
import { Draw } from "./draw.ts";
import { editsOf, hourOfDay, type Outlet } from "./edit-models.ts";

/** An article as it went: instants in hours, before any rule has looked. */
export interface Lived {
  readonly publishedAt: number;
  /** When a feed led to it; the first look follows at once. */
  readonly foundAt: number;
  readonly edits: readonly number[];
  /** Polls that saw a signal of an edit, true or false. */
  readonly signals: readonly number[];
}

/** How good the signals of a feed or sitemap are. */
export interface SignalQuality {
  readonly recall: number;
  readonly precision: number;
}

/** Articles an outlet publishes a day. */
export const ARTICLES_A_DAY = 40;
export const DAYS = 42;
/** A feed is polled this often, so a signal is seen up to so long after its edit. */
export const POLL_HOURS = 0.5;
const FOUND_AFTER_HOURS = 0.25;

/** An outlet's articles in the order of their publication. */
export function live(outlet: Outlet, seed: number, quality: SignalQuality | null): Lived[] {
  const draw = new Draw(seed);
  const lives: Lived[] = [];
  // Signals are drawn from a source of their own, so that the edits are the same with and without them.
  const telling = new Draw(seed + 7919);
  for (let day = 0; day < DAYS; day++) {
    for (let i = 0; i < ARTICLES_A_DAY; i++) {
      const publishedAt = 24 * day + hourOfDay(draw, outlet);
      const edits = editsOf(draw, outlet, publishedAt);
      const foundAt = publishedAt + draw.exponential(FOUND_AFTER_HOURS);
      const signals = quality ? signalsOf(telling, quality, outlet, publishedAt, foundAt, edits) : [];
      lives.push({ publishedAt, foundAt, edits, signals });
    }
  }
  return lives.sort((a, b) => a.foundAt - b.foundAt);
}

function signalsOf(
  telling: Draw,
  { recall, precision }: SignalQuality,
  { habits, burst }: Outlet,
  publishedAt: number,
  foundAt: number,
  edits: readonly number[],
): number[] {
  const meant = edits.filter(() => telling.chance(recall));
  const falseOnes = telling.poisson((habits.meanEdits / (1 - burst)) * recall * (1 / precision - 1));
  for (let i = 0; i < falseOnes; i++) meant.push(publishedAt + telling.age(PUBLISHED_AGES));
  const polls = meant.filter((at) => at > foundAt).map((at) => Math.ceil(at / POLL_HOURS) * POLL_HOURS);
  return [...new Set(polls)].sort((a, b) => a - b);
}
