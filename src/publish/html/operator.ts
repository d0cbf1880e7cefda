import { html } from "hono/html";
import { outLink, shortUrl } from "#publish/html/parts/links";
import { addForm, keepHiddenForm, unhideForm } from "#publish/html/parts/operator";
import { page } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { HiddenArticle } from "#store/public-reader";
import { articlePath } from "#view/addresses";
import { percent } from "#words/wording";
import { forbidden } from "./problem.ts";

/** `/operator`: what only the operator sees, above all what is hidden. */
export const operatorPage: Handler = async (visit) => {
  if (!visit.session)
    return forbidden(visit, "This page is for the operator. The sign-in link is printed when the server starts.");
  const hidden = await visit.view.reader.hiddenArticles();
  return page(visit, {
    title: "Operator",
    noIndex: true,
    main: html`<header class="opening"><h1>Operator</h1></header>
${addForm(visit)}
${questions(visit, hidden)}
<section aria-labelledby="hidden"><h2 id="hidden">Hidden articles</h2>
${list(
  hidden.filter(({ reason }) => reason !== null),
  (each) => hiddenItem(visit, each),
)}</section>`,
  });
};

const list = (hidden: readonly HiddenArticle[], item: (each: HiddenArticle) => Html): Html =>
  hidden.length === 0
    ? html`<p>None. An article is hidden from its own page or with <code>variorum hide URL --reason …</code>; it then answers 410 everywhere.</p>`
    : html`<ul class="articles">${hidden.map(item)}</ul>`;

const hiddenItem = (visit: Visit, { id, title, source, reason }: HiddenArticle): Html =>
  html`<li><span dir="auto">${title}</span>
<span class="apparatus"><span dir="auto">${source.name}</span>: <span dir="auto">${reason}</span></span> ${unhideForm(visit, id)}</li>
`;

/** Articles that started hidden: the operator says what is to become of them. */
function questions(visit: Visit, hidden: readonly HiddenArticle[]): Html | "" {
  const asked = hidden.filter(({ reason }) => reason === null);
  if (asked.length === 0) return "";
  return html`<section aria-labelledby="asked"><h2 id="asked">Show these articles?</h2>
<p>They are new, and much like an article that you have hidden. They stay hidden until you decide.</p>
<ul class="articles">${asked.map((each) =>
    question(
      visit,
      each,
      hidden.find(({ id }) => id === each.because?.article),
    ),
  )}</ul></section>`;
}

/** `like`: the article it is like, unless that one is shown again meanwhile. */
const question = (visit: Visit, asked: HiddenArticle, like: HiddenArticle | undefined): Html =>
  html`<li><span dir="auto">${asked.title}</span>
<span class="apparatus"><span dir="auto">${asked.source.name}</span>: ${outLink(asked.url, shortUrl(asked.url))}</span>
${asked.because ? html`<p>It has ${percent(asked.because.share)} of the words of ${like ? html`<bdi>${like.title}</bdi>` : html`<a href="${articlePath(asked.because.article)}">article ${asked.because.article}</a>`}${asked.because.sameHeadline ? ", and the same headline" : ""}.</p>` : ""}
<div class="forms">${unhideForm(visit, asked.id, "Show")}${keepHiddenForm(visit, asked.id, like?.reason ?? `Like article ${asked.because?.article}`)}</div></li>
`;
