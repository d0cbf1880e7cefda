/** A gap of this length is one unit wider than none at all. News is edited within minutes first and within days later. */
const UNIT_MS = 30 * 60_000;
/** Units given to no time at all: a burst of edits beside one that came a month later still has a fifth of its room. */
const LEAST = 2;

/**
 * Places of instants on a line from 0 to 1. The gap between two grows with the logarithm of the time between them: a
 * burst of edits within an hour stays readable beside a correction weeks later, and a longer time is never drawn shorter.
 */
export function spaced(instants: readonly number[]): readonly number[] {
  const ends = [0];
  for (let i = 1; i < instants.length; i++) {
    const gap = Math.max(0, instants[i]! - instants[i - 1]!);
    ends.push(ends[i - 1]! + LEAST + Math.log2(1 + gap / UNIT_MS));
  }
  const length = ends.at(-1)!;
  return instants.map((_, i) => (length === 0 ? 0 : ends[i]! / length));
}

/** Share of the line between the nearest two places; 1 where there is but one. */
export const narrowest = (places: readonly number[]): number =>
  places.slice(1).reduce((least, place, i) => Math.min(least, place - places[i]!), 1);

/** Words changed in one edit beyond which a tick grows no more: a few paragraphs. */
const MANY_WORDS = 300;

/** 0 to 1 by how many words changed; the area that this would fill, not the height, is in proportion. */
export const grown = (words: number): number => Math.min(1, Math.sqrt(words / MANY_WORDS));
