import { readModels } from "#collate/judgement/models";
import { decide } from "#collate/labels";
import { examplesIn } from "../../train/claims/examples.ts";
import { FOLDS } from "../../train/claims/folds.ts";
import { learn } from "../../train/claims/learn.ts";
import { type Judged, judge, readPairs } from "./pairs.ts";

/** The edits of a file, each as models see it that have learned from the other folds alone, bounds and all. */
export function judgeUnseen(data: string, file: string): readonly Judged[] {
  const examples = examplesIn(data);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    readModels(learn(examples.filter((example) => example.fold !== fold))),
  );
  const byId = new Map(examples.map((example) => [example.pair.id, example]));
  return readPairs(data, file).map((pair) => {
    const example = byId.get(pair.id);
    // Without a visible edit of words there is nothing that a model could have seen.
    if (!example) return judge(pair);
    const { labels, rank, silent } = decide(example.proposals, pair.new.split("\n").length, models[example.fold]!);
    return { ...pair, labels, rank, silent };
  });
}
