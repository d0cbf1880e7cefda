import type { Trust, TrustedThing } from "#model/signal";

/** Before the first signal: as if one in five had been right, which is what large crawlers find of sitemaps (Beta(1, 4)). */
export const UNTRIED: Trust = { hits: 0, misses: 0 };
const [PRIOR_HITS, PRIOR_MISSES] = [1, 4];
/** Habits of a site change with its software: what was learned is halved beyond this many signals, so that it can be unlearned. */
const MAX_SIGNALS = 500;

/** Probability that the next signal is right: mean of the posterior Beta distribution. */
export const precisionOf = ({ hits, misses }: Trust): number =>
  (PRIOR_HITS + hits) / (PRIOR_HITS + PRIOR_MISSES + hits + misses);

/** What is known after one more look that a signal preceded. */
export function learn({ hits, misses }: Trust, hit: boolean): Trust {
  const keep = hits + misses >= MAX_SIGNALS ? 0.5 : 1;
  return { hits: hits * keep + (hit ? 1 : 0), misses: misses * keep + (hit ? 0 : 1) };
}

/** Edits that are expected since the last look where signals usually come: those of a wait of an hour. */
const USUALLY_EXPECTED = 0.05;
/** Even if no edit is expected, a signal is sometimes followed: it may know better than the fit. */
const [LEAST_LIKELY, MOST_LIKELY] = [0.03, 3];

/**
 * Probability that this article was edited, after a signal. The precision is that of all signals of the source. The odds are
 * lower if hardly an edit was expected: if a feed gives all its entries a new date every hour, last week's articles are
 * not looked at every hour.
 * @param expected edits since the last look
 */
export function chanceAfter(precision: number, expected: number): number {
  const likely = Math.min(Math.max(expected / USUALLY_EXPECTED, LEAST_LIKELY), MOST_LIKELY);
  const odds = (precision / (1 - precision)) * likely;
  return odds / (1 + odds);
}

/**
 * Whether a signal is worth a look at once: what it saves an edit, weighed by the probability that there was one, is more than the
 * price of the request.
 * @param savedHours how much later the edit would be met otherwise
 */
export const isWorthALook = (chance: number, savedHours: number, price: number): boolean => chance * savedHours > price;

/** How many of a source's edits signals tell of, by the age of the article: feeds list an article for a day or two. */
export interface Announced {
  readonly young: Trust;
  readonly old: Trust;
}

export const UNANNOUNCED: Announced = { young: UNTRIED, old: UNTRIED };
const YOUNG_HOURS = 48;
/** Signals start with so little trust as if four edits had come without one. */
const PRIOR_UNANNOUNCED = 4;
/** Signals are never trusted to announce all edits: if we only waited for them, we would notice too late that they have stopped. */
const MAX_RECALL = 0.8;

export const announcedIn = (trust: ReadonlyMap<TrustedThing, Trust>): Announced => ({
  young: trust.get("young") ?? UNTRIED,
  old: trust.get("old") ?? UNTRIED,
});

/** What an edit at an article of this age counts for. */
export const ageClass = (ageHours: number): keyof Announced => (ageHours < YOUNG_HOURS ? "young" : "old");

/** Share of the edits at this age that a signal announces. */
export function recallAt(announced: Announced, ageHours: number): number {
  const { hits, misses } = announced[ageClass(ageHours)];
  return Math.min(hits / (hits + misses + PRIOR_UNANNOUNCED), MAX_RECALL);
}
