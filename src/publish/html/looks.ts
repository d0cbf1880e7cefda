import { html } from "hono/html";
import { looksJson } from "#publish/api/look-json";
import { lookLog } from "#publish/html/parts/look-log";
import { pager } from "#publish/html/parts/pager";
import { findArticle } from "#publish/http/find-article";
import { numberParam } from "#publish/http/params";
import { json, page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { articlePath, looksPath } from "#view/addresses";
import { safeLanguage } from "#words/safe";
import { badRequest } from "./problem.ts";

const PER_PAGE = 100;

/** `/articles/:id/looks`: the whole log of looks. */
export const looksPage: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const { article } = found.value;
  const looks = await visit.reader.captures(article.id, { before: before.value, limit: PER_PAGE });
  if (visit.wantsJson) return json(visit, looksJson(visit, found.value, looks));
  const lang = safeLanguage(article.language);
  return page(visit, {
    title: `Looks: ${article.headline ?? article.url}`,
    noIndex: true,
    jsonHref: `${looksPath(article.id)}.json`,
    main: html`<header class="opening"><p class="kicker">All looks at</p>
<h1 dir="auto"${lang ? html` lang="${lang}"` : ""}><a href="${articlePath(article.id)}">${article.headline ?? article.url}</a></h1></header>
${looks.items.length === 0 ? html`<p>Nobody has looked yet.</p>` : lookLog(article.id, looks.items, 2)}
${pager(looksPath(article.id), {}, looks.next, "Earlier looks")}`,
  });
};
