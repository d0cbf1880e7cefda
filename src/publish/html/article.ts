import { html } from "hono/html";
import type { Change } from "#model/change";
import type { Variant } from "#model/variant";
import { articleJson } from "#publish/api/article-json";
import { besideTexts } from "#publish/html/parts/beside";
import { ago, stamp } from "#publish/html/parts/instant";
import { feedLine, feedLinks, outLink, shortUrl } from "#publish/html/parts/links";
import { lookLog } from "#publish/html/parts/look-log";
import { articleForms } from "#publish/html/parts/operator";
import { pairForm } from "#publish/html/parts/pair-form";
import { raisedDates } from "#publish/html/parts/raised-dates";
import { standing } from "#publish/html/parts/standing";
import { timeline } from "#publish/html/parts/timeline";
import { versionTable } from "#publish/html/parts/version-table";
import { type FoundArticle, findArticle } from "#publish/http/find-article";
import { choiceParam } from "#publish/http/params";
import { json, page } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import { articlePath, looksPath, sourcePath } from "#view/addresses";
import { type Beside, besideOf, isAlternating, unreadOf } from "#view/beside";
import { runningOf } from "#view/running";
import { safeLanguage } from "#words/safe";
import { why } from "#words/why";
import { capital, runningLine, times } from "#words/wording";
import type { Html } from "./markup.ts";
import { badRequest } from "./problem.ts";

/** The log of looks is long; its latest entries tell how things stand. */
const LOOKS_SHOWN = 20;
/** Summaries for the table of versions; older ones are still one click away, side by side. */
const MAX_CHANGES = 200;

/** `/articles/:id`: everything known about one article. */
export const articlePage: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const versionsShown = choiceParam(visit.query, "versions", ["latest", "all"]);
  if (!versionsShown.ok) return badRequest(visit, versionsShown.failure.message);
  const { article, source } = found.value;
  const { reader } = visit;
  const [changes, looks, raised, variants] = await Promise.all([
    reader.changes({ articleId: article.id, limit: MAX_CHANGES }),
    reader.captures(article.id, { limit: LOOKS_SHOWN }),
    reader.raisedDates(article.id),
    reader.variants(article.id),
  ]);
  const byTo = new Map<number, Change>(changes.items.map((item) => [item.change.to, item.change]));
  const beside = await besideArticle(visit, found.value, variants);
  const unread = unreadOf(looks.items);
  const running = runningOf(found.value.versions, article.versionCount);
  const { alternation } = beside;
  if (visit.wantsJson) {
    return json(
      visit,
      articleJson(visit, found.value, { changes: byTo, raised, variants, alternation, unread, running }),
    );
  }
  const path = articlePath(article.id);
  const feeds = feedLinks(path, article.headline ?? article.url);
  const lang = safeLanguage(article.language);
  return page(visit, {
    title: article.headline ?? article.url,
    feeds,
    jsonHref: `${path}.json`,
    noIndex: versionsShown.value === "all",
    main: html`<header class="opening"><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 dir="auto"${lang ? html` lang="${lang}"` : ""}>${article.headline ?? article.url}</h1>
${running ? html`<p class="live">${capital(runningLine(running, visit.now))}</p>` : ""}
${facts(visit, found.value)}
${standing(article, beside.held, unread, visit.now)}
<p class="apparatus">Follow this article: ${feedLine(feeds)}</p></header>
<section aria-labelledby="versions"><h2 id="versions">Versions</h2>
${timeline({ id: article.id, versions: found.value.versions, changes: byTo, raised, whole: true })}
${found.value.versions.length === 0 ? html`<p>${article.lastLookedAt ? "No text could be read yet." : "It has not been read yet."}</p>` : versionTable(found.value, byTo, versionsShown.value === "all")}
${!beside.alternation && found.value.versions.some((each) => each.alternating) ? html`<p class="hint">The page switched back and forth between a text marked “alternating” and another that is no longer kept; no switch counts as a change.</p>` : ""}
${raisedDates(raised)}
${pairForm(article.id, found.value.versions)}</section>
${besideTexts(article.id, beside, lang)}
<section aria-labelledby="looks"><h2 id="looks">Looks</h2>
${looks.items.length === 0 ? html`<p>Nobody has looked yet.</p>` : lookLog(article.id, looks.items, 3)}
${looks.next === null ? "" : html`<p class="more"><a href="${looksPath(article.id)}">All looks</a></p>`}</section>
${visit.session ? articleForms(visit, article) : ""}`,
  });
};

async function besideArticle(
  visit: Visit,
  { article, versions }: FoundArticle,
  variants: readonly Variant[],
): Promise<Beside> {
  const { reader } = visit;
  const base = variants.find(isAlternating);
  const [memory, version] = await Promise.all([
    versions.some((each) => each.alternating) ? reader.memory(article.id) : null,
    base ? reader.version(article.id, base.versionNumber) : null,
  ]);
  return besideOf(versions, variants, memory, version);
}

function facts(visit: Visit, { article, versions }: FoundArticle): Html {
  const changed = Math.max(0, article.versionCount - 1);
  return html`<dl class="facts">
${article.publishedAt === null ? "" : html`<div><dt>Published, it says</dt><dd>${stamp(article.publishedAt)}</dd></div>`}
<div><dt>First seen</dt><dd>${stamp(article.firstSeenAt)}</dd></div>
<div><dt>Changed</dt><dd>${changed === 0 ? "not so far" : times(changed)}${changed > 0 && article.lastChangedAt !== null ? html`, last ${ago(article.lastChangedAt, visit.now)}` : ""}${versions.some((v) => v.alternating) ? html`; texts of it alternate` : ""}</dd></div>
<div><dt>Next look</dt><dd>${nextLook(visit, article)}</dd></div>
<div><dt>Original</dt><dd>${outLink(article.url, shortUrl(article.url))}</dd></div>
</dl>
${whyThen(article)}`;
}

/** Only where reckoning decides: for everything else `standing` tells what is waited for. */
function whyThen(article: FoundArticle["article"]): Html | "" {
  const reasons = article.status === "watched" ? why(article) : null;
  return reasons === null ? "" : html`<p class="hint">Why the next look is then: ${reasons}.</p>`;
}

function nextLook(visit: Visit, article: FoundArticle["article"]): Html {
  const { nextLookAt } = article;
  const at = nextLookAt === null || nextLookAt <= visit.now ? html`due now` : ago(nextLookAt, visit.now);
  if (article.status === "quiet" && nextLookAt !== null)
    return html`${at}. ${article.statusReason} ${article.signal ? "Something has." : "Once in a while some such articles are looked at all the same."}`;
  if (article.status !== "watched") return html`none. ${article.statusReason}`;
  if (nextLookAt === null) return html`not planned`;
  return at;
}
