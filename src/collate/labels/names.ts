import { isOfPeople, isSameName, isWithin } from "#language/name-forms";
import { type Name, namesIn } from "#language/name-terms";
import { tokenize } from "#language/tokens";
import type { Label } from "#model/change";
import { touched } from "./exchanges.ts";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { became, quoted } from "./reason.ts";

/** A name that an edit took or brought, and the edit. */
interface Touched {
  readonly name: Name;
  readonly spot: Spot;
}

/** Names that became others, that are no longer there, or that are new. */
export function nameLabels(reading: ReadPlace, context: Context): Label[] {
  const isNamed = seenInside(reading, context);
  const old = namesIn(reading.old, context.rules, isNamed);
  const next = namesIn(reading.new, context.rules, isNamed);
  const gone = without(touchedBy(reading, old, "old"), next, reading.new.text);
  const come = without(touchedBy(reading, next, "new"), old, reading.old.text);
  const labels: Label[] = [];
  const left = new Set(come);
  const alone: Touched[] = [];
  const tell = (before: Touched | Name, after: Touched | Name) => {
    const [a, b] = [nameOf(before), nameOf(after)];
    if (isSaidElsewhere(a, b, reading, context) || isOpening(a, b)) return;
    labels.push(nameLabel(became(a.words, b.words), reading, before, after));
  };
  for (const before of gone) {
    const form = next.find((name) => areOne(before.name, name));
    const after = form ? [...left].find(({ name }) => name === form) : partner(before, gone, come, left);
    if (after) left.delete(after);
    if (after) tell(before, after);
    else if (form) tell(before, form);
    else alone.push(before);
  }
  for (const after of left) {
    const form = old.find((name) => areOne(name, after.name));
    if (!form) continue;
    left.delete(after);
    tell(form, after);
  }
  for (const before of alone)
    if (isGone(before, reading, context))
      labels.push(nameLabel(`${quoted(before.name.words)} is no longer named`, reading, before));
  for (const after of left)
    if (isNew(after, reading, context))
      labels.push(nameLabel(`${quoted(after.name.words)} is newly named`, reading, undefined, after));
  return labels;
}

const nameOf = (one: Touched | Name): Name => ("spot" in one ? one.name : one);

/** Whether a word that opens a sentence is written with a capital inside one too, or in another place of the article. */
function seenInside({ old, new: next }: ReadPlace, { isCommon }: Context): (word: string) => boolean {
  let inside: Set<string> | null = null;
  return (word) => {
    inside ??= new Set([old.text, next.text].flatMap((text) => text.match(INSIDE) ?? []));
    return inside.has(word) && !isCommon(word);
  };
}

/** After a small letter, a comma or a figure a capital is no beginning of a sentence. */
const INSIDE = /(?<=[\p{Ll}\p{N},]\s)\p{Lu}[\p{L}\p{M}]+/gu;

function touchedBy({ spots }: ReadPlace, names: readonly Name[], side: "old" | "new"): Touched[] {
  return touched(names, spots, side)
    .flatMap((own, k) => own.map((name) => ({ name, spot: spots[k]! })))
    .filter(({ spot }) => !spot.wholeSentences)
    .slice(0, MAX_LOOKED_UP);
}

/** Those that the other side does not have in any spelling. */
function without(names: readonly Touched[], others: readonly Name[], text: string): Touched[] {
  const keys = new Set(others.map(({ key }) => key));
  const words = new Set(tokenize(text).map(({ key }) => key.toLowerCase().replace(/['’]\p{Ll}{0,4}$/u, "")));
  const isWritten = (name: Name) => name.words.split(" ").every((word) => words.has(word.toLowerCase()));
  return names.filter(
    ({ name }) =>
      !keys.has(name.key) && !isWritten(name) && !others.some((other) => isSameName(name.words, other.words)),
  );
}

/** One of two lengths of a name. */
const areOne = (a: Name, b: Name): boolean => isWithin(a.words, b.words) || isWithin(b.words, a.words);

/** The name that took the place of another in one edit with as many of both. */
function partner(
  { name, spot }: Touched,
  gone: readonly Touched[],
  come: readonly Touched[],
  left: ReadonlySet<Touched>,
) {
  const own = gone.filter((each) => each.spot === spot);
  const others = come.filter((each) => each.spot === spot);
  if (own.length !== others.length) return undefined;
  const other = others[own.findIndex((each) => each.name === name)];
  return other && left.has(other) ? other : undefined;
}

/** The longer form is in both versions of the article: only this mention of it changed. */
const isSaidElsewhere = (a: Name, b: Name, { field }: ReadPlace, { inOld, inNew }: Context): boolean => {
  if (field !== "body" || !areOne(a, b)) return false;
  const long = a.words.length > b.words.length ? a : b;
  return inOld(long.words) && inNew(long.words);
};

/** The word that opens the sentence is all they differ by. */
const isOpening = (a: Name, b: Name): boolean => {
  const rest = (name: Name) => (name.opening ? name.words.slice(name.words.indexOf(" ") + 1) : name.words);
  return (a.opening || b.opening) && areOne(a, b) && isSameName(rest(a), rest(b));
};

const lastWord = (words: string): string => words.slice(words.lastIndexOf(" ") + 1);

function isGone({ name, spot }: Touched, reading: ReadPlace, context: Context): boolean {
  if (isOfPeople(name.words) || context.isCommon(name.words)) return false;
  if (isPronoun(reading.new.text.slice(spot.edit.newStart, spot.edit.newEnd), context)) return false;
  return reading.field !== "body" || !context.inNew(lastWord(name.words));
}

function isNew({ name, spot }: Touched, reading: ReadPlace, context: Context): boolean {
  if (isOfPeople(name.words) || context.isCommon(name.words)) return false;
  if (isPronoun(reading.old.text.slice(spot.edit.oldStart, spot.edit.oldEnd), context)) return false;
  return reading.field !== "body" || !context.inOld(name.words);
}

/** "she" in the place of a name is the same person. */
const isPronoun = (words: string, { rules }: Context): boolean => rules.pronouns.has(words.trim().toLowerCase());

function nameLabel(reason: string, reading: ReadPlace, before?: Touched | Name, after?: Touched | Name): Label {
  const { spot } = [before, after].find((one): one is Touched => one !== undefined && "spot" in one)!;
  return { kind: "name", reason, place: placeAt(reading, spot, before && nameOf(before), after && nameOf(after)) };
}
