import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import type { LanguageRules } from "./language-rules.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { SPANISH } from "./spanish.ts";

/** The rules of a language, ready for look-up. */
export interface Rules {
  readonly grammar: ReadonlySet<string>;
  readonly hedges: Lexicon;
  readonly approximate: Lexicon;
  readonly negations: Lexicon;
  readonly negatedEnding: string | null;
  readonly speech: Lexicon;
  readonly sourceAfter: Lexicon;
  readonly loaded: Lexicon;
  readonly titles: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly nounsCapitalised: boolean;
}

const EMPTY: Lexicon = new Map();

/** For a language that we have no lists for: what needs none still works. */
const NO_RULES: Rules = {
  grammar: new Set(),
  hedges: EMPTY,
  approximate: EMPTY,
  negations: EMPTY,
  negatedEnding: null,
  speech: EMPTY,
  sourceAfter: EMPTY,
  loaded: EMPTY,
  titles: new Set(),
  weekdays: new Set(),
  numbers: new Map(),
  nounsCapitalised: false,
};

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

/** Words read to tell the language of a text that states none, and the share of them that has to be its grammar. */
const GUESS_WORDS = 400;
const GUESS_SHARE = 0.2;

/**
 * Rules for a BCP 47 tag (only its primary subtag counts). Without one the text tells: the language whose grammar words make
 * up most of it, if they are enough.
 */
export function rulesFor(language: string | null | undefined, text: () => string): Rules {
  if (language) return RULES.get(language.toLowerCase().split(/[-_]/)[0]!) ?? NO_RULES;
  const words = (
    text()
      .slice(0, 8 * GUESS_WORDS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(0, GUESS_WORDS);
  let best = NO_RULES;
  let most = GUESS_SHARE * words.length;
  for (const rules of RULES.values()) {
    const known = words.filter((word) => rules.grammar.has(word)).length;
    if (known > most) {
      best = rules;
      most = known;
    }
  }
  return best;
}

function compile(rules: LanguageRules): Rules {
  return {
    grammar: new Set(rules.grammar.split(" ")),
    hedges: lexiconOf(rules.hedges),
    approximate: lexiconOf(rules.approximate),
    negations: lexiconOf(rules.negations),
    negatedEnding: rules.negatedEnding,
    speech: lexiconOf(rules.speech),
    sourceAfter: lexiconOf(rules.sourceAfter),
    loaded: lexiconOf(rules.loaded),
    titles: new Set(rules.titles.split(" ")),
    weekdays: new Set(rules.weekdays.split(" ")),
    numbers: new Map(rules.numbers.split(" ").map((word, k) => [word, k <= 20 ? k : 10 * (k - 18)])),
    nounsCapitalised: rules.nounsCapitalised,
  };
}
