import { html } from "hono/html";
import { evolutionJson } from "#json/evolution";
import type { ArticleId } from "#model/id";
import { evolvedText } from "#publish/html/parts/evolved";
import { timeline } from "#publish/html/parts/timeline";
import { answered, represent } from "#publish/http/answer";
import { idParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { articlePath, evolutionPath, sourcePath } from "#view/addresses";
import { type EvolutionView, evolutionView } from "#view/evolution";
import { safeLanguage } from "#words/safe";
import { plural } from "#words/wording";
import type { PageParts } from "./layout.ts";

/** `/articles/:id/evolution`: all versions in one text. */
export const evolutionPage: Handler = async (visit) =>
  answered(visit, await evolutionView(visit.view, idParam<ArticleId>(visit.params["id"])), (view) =>
    represent(visit, { record: () => evolutionJson(view, absolute(visit)), page: () => evolutionHtml(view) }),
  );

function evolutionHtml({ article, source, versions, whole, changes, raised }: EvolutionView): PageParts {
  const lang = safeLanguage(versions.at(-1)!.language ?? article.language);
  const title = article.headline ?? article.url;
  return {
    title: `All versions in one text: ${title}`,
    jsonHref: `${evolutionPath(article.id)}.json`,
    noIndex: true,
    wide: true,
    main: html`<header class="opening"><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a> · <a href="${articlePath(article.id)}">${plural(versions.length, "version")} in one text</a></p>
<h1 class="say">All versions in one text: ${title}</h1>
<p class="apparatus">The text of version ${versions.at(-1)!.place}. The small number after a passage is the version that brought its present words; the later, the stronger the tint. Beside it stand earlier wordings and what was removed.${
      whole.omitted > 0
        ? ` The ${plural(whole.omitted, "oldest version")} ${whole.omitted === 1 ? "is" : "are"} left out: ${whole.versions[0]} means “or earlier”.`
        : ""
    }</p></header>
${timeline({ id: article.id, versions, changes, raised })}
${evolvedText({ heads: versions, whole, lang })}`,
  };
}
