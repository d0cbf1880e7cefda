import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** Who says so: a verb of speech with its speaker, or a phrase like "according to" with the source. */
export interface Attribution extends Term {
  /** Verbs that only say that somebody spoke are all one. */
  readonly verb: string;
  /** Words of the source that mean something; empty where the text leaves open who it is. */
  readonly who: readonly string[];
  /** Offsets of the verb or phrase itself. */
  readonly verbStart: number;
  readonly verbEnd: number;
}

/** Words read beside the verb for its source: "a person familiar with the inquiry said". */
const MAX_WORDS = 7;
/** Words after "according to", and after a verb that goes before its speaker. */
const MAX_AFTER = 4;
const SAYING = "say";

/** The attributions of one read, in order. */
export function attributionsIn(read: ReadText, rules: Rules): Attribution[] {
  const found: Attribution[] = [];
  if (rules.speech.size === 0) return found;
  let free = 0;
  for (let at = 0; at < read.tokens.length; at += 1) {
    const saying = entryAt(rules.saying, read.words, at);
    const entry = saying ?? entryAt(rules.speech, read.words, at);
    if (!entry) continue;
    const end = at + entry.words.length;
    const phrase = entryAt(rules.sourceAfter, read.words, at) !== undefined;
    const before = phrase ? at : sourceStart(read, rules, free, at);
    const after = phrase || before === at ? sourceEnd(read, rules, end) : end;
    const who = [...range(before, at), ...range(end, after)]
      .filter((k) => read.tokens[k]!.kind === "word")
      .map((k) => read.words[k]!)
      .filter((word) => !rules.grammar.has(word) && !rules.pronouns.has(word));
    const verb = saying ? SAYING : entry.key;
    const [first, last] = [read.tokens[before]!, read.tokens[after - 1]!];
    found.push({
      key: `${verb}: ${who.join(" ")}`,
      start: first.start,
      end: last.end,
      verb,
      who,
      verbStart: read.tokens[at]!.start,
      verbEnd: read.tokens[end - 1]!.end,
    });
    at = after - 1;
    free = after;
  }
  return found;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** First token of the speaker before a verb; the verb's own where no clause begins within reach, or it begins with the verb. */
function sourceStart({ tokens, words }: ReadText, { clauses }: Rules, free: number, verb: number): number {
  const least = Math.max(free, verb - MAX_WORDS);
  let first = verb;
  while (first > least && tokens[first - 1]!.kind !== "mark" && !clauses.has(words[first - 1]!)) first -= 1;
  const begins = first === free || tokens[first - 1]!.kind === "mark" || clauses.has(words[first - 1]!);
  return begins ? first : verb;
}

function sourceEnd({ tokens, words }: ReadText, { clauses }: Rules, from: number): number {
  let end = from;
  const most = Math.min(from + MAX_AFTER, tokens.length);
  while (end < most && tokens[end]!.kind !== "mark" && !clauses.has(words[end]!)) end += 1;
  return end;
}
