import type { ArticleTrace } from "./memory.ts";
import { pathId } from "./path.ts";
import type { PageTrace } from "./trace.ts";

/** Places that two pages of one design have in common, of those that the one with more has; hours apart it is nine tenths. */
const LEAST_COMMON = 0.5;
/** Pages with fewer places have too few to compare. */
const LEAST_PLACES = 3;

/** Whether the places of two pages are those of one design. */
export function isOneFurniture(had: ReadonlySet<string>, has: ReadonlySet<string>): boolean {
  const [least, most] = [Math.min(had.size, has.size), Math.max(had.size, has.size)];
  return least < LEAST_PLACES || had.intersection(has).size >= most * LEAST_COMMON;
}

/** Short names of the places of a page. */
export const placeIds = ({ paths }: PageTrace): ReadonlySet<string> => new Set(paths.map(({ path }) => pathId(path)));

/** Whether a page was rebuilt since the look before: its text stands at another place, or most of what is around it is new. */
export const isRebuilt = (previous: ArticleTrace | null, trace: PageTrace): boolean =>
  previous !== null &&
  (previous.container !== trace.container || !isOneFurniture(new Set(Object.keys(previous.paths)), placeIds(trace)));
