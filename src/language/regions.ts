import { fold } from "./fold.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const byLanguage = new Map<string, ReadonlySet<string>>();

/** Names of countries and territories in a language (BCP 47 tag), folded; from the data that comes with the runtime, read when first asked. */
export function regionNames(language: string): ReadonlySet<string> {
  const known = byLanguage.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const found = new Set<string>();
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = names.of(first + second);
      if (name) found.add(fold(name));
    }
  byLanguage.set(language, found);
  return found;
}

/** "Korea" of "South Korea": the last words of names of lands in English. */
let lands: ReadonlySet<string> | null = null;
const landWords = (): ReadonlySet<string> => {
  lands ??= new Set([...regionNames("en")].map((name) => name.slice(name.lastIndexOf(" ") + 1)));
  return lands;
};

/** Endings that make a people or its tongue of a land, in English, and those that a land's name loses before them. */
const OF_LAND = /^(?:i?ans?|ns?|ese|ish|is?|ic)$/;
const LAND_ENDING = /(?:istan|ey|[aeiouy])$/;
/** Letters of a land's name that are left. */
const LEAST_ROOT = 4;

/** True where one of two folded words names a land and the other its people: "Canada" and "Canadian". */
export const isOfLand = (a: string, b: string): boolean => isPeopleOf(a, b) || isPeopleOf(b, a);

function isPeopleOf(people: string, land: string): boolean {
  if (people.length < LEAST_ROOT || people[0] !== land[0] || people[1] !== land[1] || !landWords().has(land))
    return false;
  const root = land.replace(LAND_ENDING, "");
  return [land, root].some(
    (each) => each.length >= LEAST_ROOT && people.startsWith(each) && OF_LAND.test(people.slice(each.length)),
  );
}

/** A word for the people or the tongue of any land, in English: folded "canadian". */
export function isOfAnyLand(word: string): boolean {
  for (const land of landWords()) if (land !== word && isPeopleOf(word, land)) return true;
  return false;
}
