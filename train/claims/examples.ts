import { alignPair } from "#collate/collate";
import { changedStems, type Features, featuresOf } from "#collate/judgement/features";
import { type Proposals, propose } from "#collate/labels";
import type { Place } from "#collate/place";
import { type ReadPair, readPairs } from "../../bench/claims/pairs.ts";
import { foldsOf } from "./folds.ts";

/** An edit that readers judged, as the models see it. */
export interface Example {
  readonly pair: ReadPair;
  readonly features: Features;
  /** Beginnings of the words that came or went. */
  readonly stems: ReadonlySet<string>;
  /** Kinds that the rules propose for its words. */
  readonly proposed: ReadonlySet<string>;
  readonly proposals: Proposals;
  readonly fold: number;
  /** Read by two readers apart from each other: the figures are counted on these. */
  readonly isCounted: boolean;
  /** Null for an edit that was judged whole; of a label that an operator called wrong the kinds about which it teaches something. */
  readonly only: ReadonlySet<string> | null;
}

/** A place with labels that the operator called wrong, as `variorum labels --training` prints it. */
export type MarkedPair = Pick<ReadPair, "id" | "field" | "language" | "old" | "new"> & {
  readonly wrong: readonly string[];
};

const NOT_JUDGED = { must: [], may: [], substance: [], importance: [] } as const;

const onlyOf = (mark: MarkedPair | undefined): ReadonlySet<string> | null => (mark ? new Set(mark.wrong) : null);

/** All judged edits in a fixed order; those without a visible edit of words teach nothing and are left out. */
export function examplesIn(data: string, marks: readonly MarkedPair[] = []): readonly Example[] {
  const counted = readPairs(data, "labels.jsonl");
  const judged = [...counted, ...readPairs(data, "more.jsonl")];
  const pairs = [...judged, ...marks.map((mark) => ({ ...mark, ...NOT_JUDGED }))];
  const folds = foldsOf(pairs);
  return pairs.flatMap((pair, at) => {
    const proposals = proposalsOf(pair);
    const [read] = proposals.read;
    if (!read) return [];
    const features = featuresOf(read.place, proposals.rules, [...read.labels, ...read.sentences]);
    const proposed = new Set(read.labels.map(({ kind }) => kind as string));
    const stems = changedStems(read.place);
    return [
      {
        pair,
        features,
        stems,
        proposed,
        proposals,
        fold: folds[at]!,
        isCounted: at < counted.length,
        only: onlyOf(marks[at - judged.length]),
      },
    ];
  });
}

/** Both wordings as one place, as a headline is: paragraphs of an agency's post that were judged together stay together. */
function proposalsOf({ old, new: next, field, language }: ReadPair): Proposals {
  const place: Place = { field, group: alignPair(old, next), oldText: old, newText: next };
  return propose([place], old.split("\n"), next.split("\n"), language);
}
