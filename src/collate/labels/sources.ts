import { entryAt } from "#language/rules/lexicon";
import type { Rules } from "#language/rules/rules";
import type { ReadSide } from "./read-place.ts";
import type { Term } from "./terms.ts";

/** Who says so: a verb of speech with its speaker, or a phrase like "according to" with the source. */
export interface SourceTerm extends Term {
  /** Verbs that only say that somebody spoke are all one. */
  readonly verb: string;
  /** Words of the source that mean something; empty where the text leaves open who it is. */
  readonly who: readonly string[];
  /** Where the verb or phrase itself stands. */
  readonly verbStart: number;
  readonly verbEnd: number;
}

/** Words read beside the verb for its source: "a person familiar with the inquiry said". */
const MAX_WORDS = 7;
/** Words after "according to", and after a verb that goes before its speaker. */
const MAX_AFTER = 4;
const SAYING = "say";

/** The attributions of one side, in order. */
export function sourcesIn(side: ReadSide, rules: Rules): SourceTerm[] {
  const found: SourceTerm[] = [];
  if (rules.speech.size === 0) return found;
  let free = 0;
  for (let at = 0; at < side.tokens.length; at += 1) {
    const saying = entryAt(rules.saying, side.words, at);
    const entry = saying ?? entryAt(rules.speech, side.words, at);
    if (!entry) continue;
    const end = at + entry.words.length;
    const phrase = entryAt(rules.sourceAfter, side.words, at) !== undefined;
    const before = phrase ? at : sourceStart(side, rules, free, at);
    const after = phrase || before === at ? sourceEnd(side, rules, end) : end;
    const who = [...range(before, at), ...range(end, after)]
      .filter((k) => side.tokens[k]!.kind === "word")
      .map((k) => side.words[k]!)
      .filter((word) => !rules.grammar.has(word) && !rules.pronouns.has(word));
    const verb = saying ? SAYING : entry.key;
    const [first, last] = [side.tokens[before]!, side.tokens[after - 1]!];
    found.push({
      key: `${verb}: ${who.join(" ")}`,
      start: first.start,
      end: last.end,
      verb,
      who,
      verbStart: side.tokens[at]!.start,
      verbEnd: side.tokens[end - 1]!.end,
    });
    at = after - 1;
    free = after;
  }
  return found;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** First token of the speaker before a verb; the verb's own where no clause begins within reach, or it begins with the verb. */
function sourceStart({ tokens, words }: ReadSide, { clauses }: Rules, free: number, verb: number): number {
  const least = Math.max(free, verb - MAX_WORDS);
  let first = verb;
  while (first > least && tokens[first - 1]!.kind !== "mark" && !clauses.has(words[first - 1]!)) first -= 1;
  const begins = first === free || tokens[first - 1]!.kind === "mark" || clauses.has(words[first - 1]!);
  return begins ? first : verb;
}

function sourceEnd({ tokens, words }: ReadSide, { clauses }: Rules, from: number): number {
  let end = from;
  const most = Math.min(from + MAX_AFTER, tokens.length);
  while (end < most && tokens[end]!.kind !== "mark" && !clauses.has(words[end]!)) end += 1;
  return end;
}
