import type { LanguageRules } from "./language-rules.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";

/** The rules of a language, ready for look-up. */
export interface Rules {
  readonly grammar: ReadonlySet<string>;
  readonly hedges: Lexicon;
  readonly pronouns: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  readonly approximate: Lexicon;
  readonly negations: Lexicon;
  readonly notNegations: Lexicon;
  readonly negatedEnding: string | null;
  readonly negatedBeginning: string | null;
  readonly saying: Lexicon;
  readonly speech: Lexicon;
  readonly sourceAfter: Lexicon;
  readonly loaded: Lexicon;
  readonly titles: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly relativeDays: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly articles: ReadonlySet<string>;
  readonly compass: ReadonlyMap<string, string>;
  readonly and: string;
  readonly ranges: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  readonly amounts: Lexicon;
  readonly vague: Lexicon;
  /** Keys are signs: ">=". */
  readonly relations: Lexicon;
  /** Words of all that figures and times are made of: an edit without any of them touches neither. */
  readonly ofFigures: ReadonlySet<string>;
  /** Units of measure and of time. */
  readonly measures: Lexicon;
  readonly spans: Lexicon;
  readonly times: Lexicon;
  readonly partsOfYear: Lexicon;
  readonly agoBefore: Lexicon;
  readonly agoAfter: Lexicon;
  readonly clockAfter: Lexicon;
  readonly per: Lexicon;
  readonly units: Lexicon;
  /** The sign for each of the units. */
  readonly signs: ReadonlyMap<string, string>;
  readonly nounsCapitalised: boolean;
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: ReadonlyMap<string, never> = new Map<string, never>();

/** Measures that are written alike in most languages. */
const MEASURES =
  "km m_² m² km² cm mm nm kg mg t ha hl kw mw gw kwh mwh gwh mb gb tb kb mph km/h db hz khz mhz ghz min sec";
const SYMBOLS: Lexicon = lexiconOf(MEASURES);

/** For a language that we have no lists for: what needs none still works. */
export const NO_RULES: Rules = {
  grammar: NONE,
  hedges: EMPTY,
  pronouns: NONE,
  clauses: NONE,
  approximate: EMPTY,
  negations: EMPTY,
  notNegations: EMPTY,
  negatedEnding: null,
  negatedBeginning: null,
  saying: EMPTY,
  speech: EMPTY,
  sourceAfter: EMPTY,
  loaded: EMPTY,
  titles: NONE,
  weekdays: NONE,
  relativeDays: NONE,
  numbers: EMPTY,
  ordinals: EMPTY,
  articles: NONE,
  compass: EMPTY,
  and: "&",
  ranges: NONE,
  scales: EMPTY,
  amounts: EMPTY,
  vague: EMPTY,
  relations: EMPTY,
  ofFigures: NONE,
  measures: SYMBOLS,
  spans: EMPTY,
  times: EMPTY,
  partsOfYear: EMPTY,
  agoBefore: EMPTY,
  agoAfter: EMPTY,
  clockAfter: EMPTY,
  per: EMPTY,
  units: EMPTY,
  signs: EMPTY,
  nounsCapitalised: false,
};

export function compile(rules: LanguageRules): Rules {
  const units = pairsOf(rules.units);
  return {
    grammar: setOf(rules.grammar),
    hedges: lexiconOf(rules.hedges),
    pronouns: setOf(rules.pronouns),
    clauses: setOf(rules.clauses),
    approximate: lexiconOf(rules.approximate),
    negations: lexiconOf(rules.negations),
    notNegations: lexiconOf(rules.notNegations),
    negatedEnding: rules.negatedEnding,
    negatedBeginning: rules.negatedBeginning,
    saying: lexiconOf(rules.saying),
    speech: lexiconOf(rules.speech),
    sourceAfter: lexiconOf(rules.sourceAfter),
    loaded: lexiconOf(rules.loaded),
    titles: setOf(rules.titles),
    weekdays: setOf(rules.weekdays),
    relativeDays: setOf(rules.relativeDays),
    numbers: new Map(rules.numbers.split(" ").map((word, k) => [word, k <= 20 ? k : 10 * (k - 18)])),
    ordinals: new Map(
      rules.ordinals.split(" ").flatMap((forms, k) => forms.split("/").map((form) => [form, k + 1] as const)),
    ),
    articles: setOf(rules.articles),
    compass: rules.compass === "" ? EMPTY : new Map(pairsOf(rules.compass)),
    and: rules.and,
    ranges: setOf(rules.ranges),
    scales: new Map(pairsOf(rules.scales).map(([word, factor]) => [word, Number(factor)])),
    amounts: lexiconOf(rules.amounts),
    vague: lexiconOf(rules.vague),
    relations: signedOf(rules.relations),
    ofFigures: wordsOfFigures(rules),
    measures: lexiconOf(`${rules.spans} ${rules.measures} ${MEASURES}`),
    spans: lexiconOf(rules.spans),
    times: lexiconOf(rules.times),
    partsOfYear: lexiconOf(rules.partsOfYear),
    agoBefore: listOf(rules.agoBefore),
    agoAfter: listOf(rules.agoAfter),
    clockAfter: listOf(rules.clockAfter),
    per: lexiconOf(rules.per),
    units: lexiconOf(units.map(([words]) => words).join(" ")),
    signs: new Map(units),
    nounsCapitalised: rules.nounsCapitalised,
  };
}

/** Terms whose key is the sign after the colon: "at_least/no_fewer_than:>=". */
const signedOf = (list: string): Lexicon => {
  const signed = pairsOf(list).map(([terms, sign]) => `${sign}/${terms}`);
  return lexiconOf(signed.join(" "));
};

/** Words of grammar count only where they are a term by themselves, or part of a bound ("more than"). */
function wordsOfFigures(rules: LanguageRules): ReadonlySet<string> {
  const grammar = setOf(rules.grammar);
  const terms = [
    ...[rules.numbers, rules.ordinals, rules.amounts, rules.vague, rules.spans, rules.measures, rules.per],
    ...[rules.weekdays, rules.relativeDays, rules.times, rules.partsOfYear, rules.agoBefore, rules.agoAfter],
    ...pairsOf(`${rules.scales} ${rules.units}`).map(([words]) => words),
  ].flatMap((list) => list.split(/[ /]/));
  const bounds = pairsOf(rules.relations).flatMap(([words]) => words.split(/[/_]/));
  const own = terms.flatMap((term) => {
    const words = term.split("_");
    return words.length === 1 ? words : words.filter((word) => !grammar.has(word));
  });
  return new Set([...own, ...bounds]);
}

/** A list that a language may have nothing in. */
const listOf = (list: string): Lexicon => (list === "" ? EMPTY : lexiconOf(list));

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** "million:1e6 billion:1e9" */
const pairsOf = (list: string): (readonly [string, string])[] =>
  list.split(" ").map((pair) => [pair.slice(0, pair.lastIndexOf(":")), pair.slice(pair.lastIndexOf(":") + 1)]);
