import { html } from "hono/html";
import type { Change } from "#model/change";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { Html } from "#publish/markup";
import { articlePath, headPath, pairPath } from "#view/addresses";
import type { ArticleHead } from "#view/article-head";
import { sampleOf } from "#view/compare/sample";
import { safeLanguage } from "#words/safe";
import { changeLine, clockTime, later, plural, shortDate, wordCounts } from "#words/wording";
import { claimed, stamp, timeOfDay } from "./instant.ts";
import { chips } from "./labels.ts";
import { say } from "./pieces.ts";
import { sample } from "./sample.ts";

/** Rows of a page that was not asked for all: the first version and the latest. A live page has hundreds, and a row weighs over a kilobyte. */
const MAX_ROWS = 16;

/** The versions in the order of time, with the time that passed between them. */
export function versionTable(
  { article, versions }: ArticleHead,
  changes: ReadonlyMap<number, Change>,
  all: boolean,
): Html {
  const lang = safeLanguage(article.language);
  const left = all ? 0 : Math.max(0, versions.length - MAX_ROWS);
  return html`<table class="versions"><thead><tr><th scope="col">Version</th><th scope="col">Seen</th><th scope="col">What changed</th></tr></thead>
<tbody>
${versions.map((version, i) => {
  if (i > 0 && i < left) return "";
  if (i > 0 && i === left) return skipped(article.id, left);
  return html`${i > 0 ? gap(versions[i - 1]!, version) : ""}<tr>
<th scope="row"><a href="${headPath(version)}">${say("Version ")}${version.place}</a></th>
<td>${seen(version)}${version.alternating ? html`<br><span class="tag">alternating</span>` : ""}${version.takenBack ? html`<br><span class="tag">taken back</span>` : ""}</td>
<td>${i === 0 ? opening(version) : whatChanged(versions[i - 1]!, version, changes.get(version.place), lang)}</td>
</tr>
`;
})}
</tbody></table>`;
}

const skipped = (id: ArticleId, count: number): Html =>
  html`<tr class="gap"><td></td><td colspan="2"><a href="${articlePath(id)}?versions=all#versions">${plural(count, "version")} between</a></td></tr>\n`;

const gap = (before: VersionHead, version: VersionHead): Html =>
  html`<tr class="gap"><td></td><td colspan="2">${later(version.firstSeenAt - before.firstSeenAt)}</td></tr>\n`;

const sameDay = (a: number, b: number): boolean => shortDate(a) === shortDate(b);

function seen(version: VersionHead): Html {
  if (version.lastSeenAt === version.firstSeenAt) return html`${stamp(version.firstSeenAt)}`;
  const last = sameDay(version.firstSeenAt, version.lastSeenAt)
    ? timeOfDay(version.lastSeenAt)
    : stamp(version.lastSeenAt);
  return html`${stamp(version.firstSeenAt)}<br><span class="quiet">last seen ${last}</span>`;
}

const opening = (version: VersionHead): Html =>
  html`<span class="quiet">First version${version.byline.length > 0 ? html`, by <span dir="auto">${version.byline.join(", ")}</span>` : ""}</span>`;

function whatChanged(
  before: VersionHead,
  version: VersionHead,
  change: Change | undefined,
  lang: string | undefined,
): Html {
  const href = pairPath(before, version);
  return html`${change ? sample(sampleOf(change.summary), lang) : ""}
<p class="apparatus"><a href="${href}">${change ? changeLine(change.summary) : "Compare with the version before"}</a>${change && wordCounts(change.summary) ? html` <span class="counts">(${wordCounts(change.summary)})</span>` : ""}</p>
${change ? chips(change.summary, version.dateRaised) : ""}
${bounds(version)}`;
}

/** Between which two looks the edit was made, as exact as the watching was, and whether the publisher dated it. */
export function bounds(version: VersionHead): Html | "" {
  const from = version.previousSeenAt;
  if (from === null) return "";
  return html`<p class="bounds">Edited between ${sameDay(from, version.firstSeenAt) ? html`<time datetime="${new Date(from).toISOString()}">${clockTime(from)}</time>` : stamp(from)} (old text last seen) and ${sameDay(from, version.firstSeenAt) ? timeOfDay(version.firstSeenAt) : stamp(version.firstSeenAt)} (new text first seen).${dated(version)}</p>`;
}

/** What the publisher's date of modification did with the edit; nothing where that cannot be told. */
function dated({ dateRaised, modifiedAt }: VersionHead): Html | "" {
  if (dateRaised === null) return "";
  if (!dateRaised) return html` <b class="undated">Date not raised.</b>`;
  return html` Date raised${modifiedAt ? html` to ${claimed(modifiedAt)}` : ""}.`;
}
