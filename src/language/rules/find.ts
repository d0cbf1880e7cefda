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

/** Primary subtag of a BCP 47 tag. Without one the text tells, if it is of a language that has rules; else empty. */
export const languageOf = (tag: string | null | undefined, text: () => string): string =>
  (tag ? tag.toLowerCase().split(/[-_]/)[0] : guessLanguage(text(), GRAMMARS)) ?? "";

/** Rules for a language, as `languageOf` names it; one without lists has `NO_RULES`. */
export const rulesOf = (language: string): Rules => RULES.get(language) ?? NO_RULES;

/** Rules for a BCP 47 tag (only its primary subtag counts). Without one the text tells; a language without lists has `NO_RULES`. */
export const rulesFor = (tag: string | null | undefined, text: () => string): Rules => rulesOf(languageOf(tag, text));

/** The language whose rules these are; null for `NO_RULES`. */
export function languageWith(rules: Rules): string | null {
  for (const [language, own] of RULES) if (own === rules) return language;
  return null;
}
