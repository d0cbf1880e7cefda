import type { NumberTerm } from "./numerals.ts";
import { numbersIn } from "./numerals.ts";
import type { ReadText } from "./read-text.ts";
import { type Entry, entryAt, type Lexicon } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** A figure with all that belongs to it: sign, relation, scale, unit, what it is given for. Or a word for how many. */
export interface Figure extends Term {
  /** Null where it is no single value: "10–15", "dozens". */
  readonly value: number | null;
  /** Where the number itself begins, after its relation and sign. */
  readonly at: number;
  /** Of the number alone: value and sign of its unit; words for how many have their own. */
  readonly amount: string;
  readonly unit: string;
  /** ">", "<", ">=", "<=", "~"; empty where none is given. */
  readonly relation: string;
  /** What it is measured in: "hour", "km"; empty for what is only counted. */
  readonly measure: string;
  /** For what it is given: "day" of "per day"; empty where none is given. */
  readonly per: string;
  /** `vague` words ("many", "no") say something only where another amount takes their place. */
  readonly kind: "number" | "amount" | "vague";
}

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ["<", "<"],
  [">", ">"],
  ["≤", "<="],
  ["≥", ">="],
  ["~", "~"],
  ["≈", "~"],
  ["±", "±"],
]);

/** The figures of one read, in order; days and times are none. */
export function figuresIn(read: ReadText, rules: Rules): Figure[] {
  const numbers = numbersIn(read, rules);
  const starts = new Map(read.tokens.map((token, at) => [token.start, at]));
  const ends = new Map(read.tokens.map((token, at) => [token.end, at]));
  const found: Figure[] = [];
  let next = 0;
  for (let at = 0; at < read.tokens.length; at += 1) {
    const token = read.tokens[at]!;
    while (next < numbers.length && numbers[next]!.end <= token.start) next += 1;
    const number = numbers[next];
    if (number && number.start < token.end) {
      if (number.end > token.end && ends.get(number.end) === undefined) continue;
      found.push(whole(read, rules, number, starts.get(number.start) ?? at, (ends.get(number.end) ?? at) + 1));
      next += 1;
      at = ends.get(number.end) ?? at;
      continue;
    }
    const word = wordAt(read, rules, at);
    if (!word) continue;
    found.push(word);
    at += (ends.get(word.end) ?? at) - at;
  }
  return found;
}

function wordAt(read: ReadText, rules: Rules, at: number): Figure | null {
  const kinds = [
    ["amount", rules.amounts],
    ["vague", rules.vague],
  ] as const;
  for (const [kind, lexicon] of kinds) {
    const entry = entryAt(lexicon, read.words, at);
    if (!entry) continue;
    const [start, end] = [read.tokens[at]!.start, read.tokens[at + entry.words.length - 1]!.end];
    return {
      start,
      end,
      key: entry.key,
      at: start,
      value: null,
      amount: entry.key,
      unit: "",
      relation: "",
      measure: "",
      per: "",
      kind,
    };
  }
  return null;
}

/** The number from token `first` to `past` with what is written before and after it. */
function whole(read: ReadText, rules: Rules, number: NumberTerm, first: number, past: number): Figure {
  const { tokens, words } = read;
  let end = number.end;
  let at = past;
  const letters = LETTERS.test(number.unit) ? number.unit : number.glued;
  let measure = letters === "" ? "" : (keyOf(rules.measures, [letters.toLowerCase()], 0) ?? number.unit);
  if (measure === "") {
    const entry = measureAt(read, rules, at);
    if (entry) {
      measure = entry.key;
      at += entry.words.length;
      end = tokens[at - 1]!.end;
    }
  }
  const per = entryAt(rules.per, words, at);
  if (per) end = tokens[at + per.words.length - 1]!.end;
  const amount = LETTERS.test(number.unit) ? number.key.slice(number.unit.length) : number.key;
  const before = number.unit === "#" ? null : relationBefore(read, rules, first, rules.spans.has(measure));
  const isPlus = before === null && PLUS.test(read.text.slice(number.end, number.end + 2));
  const parts = { relation: before?.relation ?? (isPlus ? OPEN : ""), amount, measure, per: per?.key ?? "" };
  const key = Object.values(parts).join("|");
  return {
    ...parts,
    start: before?.start ?? number.start,
    end,
    key,
    value: number.value,
    at: number.start + (number.value !== null && number.value < 0 ? 1 : 0),
    unit: LETTERS.test(number.unit) ? "" : number.unit,
    kind: isVague(read, number, measure) ? "vague" : "number",
  };
}

/** "5,000+" */
const PLUS = /^\+(?!\p{N})/u;
/** At least, or more than. */
const OPEN = ">+";

/** "First-round" names a thing more often than it counts one; "one", "first" and "zero" in words point more often than they count. */
function isVague({ text }: ReadText, { value, unit, glued, start, end }: NumberTerm, measure: string): boolean {
  if (unit === "#" && glued !== "") return true;
  return (
    value !== null &&
    value <= 1 &&
    measure === "" &&
    !/\p{N}/u.test(text.slice(start, end)) &&
    !SCALED.test(text.slice(start, end))
  );
}

/** "one million", "one percent" */
const SCALED = /\s/;

/** "km" in "12km" is a measure, "€" and "%" are part of the amount. */
const LETTERS = /^\p{L}+$/u;
const DEGREE = "°";

/** "km", "hours", "°C"; a measure of the language or one that all write alike. */
function measureAt({ tokens, words }: ReadText, rules: Rules, at: number): Entry | null {
  if (words[at] === DEGREE && tokens[at + 1]?.start === tokens[at]!.end)
    return { words: [DEGREE, words[at + 1]!], key: `${DEGREE}${words[at + 1]!}` };
  return entryAt(rules.measures, words, at) ?? null;
}

const keyOf = (lexicon: Lexicon, words: readonly string[], at: number): string | undefined =>
  entryAt(lexicon, words, at)?.key;

/** Longest phrase of a relation, in words: "no fewer than". */
const LONGEST = 4;

function relationBefore(
  { tokens, words }: ReadText,
  rules: Rules,
  first: number,
  ofTime: boolean,
): { relation: string; start: number } | null {
  const sign = RELATIONS.get(words[first - 1] ?? "");
  if (sign !== undefined) return { relation: sign, start: tokens[first - 1]!.start };
  for (let length = Math.min(LONGEST, first); length > 0; length -= 1) {
    const at = first - length;
    const entry = entryAt(rules.relations, words, at);
    // "Over 5 years" is a span of time.
    if (entry?.words.length === length && !(ofTime && length === 1 && entry.key !== ABOUT && entry.key.length === 1))
      return { relation: entry.key, start: tokens[at]!.start };
  }
  return null;
}

/** One amount with one bound, however it is written; what only one of both gives besides is no difference. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  if (a.amount !== b.amount && !isSameValue(a, b)) return false;
  if (!isSameBound(a.relation, b.relation)) return false;
  const differs = (x: string, y: string) => x !== "" && y !== "" && x !== y;
  return !differs(a.measure, b.measure) && !differs(a.per, b.per);
}

/** "About" is left out at will, and "~" says the same. */
const isSameBound = (a: string, b: string): boolean =>
  a === b ||
  (a === OPEN && b.startsWith(">")) ||
  (b === OPEN && a.startsWith(">")) ||
  (a === ABOUT && (b === "" || b === "~")) ||
  (b === ABOUT && (a === "" || a === "~"));

const ABOUT = "≈";

/** "5 dollars" and "5" are one number where only one of them says what it counts; "3,4,5" may have been parted into "3, 4, 5". */
function isSameValue(a: Figure, b: Figure): boolean {
  if (a.value !== null && b.value !== null) return a.value === b.value && (a.unit === "" || b.unit === "");
  return a.amount.split("-").includes(b.amount) || b.amount.split("-").includes(a.amount);
}
