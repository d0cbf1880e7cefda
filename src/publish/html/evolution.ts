import { html } from "hono/html";
import { evolvedText } from "#publish/html/parts/evolved";
import { timeline } from "#publish/html/parts/timeline";
import { findArticle } from "#publish/http/find-article";
import { json, page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { articlePath, evolutionPath, sourcePath } from "#view/addresses";
import { safeLanguage } from "#words/safe";
import { plural } from "#words/wording";
import { busy, notFound } from "./problem.ts";

/** What the ticks of the timeline say of their versions; older ones are drawn without. */
const MAX_CHANGES = 200;

/** `/articles/:id/evolution`: all versions in one text. */
export const evolutionPage: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const { article, source, versions } = found.value;
  if (versions.length === 0) return notFound(visit, "No text of this article could be read yet.");
  const made = await visit.web.evolver.evolution(article.id, versions);
  if (!made) return notFound(visit, "This article is no longer shown.");
  if (!made.ok)
    return busy(visit, made.failure, html`<p><a href="${articlePath(article.id)}">The versions one by one</a></p>`);
  const whole = made.value;
  if (visit.wantsJson) return json(visit, { article: { id: article.id, url: article.url }, ...whole });
  const { reader } = visit;
  const [{ items }, raised] = await Promise.all([
    reader.changes({ articleId: article.id, limit: MAX_CHANGES }),
    reader.raisedDates(article.id),
  ]);
  const changes = new Map(items.map(({ change }) => [change.to, change]));
  const lang = safeLanguage(versions.at(-1)!.language ?? article.language);
  const title = article.headline ?? article.url;
  return page(visit, {
    title: `All versions in one text: ${title}`,
    jsonHref: `${evolutionPath(article.id)}.json`,
    noIndex: true,
    wide: true,
    main: html`<header class="opening"><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a> · <a href="${articlePath(article.id)}">${plural(versions.length, "version")} in one text</a></p>
<h1 class="say">All versions in one text: ${title}</h1>
<p class="apparatus">The text of version ${versions.at(-1)!.number}. The small number after a passage is the version that brought its present words; the later, the stronger the tint. Beside it stand earlier wordings and what was removed.${
      whole.omitted > 0
        ? ` The ${plural(whole.omitted, "oldest version")} ${whole.omitted === 1 ? "is" : "are"} left out: ${whole.versions[0]} means “or earlier”.`
        : ""
    }</p></header>
${timeline({ id: article.id, versions, changes, raised })}
${evolvedText({ id: article.id, whole, lang })}`,
  });
};
