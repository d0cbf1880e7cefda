import { type Apparatus, apparatus } from "#collate/apparatus";
import { summarise } from "#collate/summary";
import { collateTexts, type TextCollation } from "#collate/texts";
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
  /** Made when it is first asked for, or sent by a thread: feeds show stored ones, and it takes as long as the collation. */
  readonly summary: ChangeSummary;
}

export function collatePair({ old, now, language }: PairJob): Collated {
  const collation = collateTexts(old, now);
  let summary: ChangeSummary | undefined;
  return {
    collation,
    get summary() {
      summary ??= summarise(old, now, collation, language);
      return summary;
    },
  };
}

export type WholeJob = readonly { readonly number: number; readonly text: VersionText }[];

export const collateWhole = (versions: WholeJob): Apparatus => apparatus(versions);
