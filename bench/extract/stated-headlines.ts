import { firstString, structured } from "#extract/page/json-ld";
import { firstMeta, readMetas } from "#extract/page/metas";
import { parseTree } from "#extract/page/tree";
import { walk } from "#extract/page/walk";

export interface StatedHeadlines {
  /** Texts of the headings that readers see. */
  readonly seen: readonly string[];
  /** What JSON-LD, meta and title call the page, with and without what follows a separator. */
  readonly declared: readonly string[];
}

/** Every headline that a page states itself. */
export function statedHeadlines(html: string): StatedHeadlines {
  const page = walk(parseTree(html));
  const metas = readMetas(page.facts);
  const { article } = structured(page.facts.jsonLd);
  const seen = page.boxes
    .filter(({ element, marks }) => /^h[1-4]$/.test(element.name) && !marks.hidden)
    .map(({ from, to }) =>
      page.runs
        .slice(from, to)
        .map(({ text }) => text)
        .join(" "),
    );
  const declared = [
    firstString(article?.["headline"]),
    firstString(article?.["name"]),
    ...["og:title", "twitter:title", "title", "dc.title"].map((name) => firstMeta(metas, name)),
    page.facts.title,
  ].flatMap((text) => (text ? [text] : []));
  return { seen, declared: declared.flatMap((text) => [text, ...withoutEnds(text)]) };
}

/** "Site: Headline | Section | Site" without one or more of its ends. */
function withoutEnds(title: string): readonly string[] {
  const cuts = [...title.matchAll(/\s+[|–—·•:»-]+\s+/gu)];
  return cuts.flatMap(({ index, 0: cut }) => [title.slice(0, index), title.slice(index + cut.length)]);
}
