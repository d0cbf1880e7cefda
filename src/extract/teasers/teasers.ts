import { hostsOf } from "#extract/body/select";
import type { Headline } from "#extract/headline/headline";
import { MAX_STATED } from "#extract/limits";
import { type Json, strings } from "#extract/page/json-ld";
import type { Box, Page, Span } from "#extract/page/page";
import { proseOf } from "#extract/page/sums";
import { bare } from "#extract/page/text";
import { smallNumbersIn } from "#language/small-numbers";
import { leadsOf } from "./leads.ts";
import { OF_OTHERS, OF_TEXT } from "./marks.ts";
import { type Row, rowsOf } from "./rows.ts";
import { isOfOthers } from "./signs.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";

/** Which runs of a page are teasers of other articles, and which only look so: a mark for each run. */
export function readTeasers(page: Page, headline: Headline, article: Json | null, url: string): Uint8Array {
  const marked = new Uint8Array(page.runs.length);
  const rows = rowsOf(page, leadsOf(page, url));
  if (rows.length === 0) return marked;
  const masses = proseOf(page);
  const hosts = hostsOf(page.boxes);
  const claims = {
    promised: smallNumbersIn(headline.text ?? "", page.facts.language),
    stated: bare((strings(article?.["articleBody"])[0] ?? "").slice(0, MAX_STATED)),
  };
  for (const row of rows) {
    const around = surroundingsOf(page, row, headline, masses, hosts);
    if (!isOfOthers(page, row, around, claims)) marked.fill(OF_TEXT, row.units[0]!.from, row.units.at(-1)!.to);
    else for (const { from, to } of spansOf(row, around, masses, headline.box)) marked.fill(OF_OTHERS, from, to);
  }
  return marked;
}

/** What a row of other articles takes with it: its box and the heading over it, or its units alone where more stands in the box. */
function spansOf({ box, units }: Row, around: Surroundings, masses: Float64Array, title: Box | null): readonly Span[] {
  const short = units.filter(({ goesOn }) => !goesOn);
  let beside = 0;
  for (let i = box.from; i < box.to; i++) beside += masses[i]!;
  for (const { from, to } of short) for (let i = from; i < to; i++) beside -= masses[i]!;
  const isAlone = around.prose === 0 && beside <= Math.max(MAX_BESIDE, around.unitProse * STRAY);
  return isAlone ? [widest(box, masses, title)] : short;
}

/** Prose in the box of a row that is no part of a short unit, as a share of the row's: sponsors, and one summary that is long. */
const STRAY = 0.3;
/** What a wrapper of a row holds beside it, in letters: its heading and a button. */
const MAX_BESIDE = 160;

/** The outermost box around a row that holds nothing but the row and its heading. */
function widest(inner: Box, masses: Float64Array, title: Box | null): Box {
  let box = inner;
  for (let above = box.parent; above?.parent; above = above.parent) {
    if (title && title.from >= above.from && title.from < above.to) break;
    if (above.from < inner.from - MAX_LINES || above.to > inner.to + MAX_LINES) break;
    let prose = 0;
    for (let i = above.from; i < above.to; i++) if (i < inner.from || i >= inner.to) prose += masses[i]!;
    if (prose > MAX_BESIDE) break;
    box = above;
  }
  return box;
}

/** Lines that a wrapper may have before a row, or after it. */
const MAX_LINES = 3;
