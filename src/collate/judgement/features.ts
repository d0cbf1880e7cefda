import type { ReadPlace } from "#collate/labels/read-place";
import { matterOf } from "#language/matters/find";
import { GRAVE, MATTERS, type Matter } from "#language/matters/matters";
import type { ReadText } from "#language/read-text";
import { entryAt, type Lexicon } from "#language/rules/lexicon";
import type { Rules } from "#language/rules/rules";
import { sentences } from "#language/sentences";
import type { Token } from "#language/token";
import type { Label, LabelKind } from "#model/change";

/** What the two wordings of one place show, as numbers by name; none of them is a word. */
export type Features = Record<string, number>;

/** Kinds that rules propose, whose number counts as a sign. */
const PROPOSED: readonly LabelKind[] = [
  "number",
  "date",
  "name",
  "quote",
  "attribution",
  "hedge-added",
  "hedge-removed",
  "negation",
  "loaded-word",
  "sentence-added",
  "sentence-removed",
  "sentence-moved",
  "detail-added",
  "detail-removed",
  "topic",
  "correction-note",
  "cosmetic",
];
/** Labels of one kind from which more say nothing more. */
const MOST_PROPOSED = 3;

/** Letters from which a word says something by itself in most languages; shorter ones are mostly grammar. */
const TELLING = 4;
/** Letters that two forms of one word share. */
const STEM = 5;

/** A side's words with what the other side lacks. */
interface Side {
  readonly read: ReadText;
  /** Indices of its words and numbers. */
  readonly words: readonly number[];
  /** Of these, the ones that the other side has not, each as often as it has it more. */
  readonly alone: ReadonlySet<number>;
}

/**
 * Signs of what was done to a place, for the models: shares of common words, where and how much was edited, capitals, figures, quotation
 * marks, words of the language's lists that came or went, what it is about, and what the rules propose. A language without lists leaves
 * those of lists at 0.
 */
export function featuresOf(
  place: ReadPlace,
  { rules, language }: { readonly rules: Rules; readonly language: string },
  proposed: readonly Label[],
): Features {
  const [old, next] = sidesOf(place.old, place.new);
  const features: Features = {};
  putLengths(features, place, old, next);
  putEdits(features, place);
  for (const [name, side] of [
    ["gone", old],
    ["come", next],
  ] as const) {
    putShapes(features, name, side);
    putLists(features, name, side, rules);
  }
  putStems(features, old, next, rules);
  putMatters(features, place, language);
  putQuotes(features, place);
  for (const kind of PROPOSED)
    features[`said ${kind}`] = Math.min(MOST_PROPOSED, proposed.filter((label) => label.kind === kind).length);
  return features;
}

/**
 * So much of a place was reworded that a rule may set against each other what is said of two things: there the models are asked. Of the
 * rules' labels for less the share that readers share is as high as the models' own.
 */
export const isRewritten = (features: Features): boolean => features["changed share"]! >= REWRITTEN;
const REWRITTEN = 0.45;

function sidesOf(old: ReadText, next: ReadText): readonly [Side, Side] {
  const words = [old, next].map(wordsOf) as [number[], number[]];
  return [
    { read: old, words: words[0], alone: aloneIn(old, words[0], next, words[1]) },
    { read: next, words: words[1], alone: aloneIn(next, words[1], old, words[0]) },
  ];
}

const wordsOf = ({ tokens }: ReadText): number[] => tokens.flatMap((token, at) => (token.kind === "mark" ? [] : [at]));

function aloneIn(own: ReadText, words: readonly number[], other: ReadText, others: readonly number[]): Set<number> {
  const left = new Map<string, number>();
  for (const at of others) left.set(other.words[at]!, (left.get(other.words[at]!) ?? 0) + 1);
  const alone = new Set<number>();
  for (const at of words) {
    const count = left.get(own.words[at]!) ?? 0;
    if (count === 0) alone.add(at);
    else left.set(own.words[at]!, count - 1);
  }
  return alone;
}

function putLengths(
  features: Features,
  { field, old: { text }, new: { text: now } }: ReadPlace,
  old: Side,
  next: Side,
): void {
  const [a, b] = [old.words.length, next.words.length];
  const common = a - old.alone.size;
  features["headline"] = field === "headline" ? 1 : 0;
  features["standfirst"] = field === "standfirst" ? 1 : 0;
  features["old words"] = Math.log1p(a);
  features["new words"] = Math.log1p(b);
  features["longer by"] = Math.log1p(b) - Math.log1p(a);
  features["changed share"] = 1 - (2 * common) / Math.max(1, a + b);
  features["common of shorter"] = common / Math.max(1, Math.min(a, b));
  features["common of longer"] = common / Math.max(1, Math.max(a, b));
  features["gone words"] = Math.log1p(old.alone.size);
  features["come words"] = Math.log1p(next.alone.size);
  features["old sentences"] = Math.min(9, sentences(text).length);
  features["new sentences"] = Math.min(9, sentences(now).length);
  features["begins alike"] = beginning(old.read, next.read) / Math.max(1, Math.min(a, b));
  features["ends alike"] = ending(old.read, next.read) / Math.max(1, Math.min(a, b));
  for (const mark of [":", "?", "!", ",", "(", "–", "…"])
    features[`marks ${mark}`] = countOf(now, mark) - countOf(text, mark);
}

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

function beginning(old: ReadText, next: ReadText): number {
  let same = 0;
  while (same < old.words.length && same < next.words.length && old.words[same] === next.words[same]) same++;
  return same;
}

function ending(old: ReadText, next: ReadText): number {
  let same = 0;
  while (same < old.words.length && same < next.words.length && old.words.at(-1 - same) === next.words.at(-1 - same))
    same++;
  return same;
}

/** What the marks on the page cover. */
function putEdits(features: Features, { spots, group, old, new: next }: ReadPlace): void {
  const sizes = spots.map(({ edit, wholeSentences }) => ({
    old: wordsWithin(old.tokens, edit.oldStart, edit.oldEnd),
    new: wordsWithin(next.tokens, edit.newStart, edit.newEnd),
    wholeSentences,
  }));
  const within = sizes.filter(({ wholeSentences }) => !wholeSentences);
  const sum = (of: (size: (typeof sizes)[number]) => number, some = within) =>
    some.reduce((all, size) => all + of(size), 0);
  const most = (of: (size: (typeof sizes)[number]) => number) =>
    within.reduce((all, size) => Math.max(all, of(size)), 0);
  features["edits"] = Math.log1p(spots.length);
  features["cosmetic edits"] = Math.log1p(group.edits.length - spots.length);
  features["only put in"] = Math.log1p(sum((size) => (size.old === 0 ? size.new : 0)));
  features["only taken out"] = Math.log1p(sum((size) => (size.new === 0 ? size.old : 0)));
  features["largest put in"] = Math.log1p(most((size) => (size.old === 0 ? size.new : 0)));
  features["largest taken out"] = Math.log1p(most((size) => (size.new === 0 ? size.old : 0)));
  features["exchanged"] = within.filter((size) => size.old > 0 && size.new > 0).length;
  features["largest old"] = Math.log1p(most((size) => size.old));
  features["largest new"] = Math.log1p(most((size) => size.new));
  features["longest grown"] = most((size) => size.new - size.old);
  features["longest shrunk"] = most((size) => size.old - size.new);
  const whole = sizes.filter(({ wholeSentences }) => wholeSentences);
  features["sentences come"] = Math.log1p(sum((size) => size.new, whole));
  features["sentences gone"] = Math.log1p(sum((size) => size.old, whole));
}

const wordsWithin = (tokens: readonly Token[], start: number, end: number): number =>
  tokens.filter((token) => token.kind !== "mark" && token.start < end && token.end > start).length;

const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^\p{Lu}{2,}$/u;
const HAS_FIGURE = /\p{Nd}/u;

/** Capitals and figures of the words that one side alone has. */
function putShapes(features: Features, name: string, { read, words, alone }: Side): void {
  let [capitals, acronyms, figures, letters, low] = [0, 0, 0, 0, 0];
  for (const at of alone) {
    const { start, end } = read.tokens[at]!;
    const word = read.text.slice(start, end);
    if (HAS_FIGURE.test(word)) figures++;
    else if (CAPITAL.test(word)) {
      if (at !== words[0]) capitals++;
      if (ALL_CAPITALS.test(word)) acronyms++;
    } else low++;
    letters += word.length;
  }
  features[`${name} capitals`] = Math.min(9, capitals);
  features[`${name} acronyms`] = Math.min(9, acronyms);
  features[`${name} figures`] = Math.min(9, figures);
  features[`${name} low`] = Math.log1p(low);
  features[`${name} letters`] = letters / Math.max(1, alone.size);
  features[`${name} opens`] = alone.has(words[0] ?? -1) ? 1 : 0;
  features[`${name} closes`] = alone.has(words.at(-1) ?? -1) ? 1 : 0;
}

/** Words of the language's lists among those that one side alone has. */
function putLists(features: Features, name: string, { read, alone }: Side, rules: Rules): void {
  const lexicons: Readonly<Record<string, Lexicon>> = {
    hedges: rules.hedges,
    negations: rules.negations,
    saying: rules.saying,
    speech: rules.speech,
    loaded: rules.loaded,
    approximate: rules.approximate,
    units: rules.units,
  };
  for (const [list, lexicon] of Object.entries(lexicons))
    features[`${name} ${list}`] = Math.min(
      5,
      count(alone, (at) => entryAt(lexicon, read.words, at) !== undefined),
    );
  const sets = {
    days: (word: string) => rules.weekdays.has(word) || rules.relativeDays.has(word),
    numbers: (word: string) => rules.numbers.has(word) || rules.ordinals.has(word) || rules.scales.has(word),
    titles: (word: string) => rules.titles.has(word),
    pronouns: (word: string) => rules.pronouns.has(word),
    grammar: (word: string) => rules.grammar.has(word) || rules.clauses.has(word) || rules.articles.has(word),
  };
  for (const [list, has] of Object.entries(sets))
    features[`${name} ${list}`] = Math.min(
      9,
      count(alone, (at) => has(read.words[at]!)),
    );
}

const count = (some: Iterable<number>, test: (at: number) => boolean): number => {
  let found = 0;
  for (const at of some) if (test(at)) found++;
  return found;
};

/** How many telling words are common when forms of one word are one. */
function putStems(features: Features, old: Side, next: Side, rules: Rules): void {
  const stems = ({ read, words }: Side) =>
    new Set(
      words
        .map((at) => read.words[at]!)
        .filter((word) => (word.length >= TELLING || HAS_FIGURE.test(word)) && !rules.grammar.has(word))
        .map((word) => word.slice(0, STEM)),
    );
  const [before, after] = [stems(old), stems(next)];
  const common = before.intersection(after).size;
  features["telling common"] = common / Math.max(1, Math.min(before.size, after.size));
  features["telling common of all"] = common / Math.max(1, before.union(after).size);
  features["telling gone"] = Math.log1p(before.size - common);
  features["telling come"] = Math.log1p(after.size - common);
  const forms = count(old.alone, (at) => {
    const word = old.read.words[at]!;
    return word.length >= TELLING && after.has(word.slice(0, STEM));
  });
  features["other forms"] = forms / Math.max(1, old.alone.size);
}

const QUOTE_MARKS = /["“”„«»「」『』]|(?<![\p{L}\p{N}])['‘]|['’](?![\p{L}\p{N}])/gu;
const QUOTED = /["“„«「『'‘]([^"”“»」』]{3,400}?)["”“»」』'’](?![\p{L}\p{N}])/gu;

/** Quotation marks that came or went, and how much of what is quoted is new. */
function putQuotes(features: Features, { old, new: next }: ReadPlace): void {
  const marks = [old, next].map(({ text }) => text.match(QUOTE_MARKS)?.length ?? 0) as [number, number];
  features["old quotes"] = Math.min(6, marks[0]);
  features["new quotes"] = Math.min(6, marks[1]);
  features["quotes"] = Math.max(-4, Math.min(4, marks[1] - marks[0]));
  const quoted = [old, next].map(({ text }) => [...text.matchAll(QUOTED)].map(([, words]) => words!.toLowerCase()));
  features["quotes gone"] = Math.min(4, quoted[0]!.filter((words) => !quoted[1]!.includes(words)).length);
  features["quotes come"] = Math.min(4, quoted[1]!.filter((words) => !quoted[0]!.includes(words)).length);
  features["unquoted"] = Math.min(4, quoted[0]!.filter((words) => next.text.toLowerCase().includes(words)).length);
  features["newly quoted"] = Math.min(4, quoted[1]!.filter((words) => old.text.toLowerCase().includes(words)).length);
}

/** Words about one matter from which more say nothing more. */
const MOST_ABOUT = 4;

/** What both wordings are about, and what of it came or went: the same edit matters more in a report of deaths than in one of a film. */
function putMatters(features: Features, { old, new: next }: ReadPlace, language: string): void {
  const [before, after] = [mattersOf(old, language), mattersOf(next, language)];
  const totals = { "matters come": 0, "matters gone": 0, "grave come": 0, "grave gone": 0, grave: 0, light: 0 };
  for (const matter of MATTERS) {
    const [had, has] = [before.get(matter) ?? 0, after.get(matter) ?? 0];
    features[`about ${matter}`] = Math.min(MOST_ABOUT, Math.max(had, has));
    features[`more ${matter}`] = Math.max(1 - MOST_ABOUT, Math.min(MOST_ABOUT - 1, has - had));
    const [come, gone] = [Math.max(0, has - had), Math.max(0, had - has)];
    totals["matters come"] += come;
    totals["matters gone"] += gone;
    if (GRAVE.has(matter)) {
      totals["grave come"] += come;
      totals["grave gone"] += gone;
      totals.grave += Math.max(had, has);
    } else totals.light += Math.max(had, has);
  }
  Object.assign(features, totals, { "graver than light": totals.grave - totals.light });
}

function mattersOf({ tokens, words }: ReadText, language: string): ReadonlyMap<Matter, number> {
  const counts = new Map<Matter, number>();
  words.forEach((word, at) => {
    const matter = tokens[at]!.kind === "word" ? matterOf(word, language) : null;
    if (matter) counts.set(matter, (counts.get(matter) ?? 0) + 1);
  });
  return counts;
}
