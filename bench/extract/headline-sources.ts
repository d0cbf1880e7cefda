import { readHeadline, withoutSite } from "#extract/headline/headline";
import { firstString, structured } from "#extract/page/json-ld";
import { firstMeta, readMetas } from "#extract/page/metas";
import { plain } from "#extract/page/plain";
import { bare } from "#extract/page/text";
import { parseTree } from "#extract/page/tree";
import { walk } from "#extract/page/walk";
import type { GoldPage } from "./pages.ts";

/** Where a headline could be taken from: one place, or the first of several that says anything. */
const ORDERS: Readonly<Record<string, readonly Source[]>> = {
  "visible heading, as chosen": ["shown"],
  "first h1": ["h1"],
  "JSON-LD": ["jsonLd"],
  "og:title": ["og"],
  "twitter:title": ["twitter"],
  title: ["title"],
  "JSON-LD, else visible": ["jsonLd", "shown"],
  "og:title, else visible": ["og", "shown"],
  "JSON-LD, else og:title, else title": ["jsonLd", "og", "title"],
  "og:title, else JSON-LD, else title": ["og", "jsonLd", "title"],
};

type Source = "shown" | "h1" | "jsonLd" | "og" | "twitter" | "title";

/** Share of the pages whose headline each order would give, letters and digits compared; metadata without the site's name. */
export function scoreSources(pages: readonly GoldPage[]): Readonly<Record<string, number>> {
  const titled = pages.filter(({ headline }) => headline !== undefined);
  const read = titled.map((page) => ({ gold: bare(page.headline!), sources: sourcesOf(page.html()) }));
  return Object.fromEntries(
    Object.entries(ORDERS).map(([name, order]) => {
      const right = read.filter(({ gold, sources }) => {
        const first = order.find((source) => bare(sources[source]) !== "");
        return first !== undefined && bare(sources[first]) === gold;
      });
      return [name, right.length / titled.length];
    }),
  );
}

function sourcesOf(html: string): Readonly<Record<Source, string>> {
  const page = walk(parseTree(html));
  const metas = readMetas(page.facts);
  const { article } = structured(page.facts.jsonLd);
  const stated = (text: string | null) => withoutSite(plain(text ?? ""), metas, page);
  const h1 = page.boxes.find(({ element, marks, from, to }) => element.name === "h1" && !marks.hidden && to > from);
  const runs = h1 ? page.runs.slice(h1.from, h1.to) : [];
  return {
    shown: readHeadline(article, metas, page).text ?? "",
    h1: runs.map(({ text }) => text).join(" "),
    jsonLd: stated(firstString(article?.["headline"])),
    og: stated(firstMeta(metas, "og:title")),
    twitter: stated(firstMeta(metas, "twitter:title")),
    title: stated(page.facts.title),
  };
}
