import { html } from "hono/html";
import { looksJson } from "#json/looks";
import type { ArticleId } from "#model/id";
import { lookLog } from "#publish/html/parts/look-log";
import { pager } from "#publish/html/parts/pager";
import { answered, represent } from "#publish/http/answer";
import { idParam, numberParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { articlePath, looksPath } from "#view/addresses";
import { type LooksView, looksView } from "#view/looks";
import { safeLanguage } from "#words/safe";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

const PER_PAGE = 100;

/** `/articles/:id/looks`: the whole log of looks. */
export const looksPage: Handler = async (visit) => {
  const before = numberParam(visit.query, "before");
  if (!before.ok) return badRequest(visit, before.failure.message);
  const query = { before: before.value, limit: PER_PAGE };
  return answered(visit, await looksView(visit.view, idParam<ArticleId>(visit.params["id"]), query), (view) =>
    represent(visit, { record: () => looksJson(view, absolute(visit)), page: () => looksHtml(view) }),
  );
};

function looksHtml({ article, looks }: LooksView): PageParts {
  const lang = safeLanguage(article.language);
  return {
    title: `Looks: ${article.headline ?? article.url}`,
    noIndex: true,
    jsonHref: `${looksPath(article.id)}.json`,
    main: html`<header class="opening"><p class="kicker">All looks at</p>
<h1 dir="auto"${lang ? html` lang="${lang}"` : ""}><a href="${articlePath(article.id)}">${article.headline ?? article.url}</a></h1></header>
${looks.items.length === 0 ? html`<p>No one has looked yet.</p>` : lookLog(looks.items, 2)}
${pager(looksPath(article.id), {}, looks.next, "Earlier looks")}`,
  };
}
