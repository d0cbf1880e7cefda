import { changedGroups } from "#collate/kept";
import { movedSentences } from "#collate/moved-sentences";
import { blockTexts } from "#collate/texts";
import type { Difference } from "#store/public-reader";
import { blocksOf, type ComparedPart, type PartName, single } from "./collator.ts";
import { rowsOfGroups } from "./rows.ts";

/** The changed rows of a difference, in reading order; null when what was kept does not fit the texts. */
export function changedParts({
  collation,
  old,
  new: next,
}: Pick<Difference, "collation" | "old" | "new">): readonly ComparedPart[] | null {
  const groups = changedGroups(collation, old, next);
  if (!groups) return null;
  const byPart = {
    headline: single(groups.headline),
    standfirst: single(groups.standfirst),
    corrections: groups.corrections,
    body: groups.body,
  };
  const moved = movedSentences({ groups: groups.body }, blockTexts(old.blocks), blockTexts(next.blocks));
  return (Object.keys(byPart) as PartName[])
    .map((name) => {
      const moves = name === "body" ? moved : [];
      return { name, rows: rowsOfGroups(byPart[name], blocksOf(old, name), blocksOf(next, name), moves) };
    })
    .filter(({ rows }) => rows.length > 0);
}
