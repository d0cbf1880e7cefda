import type { ClaimWords } from "./claims/claim-words.ts";
import type { ReadText } from "./read-text.ts";
import { type Entry, entryAt } from "./rules/lexicon.ts";

/** Who says so: a verb of saying with its speaker, or a phrase like "according to" with the source. Tokens from `at` to before `end`. */
export interface Attribution {
  readonly at: number;
  readonly end: number;
  /** Verbs that only say that somebody spoke are all one. */
  readonly verb: string;
  /** Tokens of the source. */
  readonly who: readonly number[];
  /** The source is named after what it says. */
  readonly trails: boolean;
}

/** Words read beside the verb for its source: "a person familiar with the inquiry said". */
const MAX_WORDS = 8;
/** Words after "according to", and after a verb that goes before its speaker. */
const MAX_AFTER = 6;
/** Words of a source after a dash or before a colon in a headline. */
const MAX_TAG = 5;
export const SAYING = "say";

/** The attributions among the tokens from `first` to before `end`, in order; `headline` reads "- reports" and "Venn: “...”" too. */
export function attributionsBetween(
  read: ReadText,
  first: number,
  end: number,
  claims: ClaimWords,
  headline: boolean,
): Attribution[] {
  const found: Attribution[] = [];
  if (claims.says.size === 0) return found;
  let free = first;
  for (let at = first; at < end; at += 1) {
    const one =
      phraseAt(read, at, end, claims) ??
      verbAt(read, free, at, end, claims) ??
      (headline ? tagAt(read, first, at, end, claims) : null);
    if (!one) continue;
    found.push(one);
    at = Math.max(at, one.end - 1);
    free = one.end;
  }
  return found;
}

function phraseAt(read: ReadText, at: number, end: number, claims: ClaimWords): Attribution | null {
  const before = entryAt(claims.sourceBefore, read.words, at);
  if (before) {
    const from = at + before.words.length;
    const to = sourceEnd(read, from, end, claims);
    return to > from ? { at, end: to, verb: SAYING, who: range(from, to), trails: true } : null;
  }
  const after = entryAt(claims.sourceAfter, read.words, at);
  if (!after) return null;
  const from = clauseStart(read, at - MAX_AFTER, at, claims);
  return from < at
    ? { at: from, end: at + after.words.length, verb: SAYING, who: range(from, at), trails: true }
    : null;
}

function verbAt(read: ReadText, free: number, at: number, end: number, claims: ClaimWords): Attribution | null {
  const { words } = read;
  const plain = entryAt(claims.says, words, at);
  const entry = plain ?? entryAt(claims.saysThat, words, at) ?? entryAt(claims.tells, words, at);
  if (!entry || claims.notSaying.has(words[at - 1] ?? "")) return null;
  const verb = verbOf(entry, plain !== undefined || entryAt(claims.saysThat, words, at) !== undefined);
  const after = at + entry.words.length;
  const start = clauseStart(read, Math.max(free, at - MAX_WORDS), at, claims);
  const closes = after >= end || (read.tokens[after]!.kind === "mark" && !isOpening(read, after));
  let verbs = at;
  while (verbs > start && claims.finite.has(words[verbs - 1]!)) verbs -= 1;
  const opens = start === verbs;
  if (opens) {
    const to = sourceEnd(read, after, end, claims);
    // "..., says Venn": something was said before it.
    if (at === free || to === after || (to < end && read.tokens[to]!.kind !== "mark")) return null;
    if (!/^\p{Lu}/u.test(read.tokens[after]!.key) && !hasSource(read, after, to, claims)) return null;
    return { at, end: to, verb, who: range(after, to), trails: true };
  }
  const trails = (closes || (after + 1 < end && isStop(read, after + 1))) && start > free;
  if (!plain && !trails && !beginsClause(read, after, end, claims)) return null;
  if (plain && closes && !trails && !isColon(read, after)) return null;
  return { at: start, end: after, verb, who: range(start, at), trails };
}

const verbOf = (entry: Entry, isPlain: boolean): string => (isPlain ? SAYING : entry.key);

/** The sentence ends after one more word: "the mayor told reporters." */
const isStop = ({ tokens }: ReadText, at: number): boolean => /^[.!?…]/.test(tokens[at]!.key);

const QUOTE = /^["'“„«‘‚]$/;
const isOpening = ({ tokens }: ReadText, at: number): boolean => QUOTE.test(tokens[at]!.key) || tokens[at]!.key === ":";
const isColon = ({ tokens }: ReadText, at: number): boolean => /^[:."…]/.test(tokens[at]?.key ?? "");

/** What follows is said: "that", a quotation, or words with a verb of their own before the sentence ends. */
function beginsClause({ tokens, words }: ReadText, at: number, end: number, claims: ClaimWords): boolean {
  for (let k = at; k < end && k < at + 3; k += 1)
    if (claims.clauseMarks.has(words[k]!) || QUOTE.test(words[k]!) || words[k] === ":") return true;
  for (let k = at + 1; k < end && k < at + 9; k += 1) {
    if (claims.finite.has(words[k]!)) return true;
    if (tokens[k]!.kind === "mark" && !/^['"“”’‘-]$/.test(words[k]!)) return false;
  }
  return false;
}

/** "- reports" at the end of a headline, and "Venn: “...”" at its beginning. */
function tagAt(read: ReadText, first: number, at: number, end: number, claims: ClaimWords): Attribution | null {
  const { tokens, words, text } = read;
  if (words[at] === "-" || words[at] === "|") {
    const spaced = /\s/.test(text[tokens[at]!.start - 1] ?? "") && /\s/.test(text[tokens[at]!.end] ?? "");
    if (!spaced || at === first || end - at - 1 > MAX_TAG || end - at < 2) return null;
    return isSource(read, at + 1, end, claims)
      ? { at, end, verb: SAYING, who: range(at + 1, end), trails: true }
      : null;
  }
  if (words[at] === ":" && at > first && at - first <= MAX_TAG && at + 1 < end) {
    if (!QUOTE.test(words[at + 1]!) && !/^['"“„«‘‚]/.test(text.slice(tokens[at + 1]!.start - 1, tokens[at + 1]!.start)))
      return null;
    if (tokens.slice(first, at).some(({ kind }) => kind === "mark") || !isSource(read, first, at, claims)) return null;
    return { at: first, end: at + 1, verb: SAYING, who: range(first, at), trails: false };
  }
  return null;
}

const hasSource = ({ words }: ReadText, from: number, to: number, { sources }: ClaimWords): boolean =>
  range(from, to).some((at) => entryAt(sources, words, at) !== undefined);

/** Names, or one who is a source by office, without a verb. */
function isSource({ tokens, words }: ReadText, from: number, to: number, claims: ClaimWords): boolean {
  let named = 0;
  for (let k = from; k < to; k += 1) {
    if (claims.finite.has(words[k]!) || tokens[k]!.kind === "number" || /[?!:"]/.test(words[k]!)) return false;
    if (entryAt(claims.sources, words, k)) return true;
    if (/^\p{Lu}/u.test(tokens[k]!.key)) named += 1;
  }
  return named === to - from && named <= 3;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** First token of the clause that reaches `at`, no earlier than `least`; `at` itself where none begins within reach. */
function clauseStart({ tokens, words }: ReadText, least: number, at: number, { clauseMarks }: ClaimWords): number {
  // "She said" begins with its speaker, although "she" may begin a clause that is said.
  const begins = (k: number): boolean => clauseMarks.has(words[k]!) && (k + 1 < at || CONJUNCTION.test(words[k]!));
  let from = at;
  while (from > Math.max(0, least) && tokens[from - 1]!.kind !== "mark" && !begins(from - 1)) from -= 1;
  return from;
}

const CONJUNCTION = /^(?:that|if|whether|how|why|dass|ob|wie|que|si|che|se|dat|of)$/;

function sourceEnd({ tokens, words }: ReadText, from: number, end: number, claims: ClaimWords): number {
  // Where nouns have capitals, a source ends with its noun: "laut Polizei gegen Mittag".
  const nouns = claims.sourceAfter.size > 0;
  let to = from;
  while (to < end && to < from + MAX_AFTER && tokens[to]!.kind !== "mark" && !claims.clauseMarks.has(words[to]!)) {
    if (nouns && to > from && isUpper(tokens[to - 1]!.key) && !isUpper(tokens[to]!.key)) break;
    to += 1;
  }
  return to;
}

const isUpper = (word: string): boolean => /^\p{Lu}/u.test(word);
