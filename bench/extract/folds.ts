import { extractBy } from "#extract/extract";
import { MODELS } from "#extract/model/models";
import { type Forest, readForest } from "#lib/forest";
import { learnBlocks } from "../../train/learn.ts";
import { FOLDS, foldOf, lessons } from "../../train/pages.ts";
import { bodyText } from "./extractors.ts";
import type { GoldPage } from "./pages.ts";
import { type Overlap, overlap } from "./score.ts";

/** One page read by models that have seen no page of its host. */
export interface FoldedPage {
  readonly language: string;
  /** By the classifier alone, and by classifier and rules together, as the package does it. */
  readonly alone: Overlap;
  readonly together: Overlap;
}

/** Learns a classifier for each fold from the pages of all the others. */
export function foldModels(data: string): readonly Forest[] {
  const all = [...lessons(data)];
  return Array.from({ length: FOLDS }, (_, fold) =>
    readForest(learnBlocks(all.filter((lesson) => lesson.fold !== fold))),
  );
}

export function readFolded(pages: readonly GoldPage[], models: readonly Forest[]): readonly FoldedPage[] {
  return pages.map((page) => {
    const blocks = models[foldOf(page.url)]!;
    const html = page.html();
    const read = (trust: number) => extractBy({ blocks, trust }, html, { url: page.url });
    const together = read(MODELS.trust);
    return {
      language: together.language?.slice(0, 2) ?? "?",
      alone: overlap(page.body ?? "", bodyText(read(0))),
      together: overlap(page.body ?? "", bodyText(together)),
    };
  });
}
