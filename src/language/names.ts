import { OPENERS } from "#language/rules/find";
import { isMonth } from "./months.ts";
import { CLOSERS, TERMINALS } from "./terminals.ts";
import type { Token } from "./token.ts";

/** A run of tokens that is written like a name: index of the first and one past the last. */
export interface NameSpan {
  readonly first: number;
  readonly end: number;
}

/** First letter a capital, also after an elided article ("d'Emmanuel"). Scripts without case have no such words. */
const CAPITALISED = /^(?:\p{Ll}{1,2}')?\p{Lu}/u;
const HAS_CAPITAL = /\p{Lu}/u;
/** Little words inside names, in the languages that use capitals: "Ursula von der Leyen", "Ministry of Defence". */
const PARTICLES: ReadonlySet<string> = new Set(
  "de del della di du da dos das van von ten ter bin ibn al of af av".split(" "),
);
/** Articles belong to a name only after one of those words; by themselves they part two nouns ("Sprecher der Polizei"). */
const ARTICLES: ReadonlySet<string> = new Set("der den dem la le las los el the".split(" "));
/** Small words in a row within a name. */
const MAX_PARTICLES = 2;
/** Longer runs are headings and headlines in capitals, not names. */
const MAX_NAME = 7;
const SENTENCE_END = new RegExp(`[[${TERMINALS}]:]${CLOSERS}*\\s*["'“„«\\(\\[]*\\s*$`, "v");
/** After these a full stop ends no sentence: "St. Pölten", "J. Venn". */
const ABBREVIATED =
  /(?:^|[\s("'“„«])(?:\p{Lu}|St|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Sr|Sra|Mme|Mlle|MM?)\.\s*$/u;

/**
 * Names in a text: capitalised words in a row, little words between them. A word that opens a sentence belongs to a name
 * unless it is a common one. Texts that capitalise everything (headlines in title case) have none; a `strict` reader takes a short text
 * with many capitals for one of them too.
 */
export function nameSpans(text: string, tokens: readonly Token[], strict = true): NameSpan[] {
  if (!HAS_CAPITAL.test(text) || isTitleCase(text, tokens, strict ? MANY : ALL)) return [];
  const spans: NameSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!isCapitalised(tokens[at]!) || opens(text, tokens, at)) {
      at += 1;
      continue;
    }
    const end = nameEnd(text, tokens, at);
    if (end - at <= MAX_NAME) spans.push({ first: at, end });
    at = end;
  }
  return spans;
}

const isCapitalised = (token: Token): boolean =>
  token.kind === "word" && CAPITALISED.test(token.key) && !isMonth(token.key);

function nameEnd(text: string, tokens: readonly Token[], first: number): number {
  let end = first + 1;
  for (let at = end; at < tokens.length && at - end <= MAX_PARTICLES && adjoins(text, tokens, at); at += 1) {
    // What somebody owns is not part of the name.
    if (tokens[at - 1]!.key.endsWith("'s")) break;
    if (isCapitalised(tokens[at]!)) end = at + 1;
    else if (!isParticle(tokens, at) && !isInitialStop(text, tokens, at)) break;
  }
  return end;
}

const isParticle = (tokens: readonly Token[], at: number): boolean =>
  PARTICLES.has(tokens[at]!.key) || (ARTICLES.has(tokens[at]!.key) && PARTICLES.has(tokens[at - 1]!.key));

/** The full stop of "J. Venn" or "St. Gallen". */
const isInitialStop = (text: string, tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.key === "." && ABBREVIATED.test(text.slice(Math.max(0, tokens[at]!.end - 8), tokens[at]!.end));

function adjoins(text: string, tokens: readonly Token[], at: number): boolean {
  const gap = text.slice(tokens[at - 1]!.end, tokens[at]!.start);
  return gap === "" || (gap.length === 1 && gap !== "\n");
}

/** A common word in capitals only because it opens its sentence. */
function opens(text: string, tokens: readonly Token[], at: number): boolean {
  return OPENERS.has(tokens[at]!.key.toLowerCase()) && startsSentence(text, tokens, at);
}

/** True for the first word of a sentence or quotation, where a capital says nothing. */
export function startsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const before = text.slice(Math.max(0, tokens[at]!.start - 12), tokens[at]!.start);
  if (at === 0 || before.includes("\n") || /["“„«]\s?$/u.test(before)) return true;
  return SENTENCE_END.test(before) && !ABBREVIATED.test(before);
}

/** Share of words of so many letters that have a capital in a text that is all names, and in one that is a heading in title case. */
const MANY = { least: 3, share: 0.6 };
const ALL = { least: 4, share: 0.85 };

/** No full stop at the end and many (nearly all) of the longer words with a capital. */
function isTitleCase(text: string, tokens: readonly Token[], { least, share }: typeof MANY): boolean {
  if (/[.!?…]["'”’»)\]]*\s*$/u.test(text.slice(-8))) return false;
  const long = tokens.filter((token) => token.kind === "word" && token.key.length >= least);
  return long.length >= 3 && long.filter((token) => CAPITALISED.test(token.key)).length > share * long.length;
}
