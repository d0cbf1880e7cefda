import type { Random } from "./random.ts";

/** Two versions of a text with what was truly done between them. */
export interface GoldCase {
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** "i>j": old paragraph i gave text to new paragraph j. */
  readonly edges: ReadonlySet<string>;
  /** Each split or merge by its edges. */
  readonly regroupings: readonly (readonly string[])[];
  /** Edges of paragraphs that were carried elsewhere. */
  readonly moves: ReadonlySet<string>;
}

/** Probabilities per paragraph, and the share of words an edit exchanges. */
export interface Rates {
  readonly name: string;
  readonly edit: number;
  readonly words: readonly [number, number];
  readonly remove: number;
  readonly insert: number;
  readonly split: number;
  readonly merge: number;
  readonly move: number;
}

export const LIGHT: Rates = {
  name: "light",
  edit: 0.18,
  words: [0.03, 0.25],
  remove: 0.036,
  insert: 0.068,
  split: 0.04,
  merge: 0.04,
  move: 0.02,
};
export const HEAVY: Rates = {
  name: "heavy",
  edit: 0.5,
  words: [0.03, 0.5],
  remove: 0.08,
  insert: 0.12,
  split: 0.08,
  merge: 0.08,
  move: 0.05,
};

interface Item {
  text: string;
  origins: number[];
  moved: boolean;
}

/** Edits a body at random. Inserted paragraphs and exchanged words come from `foreign`, another text of the same kind. */
export function makeCase(random: Random, body: readonly string[], foreign: readonly string[], rates: Rates): GoldCase {
  const vocabulary = wordsOf(foreign.join(" ")).words;
  let items: Item[] = body.map((text, index) => ({ text, origins: [index], moved: false }));
  items = items.filter((item) => !(random.chance(rates.remove) && item.text.length > 0));
  items = items.flatMap((item) => (random.chance(rates.split) ? splitItem(random, item) : [item]));
  items = mergeItems(random, items, rates.merge);
  for (const item of items)
    if (random.chance(rates.edit)) item.text = editWords(random, item.text, vocabulary, rates.words);
  items = moveItems(random, items, rates.move);
  items = items.flatMap((item) =>
    random.chance(rates.insert) ? [item, { text: random.pick(foreign), origins: [], moved: false }] : [item],
  );
  return describe(body, items);
}

function describe(body: readonly string[], items: readonly Item[]): GoldCase {
  const edges = new Set<string>();
  const moves = new Set<string>();
  const parts = new Map<number, string[]>();
  const regroupings: string[][] = [];
  items.forEach((item, j) => {
    const own = item.origins.map((i) => `${i}>${j}`);
    for (const edge of own) edges.add(edge);
    if (item.moved) for (const edge of own) moves.add(edge);
    if (own.length > 1) regroupings.push(own);
    else if (own.length === 1) parts.set(item.origins[0]!, [...(parts.get(item.origins[0]!) ?? []), own[0]!]);
  });
  for (const own of parts.values()) if (own.length > 1) regroupings.push(own);
  return { old: body, new: items.map((item) => item.text), edges, regroupings, moves };
}

/** At a sentence boundary, in two; a paragraph of one sentence stays whole. */
function splitItem(random: Random, item: Item): Item[] {
  const cuts = [...item.text.matchAll(/[.!?]["”’]?\s+(?=\p{Lu})|[。]|(?<=[\u0E00-\u0E7F]) /gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > 15 && at < item.text.length - 15);
  if (cuts.length === 0) return [item];
  const at = random.pick(cuts);
  return [item.text.slice(0, at), item.text.slice(at)].map((text) => ({
    ...item,
    text: text.trim(),
    origins: [...item.origins],
  }));
}

function mergeItems(random: Random, items: readonly Item[], rate: number): Item[] {
  const out: Item[] = [];
  for (let k = 0; k < items.length; k += 1) {
    const a = items[k]!;
    const b = items[k + 1];
    const alone = b && a.origins[0] !== b.origins[0] && a.origins.length === 1 && b.origins.length === 1;
    if (!alone || !random.chance(rate)) {
      out.push(a);
      continue;
    }
    out.push({ text: `${a.text} ${b.text}`, origins: [...a.origins, ...b.origins], moved: false });
    k += 1;
  }
  return out;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Words of a text and what joins them: dictionary words in unspaced scripts, as no one edits half a character. */
function wordsOf(text: string): { readonly words: string[]; readonly joint: string } {
  if (!UNSPACED.test(text)) return { words: text.split(/\s+/), joint: " " };
  return { words: Array.from(segmenter.segment(text), ({ segment }) => segment), joint: "" };
}

/**
 * Exchanges, removes and inserts words. A text so short that one word is more than the largest share stays as it is: nothing
 * would be left to tell it by.
 */
function editWords(
  random: Random,
  text: string,
  vocabulary: readonly string[],
  share: readonly [number, number],
): string {
  const { words, joint } = wordsOf(text);
  if (words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length * share[1] < 1) return text;
  const rate = share[0] + random.next() * (share[1] - share[0]);
  const count = Math.max(1, Math.round(words.length * rate));
  for (let k = 0; k < count; k += 1) {
    const at = random.between(0, words.length - 1);
    const kind = random.next();
    if (kind < 0.5) words[at] = random.pick(vocabulary);
    else if (kind < 0.75) words.splice(at, 0, random.pick(vocabulary));
    else if (words.length > 3) words.splice(at, 1);
  }
  return words.join(joint);
}

/** Carries a paragraph past at least half as much text again as it has itself, so that it is clear which one moved. */
function moveItems(random: Random, items: readonly Item[], rate: number): Item[] {
  const out = [...items];
  for (const item of items) {
    if (!random.chance(rate) || item.text.replace(/[^\p{L}\p{N}]/gu, "").length < 20 || item.origins.length !== 1)
      continue;
    if (items.filter((other) => other.origins[0] === item.origins[0]).length > 1) continue;
    const from = out.indexOf(item);
    const targets = out.map((_, k) => k).filter((k) => passed(out, from, k) > 1.5 * item.text.length);
    if (targets.length === 0) continue;
    out.splice(from, 1);
    out.splice(random.pick(targets), 0, item);
    item.moved = true;
  }
  return out;
}

function passed(items: readonly Item[], from: number, to: number): number {
  let sum = 0;
  for (let k = Math.min(from, to); k <= Math.max(from, to); k += 1) if (k !== from) sum += items[k]!.text.length;
  return sum;
}
