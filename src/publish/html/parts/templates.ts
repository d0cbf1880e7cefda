import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { SiteSummary } from "#view/site-templates";
import { clipped, percent, plural } from "#words/wording";
import { ago } from "./instant.ts";

/** Sections of a site and samples told; `variorum site` has them all. */
const MAX_SHOWN = 12;

/**
 * How the pages of a source are read. What was left out is counted for everyone and shown to the operator alone: a teaser
 * that stands on every page may name an article that is hidden.
 */
export function templates(summary: SiteSummary, now: number, withSamples: boolean): Html {
  const { looks, sections, boilerplate, volatile, rules, alarms } = summary;
  const found = sections.filter(({ bodyPath }) => bodyPath !== null);
  const some = (count: number, one: string): string => (count === 0 ? "" : plural(count, one));
  const terms: readonly (readonly [string, string])[] = [
    ["Learned from", plural(looks, "look")],
    ["Repeats on every page, left out", some(boilerplate.length, "block")],
    ["Changes by itself, left out", some(volatile.length, "place")],
    ["Rules of the operator", some(rules.take.length + rules.drop.length, "rule")],
  ];
  return html`<section aria-labelledby="templates"><h2 id="templates">How its pages are read</h2>
${alarms.slice(-1).map(({ at, section, matchRate }) => html`<p><strong class="warning">A template stopped matching</strong> ${ago(at, now)}: only ${percent(matchRate)} of the latest pages of <bdi>${section}</bdi> matched, and it was set aside until another is learned.</p>`)}
<dl class="facts">${terms.filter(([, count]) => count !== "").map(([term, count]) => html`<div><dt>${term}</dt><dd>${count}</dd></div>\n`)}</dl>
${found.length === 0 ? html`<p class="apparatus">No box of theirs has held the text often enough to be relied on; each page is judged by itself.</p>` : html`<ul class="articles">${found.slice(0, MAX_SHOWN).map(sectionItem)}</ul>`}
${withSamples ? samples(summary) : ""}</section>`;
}

const sectionItem = ({ section, articles, bodyPath, matchRate }: SiteSummary["sections"][number]): Html =>
  html`<li><bdi>${section}</bdi><span class="apparatus">${plural(articles, "article")}, text in <code>${clipped(bodyPath!)}</code>${matchRate === null ? "" : `, found on ${percent(matchRate)} of the latest pages`}</span></li>\n`;

function samples({ boilerplate, volatile }: SiteSummary): Html | "" {
  if (boilerplate.length + volatile.length === 0) return "";
  return html`<details class="told"><summary>What is left out</summary><ul>
${boilerplate.slice(0, MAX_SHOWN).map(({ sample, articles }) => html`<li><q dir="auto">${clipped(sample)}</q> in ${plural(articles, "article")}</li>\n`)}
${volatile.slice(0, MAX_SHOWN).map((each) => html`<li>${each.samples.slice(0, 2).map((sample) => html`<q dir="auto">${clipped(sample)}</q> `)}changed alone at ${percent(each.changeRate)} of looks</li>\n`)}</ul></details>`;
}
