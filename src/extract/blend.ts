import type { BlockKind } from "#model/document";
import type { Body, RunBlock } from "./clean.ts";
import { kindOf } from "./kinds.ts";
import type { Page } from "./page.ts";
import type { Selection } from "./select.ts";

/**
 * How much the rules' verdict counts beside the classifier's log-odds: odds of e to 1, either way. Not fitted: between half
 * and twice of it the scores out of fold are the same. More would lean on phrase lists that were written with the measured
 * pages in view, so that a score there would promise too much.
 */
const TRUST = 1;

/** The body on which rules and classifier agree best, run by run. Captions, notes and titles stay what the rules say they are. */
export function blend(
  page: Page,
  selection: Selection,
  rules: Body,
  odds: Float32Array,
  isApart: (run: number) => boolean,
): readonly RunBlock[] {
  const byRules = new Map(rules.blocks.map((block) => [block.run, block]));
  const blocks: RunBlock[] = [];
  for (let run = 0; run < page.runs.length; run++) {
    const known = byRules.get(run);
    const isBody = known !== undefined && known.kind !== "caption";
    if (odds[run]! + (isBody ? TRUST : -TRUST) > 0 && !isApart(run))
      blocks.push({ kind: isBody ? known.kind : bodyKind(page, run, selection), text: page.runs[run]!.text, run });
    else if (known?.kind === "caption") blocks.push(known);
  }
  return blocks;
}

/** A line that only the classifier takes for body: whatever its box is called, it is no caption then. */
function bodyKind(page: Page, run: number, { box }: Selection): BlockKind {
  const kind = kindOf(page, page.runs[run]!, box);
  return kind === "caption" ? "paragraph" : kind;
}
