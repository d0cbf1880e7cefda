import { kindOf } from "#extract/page/kinds";
import type { Page } from "#extract/page/page";
import type { BlockKind } from "#model/document";
import type { Body, RunBlock } from "./clean.ts";
import { entryRuns } from "./entries.ts";
import type { Selection } from "./select.ts";

/**
 * The body on which rules and classifier agree best, run by run: the rules' verdict adds `trust` to the classifier's log-odds,
 * or takes it away. Captions, notes and titles stay what the rules say they are.
 */
export function blend(
  page: Page,
  selection: Selection,
  rules: Body,
  odds: Float32Array,
  trust: number,
  isApart: (run: number) => boolean,
): readonly RunBlock[] {
  const byRules = new Map(rules.blocks.map((block) => [block.run, block]));
  const isBody = (run: number): boolean => (byRules.get(run)?.kind ?? "caption") !== "caption";
  const sums = odds.map((odd, run) => odd + (isBody(run) ? trust : -trust));
  const entries = entryRuns(page, selection);
  const blocks: RunBlock[] = [];
  page.runs.forEach(({ text, size }, run) => {
    const known = byRules.get(run);
    const sum = sums[run]! + (size < SHORT && isBody(run) ? around(sums, run) : 0);
    const heads = known?.kind === "heading" && (sums[run + 1] ?? 0) > 0;
    const isEntry = entries[run] === 1 && isBody(run);
    if ((sum > 0 || heads || isEntry) && !isApart(run))
      blocks.push({ kind: known && isBody(run) ? known.kind : bodyKind(page, run, selection), text, run });
    else if (known?.kind === "caption") blocks.push(known);
  });
  return blocks;
}

/**
 * Headings, signatures and cries say little by themselves: those that the rules keep go with the lines around them, and
 * a heading with the line that it heads.
 */
const SHORT = 80;
/** What each of the two neighbours adds of its own log-odds, up to a bound, so that none decides alone. */
const SHARE = 0.3;
const BOUND = 3;

function around(sums: Float32Array, run: number): number {
  const bounded = (sum: number | undefined) => Math.max(-BOUND, Math.min(BOUND, sum ?? -BOUND));
  return SHARE * (bounded(sums[run - 1]) + bounded(sums[run + 1]));
}

/** A line that only the classifier takes for body: whatever its box is called, it is no caption then. */
function bodyKind(page: Page, run: number, { box }: Selection): BlockKind {
  const kind = kindOf(page, page.runs[run]!, box);
  return kind === "caption" ? "paragraph" : kind;
}
