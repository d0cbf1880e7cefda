import { html } from "hono/html";
import { browserList } from "#publish/html/parts/browsers";
import { failedNotice } from "#publish/html/parts/notice";
import { addForm, unhideForm } from "#publish/html/parts/operator";
import type { Notice } from "#publish/http/notice";
import { page } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";

/** An attempt to add something that failed, at least in part. */
interface Attempt {
  /** What is left to try again, as it was typed. */
  readonly typed: string;
  readonly told: Notice;
}

/** `/operator`: what only the operator sees. Adding comes first, because that is what it is opened for. */
export const operatorPage: Handler = (visit) => operatorWith(visit, null);

/** The same, with what went wrong above the form. */
export async function operatorWith(visit: Visit, attempt: Attempt | null): Promise<Response> {
  const [hidden, sessions] = await Promise.all([visit.view.reader.hiddenArticles(), visit.web.sessions.list()]);
  return page(visit, {
    ...(attempt && { status: 422 }),
    title: "Operator",
    noIndex: true,
    main: html`<header class="opening"><h1>Operator</h1></header>
${attempt ? failedNotice(attempt.told) : ""}
${addForm(visit, attempt?.typed)}
<section aria-labelledby="hidden"><h2 id="hidden">Hidden articles</h2>
${
  hidden.length === 0
    ? html`<p>None. An article is hidden from its own page or with <code>variorum hide URL --reason …</code>; it then answers 410 everywhere.</p>`
    : html`<ul class="articles">${hidden.map(
        ({ id, title, source, reason }) => html`<li><span dir="auto">${title}</span>
<span class="apparatus"><span dir="auto">${source.name}</span>: <span dir="auto">${reason ?? ""}</span></span> ${unhideForm(visit, id)}</li>
`,
      )}</ul>`
}</section>
${browserList(visit, sessions)}`,
  });
}
