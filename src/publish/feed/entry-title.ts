import { clipEnd } from "#collate/words/clip";
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

/** A reason in a title: longer ones would push the headline out of sight. */
const MAX_REASON = 90;

/**
 * "Ferry runs aground [12 became 15; number, quote; silent]": most readers of feeds see titles alone, so the edit that matters most
 * is there in its own words.
 */
export function entryTitle(headline: string, { labels, silent }: ChangeSummary): string {
  const kinds = kindsOf(labels)
    .filter((kind) => !COMMON.has(kind))
    .slice(0, MAX_KINDS);
  if (kinds.length === 0) return headline;
  const foremost = labels.find(({ kind }) => REMOVED.has(kind)) ?? labels.find(({ kind }) => kind === kinds[0]);
  const said = foremost ? `${clipEnd(foremost.reason, MAX_REASON)}; ` : "";
  return `${headline} [${said}${kinds.map((kind) => LABEL_NAMES[kind]).join(", ")}${silent ? "; silent" : ""}]`;
}

/** Claims that were taken away: no one finds them in the text. */
const REMOVED: ReadonlySet<LabelKind> = new Set<LabelKind>(["sentence-removed", "paragraph-removed"]);
