import { BASE_PRICE } from "#version/schedule/price";
import { EDIT_MODELS, type EditModel } from "./schedule/edit-models.ts";
import { climb, LADDERS } from "./schedule/ladders.ts";
import { add, emptyScore, type Score, scoreOf } from "./schedule/score.ts";
import { watch } from "./schedule/variorum.ts";
import { ARTICLES_A_DAY, live, POLL_HOURS, type SignalQuality } from "./schedule/world.ts";
import { printTable } from "./table.ts";

const SIGNALS: readonly { readonly name: string; readonly quality: SignalQuality | null }[] = [
  { name: "none", quality: null },
  { name: "poor", quality: { recall: 0.5, precision: 0.2 } },
  { name: "good", quality: { recall: 0.8, precision: 0.8 } },
];

/**
 * Rules for when to look, on the same simulated edits: News Sniffer's, NewsDiffs', diffengine's, a fixed one and Variorum's
 * (--seeds 11 --price 0.03). Medians over the seeds. Variorum's requests contain confirming looks and the polls that signals come by.
 */
export async function run({ flags }: { flags: Record<string, string> }): Promise<void> {
  const seeds = Array.from({ length: Number(flags["seeds"] ?? 11) }, (_, i) => i + 1);
  const price = Number(flags["price"] ?? BASE_PRICE);
  for (const [i, model] of EDIT_MODELS.entries()) {
    if (flags["model"] !== undefined && Number(flags["model"]) !== i) continue;
    const rows: [string, Score[]][] = LADDERS.map((ladder) => [ladder.name, ladderScores(ladder, model, seeds)]);
    for (const { name, quality } of SIGNALS) {
      rows.push([`Variorum, signals: ${name}`, ownScores(model, seeds, quality, price, true)]);
      if (i > 0) rows.push([`  never fitted anew`, ownScores(model, seeds, quality, price, false)]);
    }
    printScores(`schedule: edits ${model.name}`, rows);
  }
}

function ladderScores(ladder: (typeof LADDERS)[number], model: EditModel, seeds: readonly number[]): Score[] {
  return seeds.map((seed) => {
    const score = emptyScore();
    for (const [i, outlet] of model.outlets.entries())
      for (const lived of live(outlet, 100 * seed + i, null)) add(score, climb(ladder, lived));
    return score;
  });
}

function ownScores(
  model: EditModel,
  seeds: readonly number[],
  quality: SignalQuality | null,
  price: number,
  refits: boolean,
): Score[] {
  return seeds.map((seed) => {
    const score = emptyScore();
    for (const [i, outlet] of model.outlets.entries()) {
      const lives = live(outlet, 100 * seed + i, quality);
      const watched = watch(lives, { price, signals: quality !== null, refits, seed });
      for (const [j, lived] of lives.entries())
        add(score, scoreOf(lived, watched[j]!.looks, watched[j]!.extraRequests));
      if (quality) score.requests += (24 / POLL_HOURS / ARTICLES_A_DAY) * lives.length;
    }
    return score;
  });
}

function printScores(title: string, rows: readonly (readonly [string, readonly Score[]])[]): void {
  const ancestor = median(rows[0]![1].map(requestsOf));
  printTable(
    title,
    ["rule", "requests per article", "% of News Sniffer's", "versions caught", "seen within 1 h", "mean delay h"],
    rows.map(([name, scores]) => {
      const requests = median(scores.map(requestsOf));
      return [
        name,
        requests.toFixed(1),
        ((100 * requests) / ancestor).toFixed(0),
        median(scores.map((score) => score.versions / score.edits)).toFixed(3),
        median(scores.map((score) => score.withinHour / score.edits)).toFixed(3),
        median(scores.map((score) => score.delayHours / score.edits)).toFixed(2),
      ];
    }),
  );
}

const requestsOf = (score: Score): number => score.requests / score.articles;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
