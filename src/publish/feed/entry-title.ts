import type { ChangeSummary, LabelKind } from "#model/change";
import { kindsOf, LABEL_NAMES } from "#words/labels";

/** Kinds named in a title: what fits behind a headline. */
const MAX_KINDS = 2;

/** What nearly every change has, or what the line below tells anyway: they would only lengthen the title. */
const COMMON: ReadonlySet<LabelKind> = new Set<LabelKind>([
  "headline",
  "standfirst",
  "paragraph-added",
  "paragraph-moved",
  "sentence-added",
  "cosmetic",
]);

/** "Ferry runs aground [number, quote; silent]": most readers of feeds see titles alone. */
export function entryTitle(headline: string, { labels, silent }: ChangeSummary): string {
  const kinds = kindsOf(labels)
    .filter((kind) => !COMMON.has(kind))
    .slice(0, MAX_KINDS);
  if (kinds.length === 0) return headline;
  return `${headline} [${kinds.map((kind) => LABEL_NAMES[kind]).join(", ")}${silent ? "; silent" : ""}]`;
}
