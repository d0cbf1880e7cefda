import { html } from "hono/html";
import type { LiveEntry } from "#model/document";
import type { VersionFacts, VersionHead, VersionText } from "#model/version";
import type { Html } from "#publish/markup";
import { safeHref } from "#words/safe";
import { clipped, plural } from "#words/wording";
import { claimed } from "./instant.ts";
import { outLink, shortUrl } from "./links.ts";

/** Entries and links listed on the page; the JSON has them all. */
const MAX_LISTED = 200;

/** What else the page stated, as terms of the list of facts. The picture is linked, never shown: nothing is fetched from elsewhere. */
export function statedTerms(facts: VersionFacts | null): Html | "" {
  if (!facts) return "";
  const { section, credits, leadImage } = facts;
  return html`${section === null ? "" : html`<div><dt>Section</dt><dd dir="auto">${section}</dd></div>`}
${credits.length === 0 ? "" : html`<div><dt>Credit</dt><dd dir="auto">${credits.join(", ")}</dd></div>`}
${leadImage === null ? "" : html`<div><dt>Picture</dt><dd>${outLink(leadImage.url, clipped(leadImage.caption ?? shortUrl(leadImage.url)))}</dd></div>`}`;
}

/** Said wherever the text of a version that is only a part of its article is shown. */
export const continues = ({ continuesAt }: Pick<VersionHead, "continuesAt">): Html | "" =>
  continuesAt === null
    ? ""
    : html`<p class="hint">The article continues on more pages. Variorum reads this page of it alone; ${outLink(continuesAt, "the next one")} is at the publisher.</p>`;

/** Where an entry of a live page begins in the text. */
const entryId = (at: number): string => `entry-${at + 1}`;

/** The entries of a live page, each leading to its text. */
export function entryList({ entries }: VersionFacts, { blocks }: VersionText): Html | "" {
  if (entries.length === 0) return "";
  return html`<details class="told"><summary>${plural(entries.length, "entry", "entries")}</summary><ol>
${entries.slice(0, MAX_LISTED).map((entry, i) => html`<li>${entry.at === null ? "" : html`${claimed(entry.at)} `}<a href="#${entryId(i)}"><bdi>${nameOf(entry, blocks)}</bdi></a></li>\n`)}</ol>${more(entries.length)}</details>`;
}

const nameOf = ({ headline, from, to }: LiveEntry, blocks: VersionText["blocks"]): string =>
  headline ?? (from < to && blocks[from] ? clipped(blocks[from].text, 70) : "without a text of its own");

/** By the block with which they begin: where the page names the entries in the text. An entry without text stands at the next. */
export function entryMarks(facts: VersionFacts | null): ReadonlyMap<number, Html> {
  const starts = Map.groupBy([...(facts?.entries ?? []).entries()], ([, { from }]) => from);
  return new Map(
    [...starts].map(([from, own]) => [
      from,
      html`<p class="entry" lang="en">${own.map(([i, { at }]) => html`<span id="${entryId(i)}">${at === null ? `Entry ${i + 1}` : claimed(at)}</span> `)}</p>\n`,
    ]),
  );
}

/** The links of the body as a list: the text itself is kept without them. */
export function linkList({ links }: VersionFacts): Html | "" {
  const safe = links.filter(({ url }) => safeHref(url) !== null);
  if (safe.length === 0) return "";
  return html`<details class="told"><summary>${plural(safe.length, "link")} in the text</summary><ul>
${safe.slice(0, MAX_LISTED).map(({ url, text }) => html`<li>${outLink(url, clipped(text === "" ? shortUrl(url) : text))} <span class="counts">${shortUrl(url)}</span></li>\n`)}</ul>${more(safe.length)}</details>`;
}

const more = (count: number): Html | "" =>
  count <= MAX_LISTED
    ? ""
    : html`<p class="hint">${plural(count - MAX_LISTED, "more is", "more are")} in the JSON.</p>`;
