import { html } from "hono/html";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath } from "#view/addresses";

export const csrfField = (visit: Visit): Html =>
  html`<input type="hidden" name="csrf" value="${visit.session?.csrf ?? ""}">`;

export const addForm = (visit: Visit, typed = ""): Html =>
  html`<form class="panel" method="post" action="/operator/add" enctype="multipart/form-data">
${csrfField(visit)}
<label for="add-url">Watch an address, or several, one per line</label>
<div class="field"><textarea id="add-url" name="url" rows="3" placeholder="www.example.org" maxlength="20000" autocomplete="off" autocapitalize="none" spellcheck="false">
${typed}</textarea>
<button>Add</button></div>
<label for="add-file">Or a file: OPML from a feed reader, or a text file of addresses</label>
<input id="add-file" name="file" type="file" accept=".opml,.xml,.txt,text/plain,text/xml,text/x-opml">
<p class="hint">A site’s home page, a feed, a sitemap or one article: its feeds are found by themselves. This can take a minute for each address.</p>
</form>`;

/** What the operator may do with an article, on the article's page. */
export function articleForms(visit: Visit, article: Article): Html {
  const path = articlePath(article.id);
  return html`<section class="panel" aria-labelledby="operator-heading"><h2 id="operator-heading">Operator</h2>
<div class="forms">
<form method="post" action="${path}/look">${csrfField(visit)}<button>Look now</button></form>
<form method="post" action="${path}/hide">${csrfField(visit)}
<label for="reason">Hide, because</label>
<div class="field"><input id="reason" name="reason" required maxlength="500" autocomplete="off"><button>Hide</button></div></form>
</div></section>`;
}

export const unhideForm = (visit: Visit, id: ArticleId, label = "Show again"): Html =>
  html`<form method="post" action="${articlePath(id)}/unhide">${csrfField(visit)}<button>${label}</button></form>`;

/** Of an article that started hidden: from now on it is hidden for a reason of the operator's. */
export const keepHiddenForm = (visit: Visit, id: ArticleId, reason: string): Html =>
  html`<form method="post" action="${articlePath(id)}/hide">${csrfField(visit)}<input type="hidden" name="reason" value="${reason}"><button>Keep hidden</button></form>`;
