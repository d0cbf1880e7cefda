import { type Apparatus, apparatus } from "#collate/apparatus";
import { type MovedSentence, movedSentences } from "#collate/moved-sentences";
import { summarise } from "#collate/summary";
import { blockTexts, collateTexts, type TextCollation } from "#collate/texts";
import type { ChangeSummary } from "#model/change";
import type { VersionText } from "#model/version";

/** The computing behind the pages, as functions from data to data: they run here or in a thread of their own. */

export interface PairJob {
  readonly old: VersionText;
  readonly now: VersionText;
  /** BCP 47 tag whose rules the labels follow; without one the text tells. */
  readonly language: string | null;
}

export interface Collated {
  readonly collation: TextCollation;
  /** Sentences of the body that stand elsewhere now. */
  readonly moved: readonly MovedSentence[];
  /** Made when it is first asked for, or sent by a thread: feeds show stored ones, and it takes as long as the collation. */
  readonly summary: ChangeSummary;
}

export function collatePair({ old, now, language }: PairJob): Collated {
  const collation = collateTexts(old, now);
  let summary: ChangeSummary | undefined;
  return {
    collation,
    moved: movedSentences(collation.body, blockTexts(old.blocks), blockTexts(now.blocks)),
    get summary() {
      summary ??= summarise(old, now, collation, language);
      return summary;
    },
  };
}

export type WholeJob = readonly { readonly number: number; readonly text: VersionText }[];

export const collateWhole = (versions: WholeJob): Apparatus => apparatus(versions);
