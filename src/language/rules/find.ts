import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { guessLanguage } from "./guess.ts";
import { compile, NO_RULES, type Rules } from "./rules.ts";
import { SPANISH } from "./spanish.ts";

const RULES: ReadonlyMap<string, Rules> = new Map([
  ["en", compile(ENGLISH)],
  ["de", compile(GERMAN)],
  ["fr", compile(FRENCH)],
  ["es", compile(SPANISH)],
]);

/** Words that open a sentence in any of the languages without being a name. */
export const OPENERS: ReadonlySet<string> = new Set([...RULES.values()].flatMap((rules) => [...rules.grammar]));

/** Forms of address and offices of all of them. */
export const TITLES: ReadonlySet<string> = new Set([...RULES.values()].flatMap((rules) => [...rules.titles]));

const GRAMMARS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...RULES].map(([language, { grammar }]) => [language, grammar]),
);

/** Rules for a BCP 47 tag (only its primary subtag counts). Without one the text tells; a language without lists has `NO_RULES`. */
export function rulesFor(language: string | null | undefined, text: () => string): Rules {
  const known = language ? language.toLowerCase().split(/[-_]/)[0]! : guessLanguage(text(), GRAMMARS);
  return RULES.get(known ?? "") ?? NO_RULES;
}

/** The language whose rules these are; null for a language without. */
export function languageOf(rules: Rules): string | null {
  for (const [language, own] of RULES) if (own === rules) return language;
  return null;
}
