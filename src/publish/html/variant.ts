import { html } from "hono/html";
import type { Variant } from "#model/variant";
import type { VersionHead } from "#model/version";
import { variantJson } from "#publish/api/variant-json";
import { comparedText } from "#publish/html/parts/compared";
import { editList } from "#publish/html/parts/edit-list";
import { stamp } from "#publish/html/parts/instant";
import { findArticle } from "#publish/http/find-article";
import { json, page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { articlePath, sourcePath, variantPath, versionPath } from "#view/addresses";
import type { Comparison } from "#view/compare/collator";
import { editsOf } from "#view/compare/edits";
import { safeLanguage } from "#words/safe";
import { changeLine, timesMet, wordCounts } from "#words/wording";
import type { Html } from "./markup.ts";
import { busy, notFound } from "./problem.ts";

/** `/articles/:id/variants/:hash`: a text that is no version, beside the version in whose place it stood. */
export const variantPage: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const { article, source, versions } = found.value;
  const variant = (await visit.reader.variants(article.id)).find(({ hash }) => hash === visit.params["hash"]);
  const version = versions.find(({ number }) => number === variant?.versionNumber);
  if (!variant || !version)
    return notFound(visit, "No such text is kept: only the last few that were no versions are.");
  const made = await visit.web.collator.compareVariant(variant);
  if (!made) return notFound(visit, "The version beside which this text stood is not kept.");
  if (!made.ok) return busy(visit, made.failure, beside(version));
  if (visit.wantsJson) return json(visit, variantJson(visit, found.value, variant, made.value));
  const lang = safeLanguage(version.language ?? article.language);
  const title = article.headline ?? article.url;
  return page(visit, {
    title: `A text beside version ${version.number}: ${title}`,
    jsonHref: `${variantPath(article.id, variant.hash)}.json`,
    wide: true,
    noIndex: true,
    main: html`<header class="compare"><div><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 class="say">A text beside version ${version.number} of ${title}</h1>
<p class="of"${lang ? html` lang="${lang}"` : ""} dir="auto"><a href="${articlePath(article.id)}">${title}</a></p></div></header>
${verdict(variant, made.value, lang)}
<div class="heads"><div class="witness"><p><b><a href="${versionPath(article.id, version.number)}">Version ${version.number}</a></b></p>
<p class="apparatus">first seen ${stamp(version.firstSeenAt)}</p></div>
<div class="witness"><p><b>${NAMES[variant.state]}</b></p><p class="apparatus">${seen(variant)}</p></div></div>
${await comparedText({ from: version.number, to: NAMES[variant.state], lang, parts: made.value.parts }, "side")}`,
  });
};

const beside = ({ articleId, number }: VersionHead): Html =>
  html`<p><a href="${versionPath(articleId, number)}">Version ${number}</a></p>`;

const NAMES: Readonly<Record<Variant["state"], string>> = {
  held: "Held text",
  passing: "Passing text",
  alternating: "Alternating text",
};

const STATES: Readonly<Record<Variant["state"], string>> = {
  held: "This text stands on the page and has yet to prove itself: it is no version so far.",
  passing: "This text stood on the page and was gone when somebody looked again: it never became a version.",
  alternating: "The page shows this text in turn with another: it is a variant, and no switch counts as an edit.",
};

function verdict(variant: Variant, { parts, summary }: Comparison, lang: string | undefined): Html {
  const edits = editsOf(parts);
  const words = wordCounts(summary);
  return html`<section class="verdict" aria-label="What differs"><p>${STATES[variant.state]}</p>
<p class="apparatus">${changeLine(summary)}${words ? ` (${words})` : ""}.${variant.cut ? " It was too long to be kept whole: its end is missing here, not on the page." : ""}</p>
${editList(edits, lang, "difference")}</section>`;
}

const seen = ({ firstSeenAt, lastSeenAt, looks, runs }: Variant): Html =>
  looks === 1
    ? html`seen once, ${stamp(firstSeenAt)}`
    : html`seen ${timesMet(looks, runs)}, <span class="nowrap">${stamp(firstSeenAt)}</span> to <span class="nowrap">${stamp(lastSeenAt)}</span>`;
