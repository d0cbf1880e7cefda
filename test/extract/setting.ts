import { select } from "#extract/body/select";
import { readHeadline } from "#extract/headline/headline";
import type { Setting } from "#extract/model/features";
import { articleObject } from "#extract/page/json-ld";
import { readMetas } from "#extract/page/metas";
import { parseTree } from "#extract/page/tree";
import { walk } from "#extract/page/walk";

/** What the classifier gets of a page. */
export function settingOf(html: string): Setting {
  const page = walk(parseTree(html));
  const headline = readHeadline(articleObject(page.facts.jsonLd), readMetas(page.facts), page);
  const selection = select(page, headline, new Uint8Array(page.runs.length));
  if (!selection) throw new Error("The page of the test has no prose.");
  return { page, headline, selection, stated: "" };
}
