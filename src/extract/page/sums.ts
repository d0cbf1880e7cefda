import { isCookieTalk } from "./lines.ts";
import type { Page, Run, Span } from "./page.ts";
import { endsSentence } from "./text.ts";

/** Running sums over a page's runs, so that a box's share costs two look-ups. */
export interface Sums {
  /** `sums[i]` is the sum over the runs before i. */
  readonly mass: Float64Array;
  readonly size: Float64Array;
  /** Like `size`, without the skipped runs. */
  readonly kept: Float64Array;
  readonly link: Float64Array;
}

/** Shorter runs (in letters, see `weigh`) are labels, buttons, names and dates far more often than sentences. */
const LEAST_PROSE = 40;
/** A run with more of its length in links is a teaser or a list of links; a paragraph links a few of its words. */
const LINKED_SHARE = 0.4;
/** What a run counts that does not end as a sentence does: titles and captions, but also a paragraph cut by a line break. */
const UNENDED_WEIGHT = 0.4;

/** How much a run counts as prose: its length without links, nothing for short or linked lines, less if it does not end a sentence. */
function prose(run: Run): number {
  if (run.size < LEAST_PROSE || run.linkSize > run.size * LINKED_SHARE || isCookieTalk(run)) return 0;
  return (run.size - run.linkSize) * (endsSentence(run.text) ? 1 : UNENDED_WEIGHT);
}

export const within = (sums: Float64Array, span: Span): number => sums[span.to]! - sums[span.from]!;

/** The prose of each run of a page. It is asked for many times, and telling cookie talk from prose is expensive. */
export const proseOf = ({ runs }: Page): Float64Array => Float64Array.from(runs, prose);

export function sumUp(page: Page, masses: Float64Array, skip: (index: number) => boolean): Sums {
  const count = page.runs.length + 1;
  const sums = {
    mass: new Float64Array(count),
    size: new Float64Array(count),
    kept: new Float64Array(count),
    link: new Float64Array(count),
  };
  page.runs.forEach((run, i) => {
    const skipped = skip(i);
    sums.mass[i + 1] = sums.mass[i]! + (skipped ? 0 : masses[i]!);
    sums.size[i + 1] = sums.size[i]! + run.size;
    sums.kept[i + 1] = sums.kept[i]! + (skipped ? 0 : run.size);
    sums.link[i + 1] = sums.link[i]! + run.linkSize;
  });
  return sums;
}
