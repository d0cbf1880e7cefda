import type { ClaimWords } from "#language/claims/claim-words";
import { denialsBetween } from "#language/negations";
import { entriesAt, type Lexicon } from "#language/rules/lexicon";
import type { Found } from "#language/rules/terms-between";
import type { Label } from "#model/change";
import { isTouched, stemsBeside, termLabel } from "./found.ts";
import type { ReadPlace } from "./read-place.ts";
import { alike, type Statement, type StatementSide } from "./statements.ts";

/** A claim that was denied or turned round: a denial came or went, or a word gave way to its opposite. Two of them undo each other. */
export function negationLabels(reading: ReadPlace, statement: Statement, claims: ClaimWords): Label[] {
  const { old, new: next } = statement;
  const denied = denialTurn(statement, claims);
  const turned = [...opposed(old, next, claims), ...prefixed(old, next, claims)];
  const apart = denied && !turned.some((turn) => overlap(turn.gone, denied.gone) || overlap(turn.come, denied.come));
  const turns = apart ? [...turned.slice(0, 1), denied] : turned.slice(0, 1);
  if (turns.length !== 1) return [];
  if (alike(statement) < (denied ? ALIKE_DENIED : ALIKE)) return [];
  const [{ gone, come }] = turns as [Turn];
  return [termLabel("negation", reading, statement, gone, come)];
}

/** "Refused" is a denial and an opposite at once. */
const overlap = (a: Found | undefined, b: Found | undefined): boolean =>
  a !== undefined && b !== undefined && a.at < b.end && b.at < a.end;

/** Share of the words that both wordings have: fewer, and another thing may be said. */
const ALIKE = 0.5;
const ALIKE_DENIED = 0.5;

interface Turn {
  readonly gone?: Found;
  readonly come?: Found;
}

/** Only one wording denies, and it denies what the other one says as well. */
function denialTurn({ old, new: next, shared }: Statement, claims: ClaimWords): Turn | null {
  const [gone, come] = [old, next].map((side) =>
    denialsBetween(side.read, side.first, side.end, claims).filter((denial) => isTouched(side, denial)),
  ) as [Found[], Found[]];
  if (gone.length > 0 === come.length > 0) return null;
  const [side, terms] = gone.length > 0 ? [old, gone] : [next, come];
  const term = terms.find((found) => isAbout(side, found, shared));
  if (!term) return null;
  return side === old ? { gone: term } : { come: term };
}

const REACH = 4;

/** The word after a denial, or before it where its clause ends, is in both wordings. */
function isAbout(side: StatementSide, { at, end }: Found, shared: ReadonlySet<string>): boolean {
  const [after] = stemsBeside(side, end, 1, 1, REACH);
  const [before] = stemsBeside(side, at - 1, -1, 1, REACH);
  const about = after ?? before;
  return about === undefined || shared.has(about);
}

/** A word of one wording and its opposite in the other. */
function opposed(old: StatementSide, next: StatementSide, { opposites }: ClaimWords): Turn[] {
  const [one, other] = [old, next].map((side) => [pairsIn(side, opposites.one), pairsIn(side, opposites.other)]) as [
    [Pairs, Pairs],
    [Pairs, Pairs],
  ];
  const turns: Turn[] = [];
  for (const [before, after, stay] of [
    [one[0], other[1], [one[1], other[0]]],
    [one[1], other[0], [one[0], other[1]]],
  ] as const)
    for (const [pair, gone] of before) {
      const come = after.get(pair);
      if (!come || stay.some((pairs) => pairs.has(pair))) continue;
      if (isTouched(old, gone) && isTouched(next, come)) turns.push({ gone, come });
    }
  return turns;
}

type Pairs = ReadonlyMap<string, Found>;

function pairsIn({ read, first, end }: StatementSide, lexicon: Lexicon): Pairs {
  const pairs = new Map<string, Found>();
  if (lexicon.size === 0) return pairs;
  for (let at = first; at < end; at += 1)
    for (const { words, key } of entriesAt(lexicon, read.words, at))
      pairs.set(key, { at, end: at + words.length, key });
  return pairs;
}

/** Letters of a word that a syllable may turn into its opposite: "legal", not "to" and "into". */
const LEAST_LETTERS = 4;

/** "Likely" and "unlikely". */
function prefixed(old: StatementSide, next: StatementSide, { prefixes }: ClaimWords): Turn[] {
  if (prefixes.length === 0) return [];
  const [before, after] = [touchedWords(old), touchedWords(next)];
  const turn = (longer: ReadonlyMap<string, Found>, shorter: ReadonlyMap<string, Found>): [Found, Found] | null => {
    for (const [word, found] of longer)
      for (const prefix of prefixes) {
        const plain = word.startsWith(prefix) ? shorter.get(word.slice(prefix.length)) : undefined;
        if (plain && word.length - prefix.length >= LEAST_LETTERS) return [found, plain];
      }
    return null;
  };
  const denied = turn(after, before);
  if (denied) return [{ gone: denied[1], come: denied[0] }];
  const undone = turn(before, after);
  return undone ? [{ gone: undone[0], come: undone[1] }] : [];
}

function touchedWords(side: StatementSide): ReadonlyMap<string, Found> {
  const words = new Map<string, Found>();
  for (let at = side.first; at < side.end; at += 1)
    if (side.touched[at - side.first]) words.set(side.read.words[at]!, { at, end: at + 1, key: side.read.words[at]! });
  return words;
}
