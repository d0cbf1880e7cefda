import { html } from "hono/html";
import { articleJson } from "#json/article";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import { besideTexts } from "#publish/html/parts/beside";
import { changedBylines } from "#publish/html/parts/changed-bylines";
import { ago, stamp } from "#publish/html/parts/instant";
import { feedLine, feedLinks, outLink, shortUrl } from "#publish/html/parts/links";
import { lookLog } from "#publish/html/parts/look-log";
import { articleForms } from "#publish/html/parts/operator";
import { pairForm } from "#publish/html/parts/pair-form";
import { raisedDates } from "#publish/html/parts/raised-dates";
import { reasonSentence } from "#publish/html/parts/reason";
import { standing } from "#publish/html/parts/standing";
import { timeline } from "#publish/html/parts/timeline";
import { continues } from "#publish/html/parts/version-facts";
import { versionTable } from "#publish/html/parts/version-table";
import { answered, represent } from "#publish/http/answer";
import { choiceParam, idParam } from "#publish/http/params";
import { absolute, redirect } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, looksPath, sourcePath } from "#view/addresses";
import { type ArticleView, articleView } from "#view/article";
import { joinSentence } from "#words/joins";
import { safeLanguage } from "#words/safe";
import { why } from "#words/why";
import { capital, runningLine, times } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

/** `/articles/:id`: everything known about one article. */
export const articlePage: Handler = async (visit) => {
  const shown = choiceParam(visit.query, "versions", ["latest", "all"]);
  if (!shown.ok) return badRequest(visit, shown.failure.message);
  return answered(visit, await articleView(visit.view, idParam<ArticleId>(visit.params["id"])), (view) =>
    view.asked === view.article.id
      ? represent(visit, {
          record: () => articleJson(view, absolute(visit)),
          state: view,
          instants: [view.article.lastChangedAt, view.article.nextLookAt].filter((at) => at !== null),
          page: () => articleHtml(visit, view, shown.value === "all"),
        })
      : redirect(`${articlePath(view.article.id)}${visit.wantsJson ? ".json" : ""}`),
  );
};

function articleHtml(visit: Visit, view: ArticleView, allVersions: boolean): PageParts {
  const { article, source, versions, changes, raised, bylines, running, beside, looks } = view;
  const path = articlePath(article.id);
  const title = article.headline ?? article.url;
  const feeds = feedLinks(path, title);
  const lang = safeLanguage(article.language);
  const last = versions.at(-1);
  return {
    title,
    feeds,
    jsonHref: `${path}.json`,
    noIndex: allVersions,
    main: html`<header class="opening"><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 dir="auto"${lang ? html` lang="${lang}"` : ""}>${title}</h1>
${running ? html`<p class="live">${capital(runningLine(running, visit.now))}</p>` : ""}
${facts(visit, view)}
${standing({ ...view, held: beside.held }, visit.now)}
${last ? continues(last) : ""}
${view.joins.map(
  (join) => html`<p class="apparatus">${joinSentence(join)}</p>
`,
)}<p class="apparatus">Follow this article: ${feedLine(feeds)}</p></header>
<section aria-labelledby="versions"><h2 id="versions">Versions</h2>
${timeline({ id: article.id, versions, changes, raised, bylines, whole: true })}
${versions.length === 0 ? html`<p>${article.lastLookedAt ? "No text could be read yet." : "It has not been read yet."}</p>` : versionTable(view, changes, allVersions)}
${!beside.alternation && versions.some((each) => each.alternating) ? html`<p class="hint">The page switched back and forth between a text marked “alternating” and another that is no longer kept; no switch counts as a change.</p>` : ""}
${raisedDates(raised)}${changedBylines(bylines)}
${pairForm(article.id, versions)}</section>
${besideTexts(view.living, beside, lang)}
<section aria-labelledby="looks"><h2 id="looks">Looks</h2>
${looks.items.length === 0 ? html`<p>No one has looked yet.</p>` : lookLog(looks.items, 3)}
${looks.next === null ? "" : html`<p class="more"><a href="${looksPath(article.id)}">All looks</a></p>`}</section>
${visit.session ? articleForms(visit, article) : ""}`,
  };
}

function facts(visit: Visit, { article, versions }: ArticleView): Html {
  const changed = Math.max(0, versions.filter(({ takenBack }) => takenBack === null).length - 1);
  return html`<dl class="facts">
${article.publishedAt === null ? "" : html`<div><dt>Published (per publisher)</dt><dd>${stamp(article.publishedAt)}</dd></div>`}
<div><dt>First seen</dt><dd>${stamp(article.firstSeenAt)}</dd></div>
<div><dt>Changed</dt><dd>${changed === 0 ? "not so far" : times(changed)}${changed > 0 && article.lastChangedAt !== null ? html`, last ${ago(article.lastChangedAt, visit.now)}` : ""}${versions.some((v) => v.alternating) ? html`; its texts alternate` : ""}</dd></div>
<div><dt>Next look</dt><dd>${nextLook(visit, article)}</dd></div>
<div><dt>Original</dt><dd>${outLink(article.url, shortUrl(article.url))}</dd></div>
</dl>
${whyThen(article)}`;
}

/** Only if the schedule was computed from the article's edits; in other cases `standing` says what comes next. */
function whyThen(article: Article): Html | "" {
  const reasons = article.status === "watched" ? why(article) : null;
  return reasons === null ? "" : html`<p class="hint">Why the next look is then: ${reasons}.</p>`;
}

const whyNot = ({ statusReason }: Article): Html | "" => (statusReason === null ? "" : reasonSentence(statusReason));

function nextLook(visit: Visit, article: Article): Html {
  const { nextLookAt } = article;
  const at = nextLookAt === null || nextLookAt <= visit.now ? html`due now` : ago(nextLookAt, visit.now);
  if (article.status === "quiet" && nextLookAt !== null)
    return html`${at}. ${whyNot(article)} ${article.signal ? "Something has." : "From time to time some of these articles are looked at anyway."}`;
  if (article.status !== "watched") return html`${nextLookAt === null ? "none" : at}. ${whyNot(article)}`;
  if (nextLookAt === null) return html`not planned`;
  return at;
}
