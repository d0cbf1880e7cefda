import type { BlockKind } from "#model/document";
import type { Body, RunBlock } from "./clean.ts";
import { kindOf } from "./kinds.ts";
import type { Page } from "./page.ts";
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
  const blocks: RunBlock[] = [];
  for (let run = 0; run < page.runs.length; run++) {
    const known = byRules.get(run);
    const isBody = known !== undefined && known.kind !== "caption";
    if (odds[run]! + (isBody ? trust : -trust) > 0 && !isApart(run))
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
