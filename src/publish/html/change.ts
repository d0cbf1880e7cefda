import { html } from "hono/html";
import type { VersionHead } from "#model/version";
import { changeComparisonJson } from "#publish/api/change-json";
import { comparedText } from "#publish/html/parts/compared";
import { editList } from "#publish/html/parts/edit-list";
import { foot } from "#publish/html/parts/foot";
import { stamp, timeOfDay } from "#publish/html/parts/instant";
import { editCounts, rankLine, register } from "#publish/html/parts/labels";
import { pairForm } from "#publish/html/parts/pair-form";
import { type TimelineOf, timeline } from "#publish/html/parts/timeline";
import { type Unwatched, unwatched, unwatchedBetween } from "#publish/html/parts/unwatched";
import { bounds } from "#publish/html/parts/version-table";
import { type FoundArticle, findArticle } from "#publish/http/find-article";
import { choiceParam, pairParam, wholeNumber } from "#publish/http/params";
import { json, page, redirect } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import { articlePath, changePath, sourcePath, type View, versionPath } from "#view/addresses";
import type { Comparison } from "#view/compare/collator";
import { type Edit, editsOf } from "#view/compare/edits";
import { stopsOf } from "#view/compare/stops";
import { safeLanguage } from "#words/safe";
import { changeLine, inLetters, later, plural, shortDate, wordCounts } from "#words/wording";
import type { Html } from "./markup.ts";
import { badRequest, busy, noSuchVersion } from "./problem.ts";

const VIEWS = ["side", "inline", "changes"] as const;
/** Changes on the timeline; older versions are drawn without what they changed. */
const MAX_CHANGES = 200;

/** `/articles/:id/changes?from=&to=`: where the form for any pair leads; the pair has an address of its own. */
export const choosePair: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const view = choiceParam(visit.query, "view", VIEWS);
  if (!view.ok) return badRequest(visit, view.failure.message);
  const from = wholeNumber(visit.query.get("from") ?? "");
  const to = wholeNumber(visit.query.get("to") ?? "");
  if (!from || !to || from === to) {
    return badRequest(visit, "Choose two different versions, such as ?from=1&to=2.");
  }
  return redirect(changePath(found.value.article.id, Math.min(from, to), Math.max(from, to), view.value));
};

/** `/articles/:id/changes/A..B`: two versions side by side, inline, or the changes alone. */
export const changePage: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const { article, versions } = found.value;
  const view = choiceParam(visit.query, "view", VIEWS);
  if (!view.ok) return badRequest(visit, view.failure.message);
  const pair = pairParam(visit.params["pair"] ?? "");
  if (!pair || pair.from === pair.to) {
    return badRequest(visit, "A change is named by two different versions, such as /changes/1..2.");
  }
  if (pair.from > pair.to) return redirect(changePath(article.id, pair.to, pair.from, view.value));
  const old = versions.find((version) => version.number === pair.from);
  const now = versions.find((version) => version.number === pair.to);
  const made = old && now ? await visit.web.collator.compare(article.id, pair.from, pair.to) : null;
  if (!old || !now || !made) return noSuchVersion(visit, article);
  if (!made.ok) return busy(visit, made.failure, texts(old, now));
  const compared = made.value;
  const hole = await unwatchedBetween(visit.reader, article, lastSeenOld(old, now), now.firstSeenAt);
  if (visit.wantsJson) return json(visit, changeComparisonJson(visit, found.value, old, now, compared, hole));
  const lang = safeLanguage(now.language ?? article.language);
  const before = safeLanguage(old.language ?? article.language);
  const pairs = neighbours(found.value, old, now, view.value);
  const variants = editsOf(compared.parts);
  return page(visit, {
    title: `Versions ${old.number} and ${now.number}: ${now.headline ?? article.url}`,
    jsonHref: `${changePath(article.id, old.number, now.number)}.json`,
    wide: true,
    noIndex: view.value !== "side" || now.number !== old.number + 1,
    previous: pairs.previous,
    next: pairs.next,
    moves: compared.parts.some(({ rows }) => rows.some(({ move }) => move)),
    main: html`${opening(found.value, old, now, view.value)}
${verdict(now, old, compared, variants, hole)}
${variants.length === 0 ? await readAgain(visit, old, now) : ""}
${await line(visit, found.value, { from: old.number, to: now.number, view: view.value })}
${steps(pairs, "Pairs of versions")}
${heads(old, now, variants.length)}
${await comparedText({ from: old.number, to: now.number, lang, oldLang: before === lang ? undefined : before, parts: compared.parts }, view.value)}
${foot(variants, { from: old.number, to: now.number, lang })}
<div class="tail">${pairForm(article.id, versions, { from: old.number, to: now.number, view: view.value })}${steps(pairs, "Pairs of versions, after the text")}</div>`,
  });
};

const texts = (...versions: readonly VersionHead[]): Html =>
  html`<p>Read them one by one: ${versions.map(({ articleId, number }, i) => html`${i > 0 ? " · " : ""}<a href="${versionPath(articleId, number)}">Version ${number}</a>`)}</p>`;

const opening = ({ article, source }: FoundArticle, old: VersionHead, now: VersionHead, view: View): Html => {
  const lang = safeLanguage(now.language ?? article.language);
  return html`<header class="compare">
<div><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 class="say">Versions ${old.number} and ${now.number} of ${now.headline ?? article.url}</h1>
<p class="of"${lang ? html` lang="${lang}"` : ""} dir="auto"><a href="${articlePath(article.id)}">${now.headline ?? article.headline ?? article.url}</a></p></div>
${views(article.id, old.number, now.number, view)}
</header>`;
};

interface Pairs {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly previousLabel: string;
  readonly nextLabel: string;
}

/** The neighbouring pairs: the step before `old`, and the step after `now`. */
function neighbours({ article, versions }: FoundArticle, old: VersionHead, now: VersionHead, view: View): Pairs {
  const before = versions[versions.indexOf(old) - 1];
  const after = versions[versions.indexOf(now) + 1];
  return {
    previous: before && changePath(article.id, before.number, old.number, view),
    next: after && changePath(article.id, now.number, after.number, view),
    previousLabel: before ? `Versions ${before.number} and ${old.number}` : "",
    nextLabel: after ? `Versions ${now.number} and ${after.number}` : "",
  };
}

const steps = (pairs: Pairs, label: string): Html | "" =>
  pairs.previous || pairs.next
    ? html`<nav class="steps" aria-label="${label}">
${pairs.previous ? html`<a rel="prev" href="${pairs.previous}">${pairs.previousLabel}</a>` : html`<span></span>`}<span></span>
${pairs.next ? html`<a rel="next" href="${pairs.next}">${pairs.nextLabel}</a>` : html`<span></span>`}</nav>`
    : "";

const VIEW_NAMES: Readonly<Record<View, string>> = { side: "Side by side", inline: "Inline", changes: "Changes only" };

/** The key `v` follows the marked link: from the present view to the next one, and round again. */
function views(id: VersionHead["articleId"], from: number, to: number, view: View): Html {
  const next = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!;
  return html`<nav class="views" aria-label="View">${VIEWS.map(
    (each) =>
      html`<a href="${changePath(id, from, to, each)}"${each === view ? html` aria-current="page"` : ""}${each === next ? html` data-view` : ""}>${VIEW_NAMES[each]}</a>\n`,
  )}</nav>`;
}

/** What this change amounts to: its weight, its counts, when it was made, what it touched and why, every edit in words. */
function verdict(
  now: VersionHead,
  old: VersionHead,
  { parts, summary, collation }: Comparison,
  variants: readonly Edit[],
  hole: Unwatched,
): Html {
  const next = now.number === old.number + 1;
  const made = html`${next ? bounds(now) : boundsOfSteps(old, now)}${unwatched(hole, now.firstSeenAt)}`;
  if (variants.length === 0)
    return html`<section class="verdict" aria-label="What changed"><p class="edits">${unchanged(collation)}</p>${made}</section>`;
  const stops = stopsOf(variants);
  const lang = safeLanguage(now.language);
  return html`<section class="verdict" aria-label="What changed">
${rankLine(summary, next ? now.dateRaised : null)}
<p class="apparatus">${changeLine(summary)}: ${editCounts(variants.length, stops.size, wordCounts(summary))}.</p>
${made}
${register(summary.labels, parts, stops)}
${editList(variants, lang)}</section>`;
}

/** The old text was last met then; of versions with others between them the older one's. */
const lastSeenOld = (old: VersionHead, now: VersionHead): number =>
  (now.number === old.number + 1 ? now.previousSeenAt : null) ?? old.lastSeenAt;

/** Of versions with others between them: from the last sight of the one to the first of the other. */
const boundsOfSteps = (old: VersionHead, now: VersionHead): Html | "" =>
  old.lastSeenAt >= now.firstSeenAt
    ? ""
    : html`<p class="bounds">Edited in ${inLetters(now.number - old.number)} steps between ${stamp(old.lastSeenAt)} (version ${old.number} last seen) and ${stamp(now.firstSeenAt)} (version ${now.number} first seen).</p>`;

/** Two texts without a marked edit: alike in every letter, or but for what canonical texts leave out. */
function unchanged({ headline, standfirst, corrections, body }: Comparison["collation"]): string {
  const groups = [headline, standfirst, ...corrections.groups, ...body.groups];
  return groups.some((group) => group !== null && group.edits.length > 0)
    ? "These two versions differ in nothing but quotation marks, dashes or spaces."
    : "These two versions read the same, letter by letter.";
}

/** Why there are two versions that read alike: a reader that told them apart has been put right since. */
async function readAgain(visit: Visit, old: VersionHead, now: VersionHead): Promise<Html | ""> {
  const earlier = await visit.reader.earlierReadings(now.articleId);
  const told =
    earlier.find(({ number }) => number > old.number && number <= now.number) ??
    earlier.find(({ number }) => number === old.number);
  return told
    ? html`<p class="apparatus">What told them apart was how the page was read: until ${stamp(told.readUntil)} another extractor read it (${told.extractor}). It is no edit and stands in no list.</p>`
    : "";
}

async function line(
  visit: Visit,
  { article, versions }: FoundArticle,
  pair: TimelineOf["pair"] & {},
): Promise<Html | ""> {
  const { reader } = visit;
  const [{ items }, raised] = await Promise.all([
    reader.changes({ articleId: article.id, limit: MAX_CHANGES }),
    reader.raisedDates(article.id),
  ]);
  const changes = new Map(items.map(({ change }) => [change.to, change]));
  return timeline({ id: article.id, versions, changes, raised, pair, whole: true });
}

/** Numbers and times over the columns, in sight while the text scrolls. */
const heads = (old: VersionHead, now: VersionHead, edits: number): Html => html`<div class="heads">
${head(old, "")}
${head(now, html` <i>${later(now.firstSeenAt - old.firstSeenAt)}</i>`)}
${stepper(edits)}</div>`;

/** From edit to edit; shown where scripts run. */
const stepper = (edits: number): Html | "" =>
  edits === 0
    ? ""
    : html`<nav class="stepper" aria-label="Edits" hidden><span role="status">${plural(edits, "edit")}</span>
<button type="button" value="-1" aria-label="Previous edit">↑</button><button type="button" value="1" aria-label="Next edit">↓</button></nav>`;

const head = (version: VersionHead, after: Html | ""): Html =>
  html`<div class="witness"><p><b><a href="${versionPath(version.articleId, version.number)}">Version ${version.number}</a></b>${after}${version.alternating ? html` <span class="tag">alternating</span>` : ""}</p>
<p class="apparatus">${seenBetween(version)}</p></div>`;

/** "21 Nov 2026, 13:32 to 15:38 UTC", the days told apart where they differ. */
function seenBetween({ firstSeenAt, lastSeenAt }: VersionHead): Html {
  if (firstSeenAt === lastSeenAt) return html`seen ${stamp(firstSeenAt)}`;
  const last = shortDate(firstSeenAt) === shortDate(lastSeenAt) ? timeOfDay(lastSeenAt) : stamp(lastSeenAt);
  return html`first seen ${stamp(firstSeenAt)}<span class="detail">, last ${last}</span>`;
}
