import { type Entry, type Lexicon, lexiconOf } from "#language/rules/lexicon";
import type { ClaimLists } from "./claim-lists.ts";

/** The claim lists of a language, ready for look-up. */
export interface ClaimWords {
  readonly hedges: Lexicon;
  readonly notHedges: Lexicon;
  readonly plans: Lexicon;
  readonly infinitive: string;
  readonly denials: Lexicon;
  readonly notDenials: Lexicon;
  readonly deniedBeginning: string;
  readonly deniedEnding: string;
  readonly prefixes: readonly string[];
  readonly opposites: Opposites;
  readonly says: Lexicon;
  readonly saysThat: Lexicon;
  readonly tells: Lexicon;
  readonly sourceBefore: Lexicon;
  readonly sourceAfter: Lexicon;
  readonly clauseMarks: ReadonlySet<string>;
  readonly finite: ReadonlySet<string>;
  readonly notSaying: ReadonlySet<string>;
  readonly sources: Lexicon;
  readonly loaded: Lexicon;
  readonly loadedPairs: Opposites;
  readonly small: ReadonlySet<string>;
}

/** Terms of two sides by their first word; the key is the number of the pair. */
export interface Opposites {
  readonly one: Lexicon;
  readonly other: Lexicon;
}

export function compileClaims(marked: ClaimLists): ClaimWords {
  const endings = wordsIn(marked.endings).map((ending) => `|${ending}`);
  const full = Object.entries(marked).map(([name, list]: [string, string]) => [
    name,
    list.replaceAll("*", endings.join("")),
  ]);
  const lists = Object.fromEntries(full) as unknown as ClaimLists;
  return {
    hedges: lexicon(lists.hedges),
    notHedges: lexicon(lists.notHedges),
    plans: lexicon(lists.plans),
    infinitive: lists.infinitive,
    denials: lexicon(lists.denials),
    notDenials: lexicon(lists.notDenials),
    deniedBeginning: lists.deniedBeginning,
    deniedEnding: lists.deniedEnding,
    prefixes: wordsIn(lists.prefixes),
    opposites: opposites(lists.opposites),
    says: lexicon(lists.says),
    saysThat: lexicon(lists.saysThat),
    tells: lexicon(lists.tells),
    sourceBefore: lexicon(lists.sourceBefore),
    sourceAfter: lexicon(lists.sourceAfter),
    clauseMarks: new Set(wordsIn(lists.clauseMarks)),
    finite: new Set(wordsIn(lists.finite)),
    notSaying: new Set(wordsIn(lists.notSaying)),
    sources: lexicon(lists.sources),
    loaded: lexicon(lists.loaded),
    loadedPairs: opposites(lists.loadedPairs),
    small: new Set([
      ...wordsIn(lists.small),
      ...wordsIn(lists.denials).flatMap((entry) =>
        spelled(entry)
          .split("/")
          .filter((term) => !term.includes("_")),
      ),
    ]),
  };
}

const wordsIn = (list: string): string[] => list.split(/\s+/).filter((word) => word !== "");

const lexicon = (list: string): Lexicon =>
  list.trim() === "" ? new Map() : lexiconOf(wordsIn(list).map(spelled).join(" "));

/** "slam|s|med/slap" is "slam/slams/slammed/slap"; what follows the last ending belongs to all: "plan|s_to". */
const spelled = (entry: string): string =>
  entry
    .split("/")
    .flatMap((part) => {
      const [, stem, endings, tail = ""] = FORMS.exec(part)!;
      return ["", ...endings!.split("|").slice(1)].map((ending) => stem! + ending + tail);
    })
    .join("/");
const FORMS = /^([^|]+)((?:\|[^|_]+)*)(_[^|]+)?$/;

function opposites(list: string): Opposites {
  const sides = [new Map<string, Entry[]>(), new Map<string, Entry[]>()] as const;
  for (const [pair, both] of wordsIn(list).entries())
    for (const [side, forms] of both.split("~").entries())
      for (const term of spelled(forms).split("/")) {
        const words = term.split("_");
        const found = sides[side as 0 | 1].get(words[0]!);
        if (found) found.push({ words, key: String(pair) });
        else sides[side as 0 | 1].set(words[0]!, [{ words, key: String(pair) }]);
      }
  return { one: sides[0], other: sides[1] };
}
