import { fold, squeezed } from "./fold.ts";
import { isOfAnyLand, isOfLand } from "./regions.ts";

/** Lands and their people whose words have no root in common, folded. */
const LANDS: readonly ReadonlySet<string>[] = [
  "uk britain british briton britons united_kingdom great_britain",
  "us usa america american americans united_states",
  "netherlands dutch",
  "france french",
  "spain spanish",
  "poland polish poles",
  "ireland irish",
  "wales welsh",
  "england english",
  "greece greek greeks",
  "denmark danish danes",
  "switzerland swiss",
  "germany german germans",
  "turkey turkish turks",
  "norway norwegian",
  "sweden swedish swedes",
  "cyprus cypriot",
  "iraq iraqi iraqis",
  "philippines filipino filipinos",
  "europe european europeans",
].map((list) => new Set(list.split(" ").map((name) => name.replaceAll("_", " "))));

/** The people, not the land, in `LANDS`. */
const PEOPLE: ReadonlySet<string> = new Set(
  "british briton britons american americans dutch french spanish polish poles irish welsh english greek greeks danish danes swiss german germans turkish turks norwegian swedish swedes cypriot iraqi iraqis filipino filipinos european europeans".split(
    " ",
  ),
);

/** A word for people by their land: it says of what kind somebody is, and not who. */
export const isOfPeople = (name: string): boolean =>
  fold(name)
    .split(" ")
    .every((word) => PEOPLE.has(word) || isOfAnyLand(word));

/** Two spellings, short forms, cases or nationalities of one name: a reader takes them for the same. */
export function isSameName(a: string, b: string): boolean {
  if (squeezed(a) === squeezed(b)) return true;
  const [one, other] = [fold(a), fold(b)];
  if (LANDS.some((names) => names.has(one) && names.has(other))) return true;
  if (isInitialsOf(a, b) || isInitialsOf(b, a) || isGlued(a, b) || isGlued(b, a)) return true;
  const [words, others] = [one.split(" "), other.split(" ")];
  if (words.length !== others.length) return false;
  if (words.length === 1) return isFormOfWord(one, other);
  // One word alone may be the beginning of another name.
  const isKnown = words.some((word, k) => word === others[k]);
  return words.every(
    (word, k) =>
      word === others[k] ||
      isOfLand(word, others[k]!) ||
      (k === words.length - 1 && singular(word) === singular(others[k]!)) ||
      (isKnown && isAbbreviated(word, others[k]!)),
  );
}

/** Every word of the one is in the other: "Venn" and "Carla Venn". */
export function isWithin(short: string, long: string): boolean {
  const words = fold(long).split(" ");
  return fold(short)
    .split(" ")
    .every((word) => words.some((each) => isFormOfWord(word, each) || isAbbreviated(word, each)));
}

const isFormOfWord = (a: string, b: string): boolean => a === b || singular(a) === singular(b) || isOfLand(a, b);

const isAbbreviated = (a: string, b: string): boolean => isShortFor(a, b) || isShortFor(b, a);

const singular = (word: string): string => word.replace(/s$/, "");

/** Letters of a word written short: "Utd", "Sr", "S" of "S Africa". */
const MOST_SHORT = 4;

/** Cut off, or the letters of the short word follow each other in the long one from its first to its last. */
function isShortFor(short: string, long: string): boolean {
  if (short.length > MOST_SHORT || long.length < short.length + 2 || short[0] !== long[0]) return false;
  if (long.startsWith(short)) return true;
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** "EU" stands for "European Union", "RB Salzburg" for "Red Bull Salzburg". */
function isInitialsOf(short: string, long: string): boolean {
  const [first = "", ...rest] = short.trim().split(/\s+/);
  const words = long.trim().split(/\s+/);
  if (squeezed(first).length < 2 || words.length < rest.length + 2) return false;
  if (rest.length > 0 && fold(rest.join(" ")) !== fold(words.slice(-rest.length).join(" "))) return false;
  return squeezed(first).toUpperCase() === initialsOf(words.slice(0, words.length - rest.length).join(" "));
}

const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("");

/** A space went missing: "AdministrationThis". */
const isGlued = (long: string, short: string): boolean =>
  long.length > short.length && long.startsWith(short) && /^\p{Lu}\p{Ll}/u.test(long.slice(short.length));
