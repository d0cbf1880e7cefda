import { html } from "hono/html";
import { variantJson } from "#json/variant";
import type { ArticleId } from "#model/id";
import type { Variant } from "#model/variant";
import { comparedText } from "#publish/html/parts/compared";
import { editList } from "#publish/html/parts/edit-list";
import { stamp } from "#publish/html/parts/instant";
import { answered, represent } from "#publish/http/answer";
import { idParam } from "#publish/http/params";
import { absolute } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, headPath, sourcePath, variantPath } from "#view/addresses";
import type { Comparison } from "#view/compare/collator";
import type { Edit } from "#view/compare/edits";
import { type VariantView, variantView } from "#view/variant";
import { safeLanguage } from "#words/safe";
import { changeLine, timesSeen, wordCounts } from "#words/wording";
import type { PageParts } from "./layout.ts";

/** `/articles/:id/variants/:hash`: a text that is not a version, beside the version in whose place it was seen. */
export const variantPage: Handler = async (visit) => {
  const { id, hash = "" } = visit.params;
  return answered(visit, await variantView(visit.view, idParam<ArticleId>(id), hash), (view) =>
    represent(visit, { record: () => variantJson(view, absolute(visit)), page: () => variantHtml(view) }),
  );
};

async function variantHtml({ article, source, version, variant, comparison, edits }: VariantView): Promise<PageParts> {
  const lang = safeLanguage(version.language ?? article.language);
  const title = article.headline ?? article.url;
  return {
    title: `A text beside version ${version.place}: ${title}`,
    jsonHref: `${variantPath(variant.articleId, variant.hash)}.json`,
    wide: true,
    noIndex: true,
    main: html`<header class="compare"><div><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 class="say">A text beside version ${version.place} of ${title}</h1>
<p class="of"${lang ? html` lang="${lang}"` : ""} dir="auto"><a href="${articlePath(article.id)}">${title}</a></p></div></header>
${verdict(variant, comparison, edits, lang)}
<div class="heads"><div class="witness"><p><b><a href="${headPath(version)}">Version ${version.place}</a></b></p>
<p class="apparatus">first seen ${stamp(version.firstSeenAt)}</p></div>
<div class="witness"><p><b>${NAMES[variant.state]}</b></p><p class="apparatus">${seen(variant)}</p></div></div>
${await comparedText({ from: version.place, to: NAMES[variant.state], lang, parts: comparison.parts, whole: headPath(version) }, "side")}`,
  };
}

const NAMES: Readonly<Record<Variant["state"], string>> = {
  held: "Held text",
  passing: "Passing text",
  alternating: "Alternating text",
};

const STATES: Readonly<Record<Variant["state"], string>> = {
  held: "This text is on the page now. It becomes a version if later looks see it again.",
  passing: "This text was on the page, and was gone at a later look. It never became a version.",
  alternating:
    "The page switches back and forth between this text and another. It is a variant; no switch counts as an edit.",
};

function verdict(variant: Variant, { summary }: Comparison, edits: readonly Edit[], lang: string | undefined): Html {
  const words = wordCounts(summary);
  return html`<section class="verdict" aria-label="What differs"><p>${STATES[variant.state]}</p>
<p class="apparatus">${changeLine(summary)}${words ? ` (${words})` : ""}.${variant.cut ? " This text was too long to be kept whole: its end is missing here, but not on the publisher’s page." : ""}</p>
${editList(edits, lang, "difference")}</section>`;
}

const seen = ({ firstSeenAt, lastSeenAt, looks, runs }: Variant): Html =>
  looks === 1
    ? html`seen once, ${stamp(firstSeenAt)}`
    : html`seen ${timesSeen(looks, runs)}, <span class="nowrap">${stamp(firstSeenAt)}</span> to <span class="nowrap">${stamp(lastSeenAt)}</span>`;
