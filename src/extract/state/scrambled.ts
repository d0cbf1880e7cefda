import type { RunBlock } from "#extract/body/clean";
import type { Box, Page } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import { boxesAround } from "./boxes-around.ts";
import { areShifted, areTurned, cosine } from "./letter-order.ts";
import type { Wall } from "./wall.ts";

/** Boxes that say what was done to their text. */
const SCRAMBLED_BOX =
  /scrambl|obfuscat|garbl|cipher|encrypt|encoded|jumbl|blur|locked|pay-?wall|premium-?(?:wall|content)|subscriber-?only|restricted|protected|gated/i;
const BLURRED = /filter\s*:\s*blur|text-shadow|user-select\s*:\s*none/i;

/** Characters of a paragraph, paragraphs, and other runs of the page that are looked at: a cipher shows in far fewer. */
const MAX_CHARS = 2_000;
const MAX_PARAGRAPHS = 60;
const MAX_RUNS = 1_000;
/** Words that a paragraph must have to be judged, and all of those that were judged. */
const MIN_WORDS = 8;
const MIN_WORDS_IN_ALL = 25;
/** Of the words of a paragraph in the page's language, such a share is on the rest of the page too: articles, prepositions, names. */
const SHARED_BESIDE_A_SIGN = 0.08;
const SHARED = 0.02;
/** Such a share of the words behind the first scrambled one is scrambled: a house puts lines of its own between paragraphs. */
const MOSTLY = 0.8;
/** ... and then so many paragraphs are. */
const MIN_AMONG_OTHERS = 3;
/** How like two texts use their letters: those of two languages of one script are above 0.85, those of a cipher and its text below 0.65. */
const ALIKE = 0.7;
/** Letters of the readable text from which they can be compared. */
const MIN_LETTERS = 80;
/** What closes a sentence stands at the beginning of a line only in a text that runs backwards. */
const BACKWARDS = /^["'”’»)\]]?[.!?。！？।؟,]["'”’»)\]]?\s?[\p{L}\p{N}"“«(]/u;

export interface ScrambledInput {
  readonly page: Page;
  readonly blocks: readonly RunBlock[];
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** The publisher says that the text is for payers. */
  readonly locked: boolean;
}

/**
 * Text that was made unreadable for those who do not pay: the letters of each word, or of each paragraph, were turned round or replaced
 * by others. Such paragraphs share no words with what is readable on the page; a second sign must come to that. Null when there are none.
 */
export function scrambledOf({ page, blocks, headline, standfirst, locked }: ScrambledInput): Wall | null {
  const prose = blocks
    .slice(0, MAX_RUNS)
    .filter(({ kind }) => kind !== "caption")
    .map(readParagraph)
    .filter(({ isBackwards, words }) => isBackwards || words.length >= MIN_WORDS)
    .slice(0, MAX_PARAGRAPHS);
  const titles = [headline ?? "", standfirst ?? "", page.facts.title].flatMap(wordsOf);
  if (isReadable(prose, titles)) return null;
  const known = new Set(titles);
  const inBody = new Set(blocks.map(({ run }) => run));
  for (const [index, run] of page.runs.slice(0, MAX_RUNS).entries())
    if (!inBody.has(index)) for (const word of wordsOf(run.text)) known.add(word);
  // The lead is what the others are compared with, unless it is scrambled itself.
  const first = prose.findIndex(
    (paragraph, at) =>
      (isForeign(paragraph, known) &&
        (at > 0 || standfirst !== null || paragraph.isBackwards || isMarked(page, paragraph.run))) ||
      add(known, paragraph),
  );
  const after = first < 0 ? [] : prose.slice(first);
  const rest = after.filter((paragraph) => isForeign(paragraph, known));
  if (!isMost(rest, after)) return null;
  const words = rest.flatMap((paragraph) => paragraph.words);
  const backwards = rest.filter(({ isBackwards }) => isBackwards).length * 2 > rest.length;
  if (words.length < MIN_WORDS_IN_ALL && !(backwards && rest.length > 1)) return null;
  if (!backwards && isWithoutAlphabet(words)) return null;
  const marked = locked || rest.every(({ run }) => isMarked(page, run));
  const plain = [headline ?? "", standfirst ?? "", ...prose.slice(0, first).map(({ text }) => text)].join(" ");
  if (!marked && !backwards && !(shareIn(new Set(words), known) < SHARED && isUnlike(plain, words))) return null;
  return { reason: { code: "text-scrambled" }, run: rest[0]!.run };
}

interface Paragraph {
  readonly run: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly different: ReadonlySet<string>;
  readonly isBackwards: boolean;
}

function readParagraph({ run, text }: RunBlock): Paragraph {
  const words = wordsOf(text);
  return { run, text, words, different: new Set(words), isBackwards: BACKWARDS.test(text) };
}

/** Are nearly all words behind the first scrambled paragraph scrambled? */
function isMost(rest: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  const count = (some: readonly Paragraph[]) => some.reduce((sum, { words }) => sum + words.length, 0);
  return rest.length >= (rest.length === after.length ? 1 : MIN_AMONG_OTHERS) && count(rest) >= count(after) * MOSTLY;
}

/**
 * Do the titles, and the paragraphs before the first doubtful one, already share so many words with the rest that it cannot be mostly
 * scrambled? More words to compare with only make fewer paragraphs doubtful. Most pages end here, before their other lines are read.
 */
function isReadable(prose: readonly Paragraph[], titles: readonly string[]): boolean {
  const known = new Set(titles);
  const first = prose.findIndex((paragraph) => isForeign(paragraph, known) || add(known, paragraph));
  if (first < 0) return true;
  const doubtful = prose.map((paragraph) => isForeign(paragraph, known));
  return prose.every(
    (_, from) =>
      from < first ||
      !doubtful[from] ||
      !isMost(
        prose.filter((_one, at) => at >= from && doubtful[at]),
        prose.slice(from),
      ),
  );
}

/** Always false, so that a search goes on. */
function add(known: Set<string>, { different }: Paragraph): boolean {
  for (const word of different) known.add(word);
  return false;
}

const isForeign = ({ isBackwards, different }: Paragraph, known: ReadonlySet<string>): boolean =>
  isBackwards || shareIn(different, known) < SHARED_BESIDE_A_SIGN;

/** Of three letters at least: shorter ones may be what they were when they are turned round. */
function wordsOf(text: string): readonly string[] {
  const start = text.slice(0, MAX_CHARS).toLowerCase();
  return start.match(ASCII.test(start) ? /[a-z]{3,}/g : /[\p{L}\p{M}]{3,}/gu) ?? [];
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether there is anything else.
const ASCII = /^[\u0000-\u007F]*$/;

function shareIn(words: ReadonlySet<string>, known: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  let shared = 0;
  for (const word of words) if (known.has(word)) shared++;
  return shared / words.size;
}

const isMarked = (page: Page, run: number): boolean =>
  boxesAround(page.boxes[page.runs[run]!.box]!).some(({ element }: Box) => {
    const name = `${attribute(element, "class")} ${attribute(element, "id")}`;
    return SCRAMBLED_BOX.test(name) || BLURRED.test(attribute(element, "style"));
  });

/** Scripts with thousands of letters, or without spaces between words: one part of a text says nothing of the words of another. */
const NO_ALPHABET =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;
const MOSTLY_SO = 0.3;

function isWithoutAlphabet(words: readonly string[]): boolean {
  const text = words.join("");
  return (text.match(NO_ALPHABET)?.length ?? 0) > text.length * MOSTLY_SO;
}

/** Other letters than those of the readable text, or words that are turned round. */
function isUnlike(plain: string, words: readonly string[]): boolean {
  const joined = words.join(" ");
  const alike = likeness(plain, joined);
  return alike < ALIKE || areShifted(lettersOf(plain), lettersOf(joined)) || areTurned(wordsOf(plain), words);
}

/** Cosine of the counts of letters; 1 where there are too few to compare, or where the texts have two scripts. */
function likeness(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  let common = 0;
  for (const [letter, count] of b) if (a.has(letter)) common += count;
  const sum = (letters: ReadonlyMap<string, number>) => [...letters.values()].reduce((all, count) => all + count, 0);
  return sum(a) < MIN_LETTERS || common * 2 < sum(b) ? 1 : cosine(a, b);
}

function lettersOf(text: string): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const [letter] of text
    .slice(0, MAX_PARAGRAPHS * MAX_CHARS)
    .toLowerCase()
    .matchAll(/\p{L}/gu))
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}
