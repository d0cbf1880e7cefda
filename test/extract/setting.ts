import type { Setting } from "#extract/features";
import { readHeadline } from "#extract/headline";
import { articleObject } from "#extract/json-ld";
import { readMetas } from "#extract/metas";
import { select } from "#extract/select";
import { parseTree } from "#extract/tree";
import { walk } from "#extract/walk";

/** What the classifier gets of a page. */
export function settingOf(html: string): Setting {
  const page = walk(parseTree(html));
  const headline = readHeadline(articleObject(page.facts.jsonLd), readMetas(page.facts), page);
  const selection = select(page, headline);
  if (!selection) throw new Error("The page of the test has no prose.");
  return { page, headline, selection, stated: "" };
}
