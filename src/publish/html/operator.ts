import { html } from "hono/html";
import { addForm, unhideForm } from "#publish/html/parts/operator";
import { page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";

/** `/operator`: what only the operator sees, above all what is hidden. */
export const operatorPage: Handler = async (visit) => {
  const hidden = await visit.view.reader.hiddenArticles();
  return page(visit, {
    title: "Operator",
    noIndex: true,
    main: html`<header class="opening"><h1>Operator</h1></header>
${addForm(visit)}
<section aria-labelledby="hidden"><h2 id="hidden">Hidden articles</h2>
${
  hidden.length === 0
    ? html`<p>None. An article is hidden from its own page or with <code>variorum hide URL --reason …</code>; it then answers 410 everywhere.</p>`
    : html`<ul class="articles">${hidden.map(
        ({ article, source }) => html`<li><span dir="auto">${article.headline ?? article.url}</span>
<span class="apparatus"><span dir="auto">${source.name}</span>: <span dir="auto">${article.hiddenReason ?? ""}</span></span> ${unhideForm(visit, article)}</li>
`,
      )}</ul>`
}</section>`,
  });
};
