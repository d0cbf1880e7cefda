import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** A time phrase: "last year", "every day", "three weeks ago", "early 2027", "for years". */
export interface TimePhrase extends Term {
  /** Tokens it has, and the one it begins with. */
  readonly first: number;
  readonly length: number;
}

/** Words between "since" or "ago" and its unit of time: "three", "a few". */
const MOST_BETWEEN = 2;

/** The time phrases of one read, in order. Days, dates and hours are found by `daysIn`. */
export function timesIn(read: ReadText, rules: Rules): TimePhrase[] {
  const found: TimePhrase[] = [];
  if (rules.times.size === 0) return found;
  for (let at = 0; at < read.tokens.length; at += 1) {
    const phrase =
      agoBefore(read, rules, at) ?? agoAfter(read, rules, at) ?? listed(read, rules, at) ?? bare(read, rules, at);
    if (!phrase) continue;
    const { key, first, length } = phrase;
    const before = found.at(-1);
    if (before && first < before.first + before.length) continue;
    found.push({ key, first, length, start: read.tokens[first]!.start, end: read.tokens[first + length - 1]!.end });
    at = first + length - 1;
  }
  return found;
}

interface Phrase {
  readonly key: string;
  readonly first: number;
  readonly length: number;
}

function listed({ words, tokens }: ReadText, rules: Rules, at: number): Phrase | null {
  const entry = entryAt(rules.times, words, at);
  if (entry) return { key: entry.key, first: at, length: entry.words.length };
  return tokens[at]!.kind === "number" && DECADE.test(words[at]!)
    ? { key: words[at]!.replace(/\D+$/u, "s").slice(-3), first: at, length: 1 }
    : null;
}

const DECADE = /^\p{Nd}{2,4}(?:s|er)$/u;

/** "hace tres semanas", "vor einem Jahr", "seit Jahren" */
function agoBefore({ words, tokens }: ReadText, rules: Rules, at: number): Phrase | null {
  const entry = entryAt(rules.agoBefore, words, at);
  if (!entry) return null;
  const from = at + entry.words.length;
  for (let unit = from; unit <= from + MOST_BETWEEN && unit < tokens.length; unit += 1) {
    const span = entryAt(rules.spans, words, unit);
    if (span)
      return {
        key: `ago ${numbered(words.slice(from, unit), rules)} ${span.key}`,
        first: at,
        length: unit - at + span.words.length,
      };
    if (tokens[unit]!.kind === "mark") return null;
  }
  return null;
}

/** "three weeks ago", "a year earlier", found by its unit of time. */
function agoAfter({ words, tokens }: ReadText, rules: Rules, unit: number): Phrase | null {
  const span = entryAt(rules.spans, words, unit);
  if (!span) return null;
  const past = unit + span.words.length;
  const after = entryAt(rules.agoAfter, words, past);
  if (!after) return null;
  for (let first = Math.max(0, unit - MOST_BETWEEN); first < unit; first += 1) {
    if (tokens[first]!.kind !== "number" && !isCount(words[first]!, rules)) continue;
    const key = `${after.key} ${numbered(words.slice(first, unit), rules)} ${span.key}`;
    return { key, first, length: past - first + after.words.length };
  }
  return null;
}

const isCount = (word: string, { numbers, articles, vague }: Rules): boolean =>
  numbers.has(word) || articles.has(word) || vague.has(word);

/** "days after", "for years": a unit of time in the plural with no number before it. */
function bare({ words, tokens }: ReadText, rules: Rules, at: number): Phrase | null {
  const span = entryAt(rules.spans, words, at);
  if (!span || span.words.length > 1 || span.key === words[at]) return null;
  const before = words[at - 1] ?? "";
  if (
    tokens[at - 1]?.kind === "number" ||
    isCount(before, rules) ||
    rules.ordinals.has(before) ||
    rules.scales.has(before)
  )
    return null;
  return { key: words[at]!, first: at, length: 1 };
}

const numbered = (words: readonly string[], rules: Rules): string =>
  words.map((word) => String(rules.numbers.get(word) ?? (rules.articles.has(word) ? 1 : word))).join(" ");
