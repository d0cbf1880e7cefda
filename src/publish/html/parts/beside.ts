import { html } from "hono/html";
import type { ArticleId } from "#model/id";
import type { HoldRule } from "#model/memory";
import type { Variant } from "#model/variant";
import type { Html } from "#publish/markup";
import { variantPath, versionPath } from "#view/addresses";
import type { Alternation, Beside, TextInTurn } from "#view/beside";
import { clipped, inLetters, plural, times, timesSeen } from "#words/wording";
import { stamp } from "./instant.ts";

/** Texts that are no versions, as a section of the article's page: those shown in turn, and quietly those that passed. */
export function besideTexts(id: ArticleId, { alternation, passing }: Beside, lang: string | undefined): Html | "" {
  if (!alternation && passing.length === 0) return "";
  return html`<section aria-labelledby="beside"><h2 id="beside">Beside the versions</h2>
${alternation ? inTurn(id, alternation, lang) : ""}
${passing.length > 0 ? passed(id, passing, lang) : ""}</section>`;
}

function inTurn(id: ArticleId, { headlinesOnly, present, texts }: Alternation, lang: string | undefined): Html {
  const what = headlinesOnly ? "The headline" : "The page";
  return html`<p>${what} ${present ? "alternates" : "alternated"} between ${inLetters(texts.length)} texts.${headlinesOnly ? " Publishers try out headlines on readers in this way." : ""} No switch counts as an edit.</p>
<ul class="turns">${texts.map((each) => textInTurn(id, each, lang))}</ul>`;
}

function textInTurn(
  id: ArticleId,
  { headline, version, place, variant, met, lastSeenAt }: TextInTurn,
  lang: string | undefined,
): Html {
  const name =
    version === null
      ? html`<a href="${variantPath(id, variant!.hash)}">Variant</a>`
      : html`<a href="${versionPath(id, version)}">Version ${place}</a>`;
  return html`<li><p class="turn" dir="auto"${lang ? html` lang="${lang}"` : ""}>${headline ?? "(without a headline)"}</p>
<p class="apparatus">${name}${met ? html`, ${version === null ? "seen" : "back"} ${timesSeen(met.looks, met.runs)}` : ""}, last seen ${stamp(lastSeenAt)}</p></li>
`;
}

const passed = (id: ArticleId, variants: readonly Variant[], lang: string | undefined): Html =>
  html`<details class="told"><summary>${plural(variants.length, "text")} passed without becoming ${variants.length === 1 ? "a version" : "versions"}</summary>
<ul>${variants.map((each) => html`<li>${passing(id, each, lang)}</li>\n`)}</ul></details>`;

const PASSED: Readonly<Record<HoldRule, string>> = {
  confirm: "another text",
  headline: "another headline or standfirst",
  collapse: "a text without most of its body, as behind a pay wall",
  return: "an earlier text",
  stranger: "a text that had nothing of the article",
};

function passing(
  id: ArticleId,
  { rule, hash, text, looks, firstSeenAt, lastSeenAt }: Variant,
  lang: string | undefined,
): Html {
  const seen =
    looks === 1
      ? html`${stamp(lastSeenAt)}`
      : html`${stamp(firstSeenAt)} to ${stamp(lastSeenAt)}, seen ${times(looks)}`;
  const quoted =
    rule === "headline" && text.headline !== null
      ? html`: <q dir="auto"${lang ? html` lang="${lang}"` : ""}>${clipped(text.headline)}</q>`
      : "";
  return html`${seen}: <a href="${variantPath(id, hash)}">${PASSED[rule]}</a>${quoted}`;
}
