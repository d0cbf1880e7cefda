import type { ClaimWords } from "#language/claims/claim-words";
import { entriesAt, type Lexicon } from "#language/rules/lexicon";
import { type Found, termsBetween } from "#language/rules/terms-between";
import type { Label } from "#model/change";
import { isTouched, spotOf, stemsBeside, termLabel, written } from "./found.ts";
import type { ReadPlace } from "./read-place.ts";
import { became } from "./reason.ts";
import { alike, type Statement, type StatementSide } from "./statements.ts";

/** Judging words that came, went or gave way to others while what they judge stayed. */
export function loadedLabels(reading: ReadPlace, statement: Statement, claims: ClaimWords): Label[] {
  const { old, new: next } = statement;
  if (alike(statement) < LEAST_ALIKE || statement.shared.size < 2) return [];
  const gone = judging(old, next, statement.shared, claims);
  const come = judging(next, old, statement.shared, claims);
  const labels: Label[] = [];
  for (let k = 0; k < Math.max(gone.length, come.length); k += 1)
    labels.push(labelOf(reading, statement, gone[k], come[k]));
  return labels;
}

/** Words of the other wording, if there are so few, are what the judging word stood for. */
const FEW = 2;

function labelOf(reading: ReadPlace, statement: Statement, gone?: Found, come?: Found): Label {
  const label = termLabel("loaded-word", reading, statement, gone, come);
  if (gone && come) return label;
  const at = gone ? statement.old.read.tokens[gone.at]! : statement.new.read.tokens[come!.at]!;
  const { edit } = spotOf(statement.spots, gone && at, come && at);
  const other = gone
    ? reading.new.text.slice(edit.newStart, edit.newEnd)
    : reading.old.text.slice(edit.oldStart, edit.oldEnd);
  const few = other.trim().split(/\s+/).length <= FEW && /\p{L}/u.test(other);
  if (!few) return label;
  const own = gone ? written(statement.old, gone) : written(statement.new, come!);
  return { ...label, reason: gone ? became(own, other) : became(other, own) };
}

const LEAST_ALIKE = 0.4;

/** Judging words of one wording that the other has in no form. */
function judging(side: StatementSide, other: StatementSide, shared: ReadonlySet<string>, claims: ClaimWords): Found[] {
  const { read, first, end } = side;
  const strong = termsBetween(read, first, end, claims.loaded);
  const taken = new Set(strong.map(({ at }) => at));
  const standing = strong.length > 0 ? keysIn(other, claims.loaded) : new Set<string>();
  const paired = pairsFor(side, other, claims).filter(({ at }) => !taken.has(at));
  const stems = new Set(other.stems);
  return [...strong.filter(({ key }) => !standing.has(key)), ...paired]
    .sort((a, b) => a.at - b.at)
    .filter(
      (found) =>
        isTouched(side, found) && !stems.has(side.stems[found.at - first] || "-") && isBesideKept(side, found, shared),
    );
}

const keysIn = ({ read, first, end }: StatementSide, lexicon: Lexicon): ReadonlySet<string> =>
  new Set(termsBetween(read, first, end, lexicon).map(({ key }) => key));

/** Words that judge where the other wording has the plain word. */
function pairsFor({ read, first, end }: StatementSide, other: StatementSide, { loadedPairs }: ClaimWords): Found[] {
  const found: Found[] = [];
  let plain: ReadonlySet<string> | null = null;
  for (let at = first; at < end; at += 1)
    for (const { words, key } of entriesAt(loadedPairs.other, read.words, at)) {
      plain ??= pairKeys(other, loadedPairs.one);
      if (plain.has(key) && found.at(-1)?.at !== at) found.push({ at, end: at + words.length, key });
    }
  return found;
}

function pairKeys(side: StatementSide, lexicon: Lexicon): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = side.first; at < side.end; at += 1)
    for (const entry of entriesAt(lexicon, side.read.words, at))
      if (isTouched(side, { at, end: at + entry.words.length })) keys.add(entry.key);
  return keys;
}

/** Words with a meaning on either side of a judging word among which one has to be in both wordings. */
const BESIDE = 2;
const REACH = 6;

const isBesideKept = (side: StatementSide, { at, end }: Found, shared: ReadonlySet<string>): boolean =>
  stemsBeside(side, end, 1, BESIDE, REACH).some((stem) => shared.has(stem)) ||
  stemsBeside(side, at - 1, -1, BESIDE, REACH).some((stem) => shared.has(stem));
