import { html } from "hono/html";
import { browserList } from "#publish/html/parts/browsers";
import { outLink, shortUrl } from "#publish/html/parts/links";
import { failedNotice } from "#publish/html/parts/notice";
import { addForm, keepHiddenForm, unhideForm } from "#publish/html/parts/operator";
import type { Notice } from "#publish/http/notice";
import { page } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, sourcePath } from "#view/addresses";
import { type HiddenView, hiddenView } from "#view/hidden";
import { type TakenInView, takenInView } from "#view/taken-in";
import { waitingWords } from "#words/waiting";
import { percent } from "#words/wording";
import { notAcceptable } from "./problem.ts";

type HiddenArticle = HiddenView[number];

/** An attempt to add something that failed, at least in part. */
interface Attempt {
  /** What is left to try again, as it was typed. */
  readonly typed: string;
  readonly notice: Notice;
}

/** `/operator`: what only the operator sees. Adding comes first, because that is what it is opened for. */
export const operatorPage: Handler = (visit) => (visit.wantsJson ? notAcceptable(visit) : operatorWith(visit, null));

/** The same, with what went wrong above the form. */
export async function operatorWith(visit: Visit, attempt: Attempt | null): Promise<Response> {
  const [hidden, sessions, waiting] = await Promise.all([
    hiddenView(visit.view),
    visit.web.sessions.list(),
    takenInView(visit.view),
  ]);
  return page(visit, {
    ...(attempt && { status: 422 }),
    title: "Operator",
    noIndex: true,
    main: html`<header class="opening"><h1>Operator</h1></header>
${attempt ? failedNotice(attempt.notice) : ""}
${addForm(visit, attempt?.typed)}
${takenIn(waiting)}
${questions(visit, hidden)}
<section aria-labelledby="hidden"><h2 id="hidden">Hidden articles</h2>
${list(
  hidden.filter(({ reason }) => reason !== null),
  (each) => hiddenItem(visit, each),
)}</section>
${browserList(visit, sessions)}`,
  });
}

/** What `add --all` has still to do. */
const takenIn = (waiting: TakenInView): Html | "" =>
  waiting.length === 0
    ? ""
    : html`<section aria-labelledby="waiting"><h2 id="waiting">Articles from before</h2>
<ul>${waiting.map(
        (
          each,
        ) => html`<li><a href="${sourcePath(each.source.id)}" dir="auto">${each.source.name}</a>: ${waitingWords(each)}</li>
`,
      )}</ul></section>`;

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
