import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collate, collateSentences } from "#collate/index";
import { printTable } from "../table.ts";

/** Two drafts of an essay whose sentences experts have aligned; `aligned` holds numbers (`i`) of the other draft. */
interface Pair {
  readonly old: readonly Sentence[];
  readonly new: readonly Sentence[];
}

interface Sentence {
  readonly i: number;
  readonly text: string;
  readonly paragraph: number;
  readonly aligned: readonly number[];
}

/** Edges "i>j" between positions in the two lists. */
type Edges = ReadonlySet<string>;
type Aligner = (pair: Pair) => Edges;

/** Real rewriting, aligned by people: sentences as a flat list, and within their paragraphs. */
export function runAlignment(data: string): void {
  const path = join(data, "alignment-dev/argrewrite-v2.jsonl");
  if (!existsSync(path)) return;
  const pairs = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Pair);
  const aligners: readonly (readonly [string, Aligner])[] = [
    ["Variorum, flat list", (pair) => flat(pair, true)],
    // Experts aligned by order: a sentence that stands elsewhere counts as removed and added, a split as one pair.
    ["Variorum, flat list, moves left out", (pair) => flat(pair, false)],
    ["Variorum, in paragraphs", inParagraphs],
    ["greedy word overlap, flat list", greedyOverlap],
  ];
  const rows = aligners.map(([name, align]) => {
    const all = { hit: 0, said: 0, gold: 0 };
    const changed = { hit: 0, said: 0, gold: 0 };
    const start = performance.now();
    for (const pair of pairs) {
      const gold = goldEdges(pair);
      const said = align(pair);
      count(all, said, gold);
      count(changed, onlyChanged(pair, said), onlyChanged(pair, gold));
    }
    const ms = (performance.now() - start) / pairs.length;
    return [name, ...figures(all), ...figures(changed), ms.toFixed(2)];
  });
  printTable(
    `Sentences of ${pairs.length} pairs of drafts, against experts`,
    ["", "F1", "precision", "recall", "changed F1", "precision", "recall", "ms"],
    rows,
  );
}

interface Tally {
  hit: number;
  said: number;
  gold: number;
}

function count(tally: Tally, said: Edges, gold: Edges): void {
  tally.hit += [...said].filter((edge) => gold.has(edge)).length;
  tally.said += said.size;
  tally.gold += gold.size;
}

const figures = ({ hit, said, gold }: Tally): string[] =>
  [(2 * hit) / (said + gold), hit / said, hit / gold].map((figure) => figure.toFixed(4));

function goldEdges(pair: Pair): Edges {
  const places = new Map(pair.new.map((sentence, j) => [sentence.i, j]));
  return new Set(pair.old.flatMap((sentence, i) => sentence.aligned.map((number) => `${i}>${places.get(number)}`)));
}

/** Edges between sentences that are not equal to the letter. */
const onlyChanged = (pair: Pair, edges: Edges): Edges =>
  new Set(
    [...edges].filter((edge) => {
      const [i, j] = edge.split(">").map(Number);
      return pair.old[i!]!.text.trim() !== pair.new[j!]!.text.trim();
    }),
  );

function flat(pair: Pair, withMoves: boolean): Edges {
  const texts = (list: readonly Sentence[]) => list.map((sentence) => sentence.text);
  return new Set(
    collate(texts(pair.old), texts(pair.new))
      .groups.filter((group) => withMoves || !group.moved)
      .flatMap((group) => group.old.flatMap((i) => group.new.map((j) => `${i}>${j}`))),
  );
}

/** Paragraphs hold a sentence a line, so that the experts' sentences are only ever cut finer; edges lead back to them. */
function inParagraphs(pair: Pair): Edges {
  const old = paragraphsOf(pair.old);
  const next = paragraphsOf(pair.new);
  const sentences = collateSentences(collate(old.texts, next.texts), old.texts, next.texts);
  const edges = new Set<string>();
  for (const { old: olds, new: news } of sentences.groups.flat())
    for (const i of olds)
      for (const j of news) edges.add(`${old.owner(sentences.old[i]!)}>${next.owner(sentences.new[j]!)}`);
  return edges;
}

function paragraphsOf(list: readonly Sentence[]) {
  const texts: string[] = [];
  const starts: { paragraph: number; start: number }[] = [];
  let last: number | null = null;
  for (const { text, paragraph } of list) {
    if (paragraph !== last) texts.push("");
    last = paragraph;
    const own = texts.at(-1)!;
    starts.push({ paragraph: texts.length - 1, start: own === "" ? 0 : own.length + 1 });
    texts[texts.length - 1] = own === "" ? text.trim() : `${own}\n${text.trim()}`;
  }
  const owner = (at: { paragraph: number; start: number }) =>
    starts.findLastIndex((s) => s.paragraph === at.paragraph && s.start <= at.start);
  return { texts, owner };
}

/** Best pair of unpaired sentences first, by Dice overlap of their words less the distance of their places. */
function greedyOverlap(pair: Pair): Edges {
  const bags = (list: readonly Sentence[]) =>
    list.map((sentence) => new Set(sentence.text.toLowerCase().match(/[\p{L}\p{N}']+/gu)));
  const olds = bags(pair.old);
  const news = bags(pair.new);
  const scored = olds.flatMap((a, i) =>
    news.map((b, j) => {
      const shared = [...a].filter((word) => b.has(word)).length;
      const distance = Math.abs(i / olds.length - j / news.length);
      return { i, j, score: (2 * shared) / (a.size + b.size || 1) - DISTANCE * distance };
    }),
  );
  const taken = { old: new Set<number>(), new: new Set<number>() };
  const edges = new Set<string>();
  for (const { i, j, score } of scored.sort((a, b) => b.score - a.score || a.i + a.j - b.i - b.j)) {
    if (score < LEAST_OVERLAP) break;
    if (taken.old.has(i) || taken.new.has(j)) continue;
    taken.old.add(i);
    taken.new.add(j);
    edges.add(`${i}>${j}`);
  }
  return edges;
}

/** Both as they do best on these drafts. */
const LEAST_OVERLAP = 0.4;
const DISTANCE = 0.3;
