import type { ClaimWords } from "#language/claims/claim-words";
import { doubtsBetween, plansBetween } from "#language/hedges";
import { type Found, termsBetween } from "#language/rules/terms-between";
import type { Label } from "#model/change";
import { isTouched, stemsBeside, termLabel } from "./found.ts";
import type { ReadPlace } from "./read-place.ts";
import { alike, kept, type Statement, type StatementSide } from "./statements.ts";

/** A claim that was made less or more certain, or became a fact from a plan. */
export function hedgeLabels(reading: ReadPlace, statement: Statement, claims: ClaimWords): Label[] {
  if (kept(statement) < LEAST_KEPT || statement.shared.size < LEAST_SHARED) return [];
  const { old, new: next } = statement;
  const [gone, come] = [old, next].map((side) =>
    doubtsBetween(side.read, side.first, side.end, claims).filter((doubt) => isTouched(side, doubt)),
  ) as [Found[], Found[]];
  if (gone.length > 0 && come.length > 0) return [];
  if (gone.length > 0 || come.length > 0) {
    const [side, other, terms] = gone.length > 0 ? [old, next, gone] : [next, old, come];
    // "Reportedly" and "- reports" leave it as open.
    if (ascribes(other, claims)) return [];
    const term = terms.find((found) => governs(side, found, statement.shared));
    if (!term) return [];
    return [labelOf(reading, statement, side === old, term)];
  }
  return planned(reading, statement, claims);
}

/** Words with a meaning that both wordings share: fewer, and another thing may be said. */
const LEAST_KEPT = 0.4;
const LEAST_SHARED = 2;
/** Words after a hedge among which those are that it is about, and before it, where it ends its clause. */
const GOVERNED = 4;
const REACH = 10;

function governs(side: StatementSide, { at, end }: Found, shared: ReadonlySet<string>): boolean {
  const after = stemsBeside(side, end, 1, GOVERNED, REACH);
  const about = after.length > 0 ? after : stemsBeside(side, at - 1, -1, 2, REACH);
  return about.some((stem) => shared.has(stem));
}

const ascribes = (side: StatementSide, claims: ClaimWords): boolean =>
  termsBetween(side.read, side.first, side.end, claims.sources).some(
    (found) => /^report/.test(found.key) && isTouched(side, found),
  );

const labelOf = (reading: ReadPlace, statement: Statement, isGone: boolean, term: Found): Label =>
  isGone
    ? termLabel("hedge-removed", reading, statement, term, undefined)
    : termLabel("hedge-added", reading, statement, undefined, term);

/** "Plans to close" became "closes", or the other way round: the same verb, or the same things around another one. */
function planned(reading: ReadPlace, statement: Statement, claims: ClaimWords): Label[] {
  const { old, new: next } = statement;
  const headline = reading.field === "headline";
  const [gone, come] = [old, next].map((side) => plansBetween(side.read, side.first, side.end, claims, headline)) as [
    Found[],
    Found[],
  ];
  if (gone.length > 0 === come.length > 0) return [];
  const [side, terms] = gone.length > 0 ? [old, gone] : [next, come];
  const term = terms.find(
    (found) => isTouched(side, found) && (side === old || found.end - found.at > 1) && isDone(side, found, statement),
  );
  return term ? [labelOf(reading, statement, side === old, term)] : [];
}

/** Share of the words that both wordings have from which a plan with another verb is the same one. */
const ALIKE = 0.5;

function isDone(side: StatementSide, found: Found, statement: Statement): boolean {
  const { shared } = statement;
  const [verb, ...rest] = stemsBeside(side, found.end, 1, GOVERNED, REACH);
  if (verb === undefined) return false;
  if (shared.has(verb)) return true;
  const before = stemsBeside(side, found.at - 1, -1, GOVERNED, REACH);
  return (
    side === statement.old &&
    alike(statement) >= ALIKE &&
    rest.some((stem) => shared.has(stem)) &&
    before.some((stem) => shared.has(stem))
  );
}
