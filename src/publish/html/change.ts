import { html } from "hono/html";
import { changeJson } from "#json/change";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { VersionHead } from "#model/version";
import { comparedText } from "#publish/html/parts/compared";
import { editList } from "#publish/html/parts/edit-list";
import { foot } from "#publish/html/parts/foot";
import { imprint } from "#publish/html/parts/imprint";
import { stamp, timeOfDay } from "#publish/html/parts/instant";
import { labelForms } from "#publish/html/parts/label-marks";
import { editCounts, rankLine, register } from "#publish/html/parts/labels";
import { pairForm } from "#publish/html/parts/pair-form";
import { reasonSentence } from "#publish/html/parts/reason";
import { timeline } from "#publish/html/parts/timeline";
import { unwatched } from "#publish/html/parts/unwatched";
import { continues } from "#publish/html/parts/version-facts";
import { bounds } from "#publish/html/parts/version-table";
import { actorOf } from "#publish/http/actor";
import { answered, represent } from "#publish/http/answer";
import { choiceParam, idParam, pairParam, versionParam } from "#publish/http/params";
import { absolute, json, redirect } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, changePath, headPath, pairPath, sourcePath, type View } from "#view/addresses";
import { type ArticleHead, articleHead, placeIn } from "#view/article-head";
import {
  type ChangeSurroundings,
  type ChangeView,
  changeSurroundings,
  changeView,
  type OlderVersion,
  type ReadAgain,
} from "#view/change";
import type { Comparison } from "#view/compare/collator";
import { stopsOf } from "#view/compare/stops";
import { safeLanguage } from "#words/safe";
import { readsAs } from "#words/taken-back";
import { changeLine, inLetters, later, plural, shortDate, wordCounts } from "#words/wording";
import type { PageParts } from "./layout.ts";
import { badRequest } from "./problem.ts";

const VIEWS = ["side", "inline", "changes"] as const;

/** `/articles/:id/changes?from=&to=`: where the form for any pair leads; the pair has an address of its own. */
export const choosePair: Handler = async (visit) => {
  const view = choiceParam(visit.query, "view", VIEWS);
  if (!view.ok) return badRequest(visit, view.failure.message);
  const from = versionParam(visit.query.get("from") ?? "");
  const to = versionParam(visit.query.get("to") ?? "");
  return answered(visit, await articleHead(visit.view, idParam<ArticleId>(visit.params["id"])), (head) => {
    const pair = from && to && ordered(keyIn(head, from), keyIn(head, to), head);
    return pair
      ? redirect(pairPath(pair.old, pair.next, view.value))
      : badRequest(visit, "Choose two different versions, such as ?from=1&to=2.");
  });
};

const keyIn = ({ asked }: ArticleHead, { articleId, number }: OlderVersion): VersionKey => ({
  articleId: articleId ?? asked,
  number,
});

/** Two versions in the order of the article's history; null for one version. */
function ordered(a: VersionKey, b: VersionKey, head: ArticleHead) {
  if (a.articleId === b.articleId && a.number === b.number) return null;
  const isOrdered = a.articleId === b.articleId ? a.number < b.number : placeIn(head, a) <= placeIn(head, b);
  return isOrdered ? { old: a, next: b } : { old: b, next: a };
}

/** `/articles/:id/changes/A..B`: two versions side by side, inline, or the changes alone. */
export const changePage: Handler = async (visit) => {
  const view = choiceParam(visit.query, "view", VIEWS);
  if (!view.ok) return badRequest(visit, view.failure.message);
  const id = idParam<ArticleId>(visit.params["id"]);
  const pair = pairParam(visit.params["pair"] ?? "");
  const isOwn = pair?.from.articleId === null;
  if (!pair || (isOwn && pair.from.number >= pair.to))
    return answered(visit, await articleHead(visit.view, id), ({ asked }) =>
      pair && pair.from.number > pair.to
        ? redirect(changePath(asked, pair.to, pair.from.number, view.value))
        : badRequest(visit, "A change is named by two different versions, such as /changes/1..2."),
    );
  return answered(visit, await changeView(visit.view, id, pair.from, pair.to), async (change) => {
    if (visit.wantsJson) return json(visit, changeJson(change, absolute(visit)));
    const around = await changeSurroundings(visit.view, change);
    const { article, old, next } = change;
    const permalink = absolute(visit)(pairPath(old, next));
    const printed = imprint({ original: article.url, permalink, versions: [old, next] });
    return represent(visit, {
      page: async () => changeHtml(change, around, view.value, { printed, marks: await marksOf(visit, change) }),
      // The comparison is as long as the texts, and is the same while both are read as they are.
      state: {
        ...{ ...change, comparison: change.comparison.readings, edits: null, around },
        // All but the two are only numbered and dated.
        versions: change.versions.map(({ number, firstSeenAt }) => [number, firstSeenAt]),
      },
      instants: [],
    });
  });
};

/** What the operator sees besides; of two neighbouring versions alone, whose labels are kept. */
async function marksOf(visit: Visit, { isStep, old, next, comparison }: ChangeView): Promise<Html | ""> {
  const { session, web } = visit;
  const { articleId, number: to } = next;
  if (!session || !isStep || old.articleId !== articleId) return "";
  const marks = await web.operator.labelMarks(actorOf(visit), { articleId, from: old.number, to });
  if (!marks.ok) return "";
  return labelForms(visit, changePath(articleId, old.number, to), comparison.summary.labels, marks.value);
}

async function changeHtml(
  change: ChangeView,
  around: ChangeSurroundings,
  view: View,
  { printed, marks }: { readonly printed: Html; readonly marks: Html | "" },
): Promise<PageParts> {
  const { article, versions, old, next, comparison, edits } = change;
  const lang = safeLanguage(next.language ?? article.language);
  const before = safeLanguage(old.language ?? article.language);
  const pairs = neighbours(change, view);
  const pair = { from: old.place, to: next.place, view };
  const { parts } = comparison;
  return {
    title: `Versions ${old.place} and ${next.place}: ${next.headline ?? article.url}`,
    jsonHref: `${pairPath(old, next)}.json`,
    wide: true,
    noIndex: view !== "side" || !change.isStep,
    previous: pairs.previous,
    next: pairs.next,
    moves: comparison.moved.length > 0 || parts.some(({ rows }) => rows.some(({ move }) => move)),
    main: html`${opening(change, view)}
${printed}
${verdict(change)}
${around.readAgain ? (takenBack(change) ?? readAgain(around.readAgain)) : ""}
${folded(reasons(change), timeline({ id: article.id, versions, changes: around.changes, raised: around.raised, pair, whole: true }))}
${marks}
${steps(pairs, "Pairs of versions")}
${heads(old, next, edits.length)}
${await comparedText({ from: old.place, to: next.place, lang, oldLang: before === lang ? undefined : before, parts, whole: headPath(next) }, view)}
${continues(next)}
${foot(edits, { from: old.place, to: next.place, lang })}
<div class="tail">${pairForm(article.id, versions, pair)}${steps(pairs, "Pairs of versions, after the text")}</div>`,
  };
}

const opening = ({ article, source, old, next: now }: ChangeView, view: View): Html => {
  const lang = safeLanguage(now.language ?? article.language);
  return html`<header class="compare">
<div><p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a></p>
<h1 class="say">Versions ${old.place} and ${now.place} of ${now.headline ?? article.url}</h1>
<p class="of"${lang ? html` lang="${lang}"` : ""} dir="auto"><a href="${articlePath(article.id)}">${now.headline ?? article.headline ?? article.url}</a></p></div>
${views(old, now, view)}
</header>`;
};

interface Pairs {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly previousLabel: string;
  readonly nextLabel: string;
}

/** The neighbouring pairs: the step before `old`, and the step after `now`. */
function neighbours({ versions, old, next: now }: ChangeView, view: View): Pairs {
  const before = versions.find(({ place }) => place === old.place - 1);
  const after = versions.find(({ place }) => place === now.place + 1);
  return {
    previous: before && pairPath(before, old, view),
    next: after && pairPath(now, after, view),
    previousLabel: before ? `Versions ${before.place} and ${old.place}` : "",
    nextLabel: after ? `Versions ${now.place} and ${after.place}` : "",
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
function views(old: VersionKey, now: VersionKey, view: View): Html {
  const next = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!;
  return html`<nav class="views" aria-label="View">${VIEWS.map(
    (each) =>
      html`<a href="${pairPath(old, now, each)}"${each === view ? html` aria-current="page"` : ""}${each === next ? html` data-view` : ""}${repeats(each, view) ? html` class="roomy"` : ""}>${each === "side" ? html`<span class="roomy">${VIEW_NAMES.side}</span><span class="tight">${VIEW_NAMES.inline}</span>` : VIEW_NAMES[each]}</a>\n`,
  )}</nav>`;
}

/** A narrow screen shows two sides as one text, so that one of the two views is enough there. */
const repeats = (each: View, view: View): boolean => each === (view === "inline" ? "side" : "inline");

/** What a reader with a narrow screen opens when the text has been read; wide screens show it unfolded. */
function folded(reasons: Html | "", line: Html | ""): Html | "" {
  if (reasons === "" && line === "") return "";
  const name = reasons === "" ? "Timeline" : line === "" ? "Reasons" : "Reasons and timeline";
  return html`<details class="around"><summary>${name}</summary>
${reasons}
${line}</details>`;
}

/** What this change amounts to: its weight, its counts, and when it was made. */
function verdict({ old, next, isStep, comparison, edits, unwatched: hole }: ChangeView): Html {
  const { summary, collation } = comparison;
  const made = html`${isStep ? bounds(next) : boundsOfSteps(old, next)}${unwatched(hole, next.firstSeenAt)}`;
  if (edits.length === 0)
    return html`<section class="verdict" aria-label="What changed"><p class="edits">${unchanged(collation)}</p>${made}</section>`;
  const stops = stopsOf(edits);
  return html`<section class="verdict" aria-label="What changed">
${rankLine(summary, isStep ? next.dateRaised : null)}
${summary.silent ? wouldCount : ""}
<p class="apparatus">${changeLine(summary)}: ${editCounts(edits.length, stops.size, wordCounts(summary))}.</p>
${made}</section>`;
}

/** Said of a grave claim: where a note was looked for, and what would have been one. */
const wouldCount = html`<p class="hint">A note would have been a correction, clarification or editor’s note, a headline with “Corrected”, or struck words: <a href="/about#silent">where it was looked for</a>.</p>`;

/** What was touched and why, and every edit in words. */
const reasons = ({ next, comparison: { parts, summary }, edits }: ChangeView): Html | "" =>
  edits.length === 0
    ? ""
    : html`<section class="verdict" aria-label="Reasons">${register(summary.labels, parts, stopsOf(edits))}
${editList(edits, safeLanguage(next.language))}</section>`;

/** Of versions with others between them: from the last sight of the one to the first of the other. */
const boundsOfSteps = (old: VersionHead, now: VersionHead): Html | "" =>
  old.lastSeenAt >= now.firstSeenAt
    ? ""
    : html`<p class="bounds">Edited in ${inLetters(now.place - old.place)} steps between ${stamp(old.lastSeenAt)} (version ${old.place} last seen) and ${stamp(now.firstSeenAt)} (version ${now.place} first seen).</p>`;

/** Two texts without a marked edit: alike in every letter, or but for what canonical texts leave out. */
function unchanged({ headline, standfirst, corrections, body }: Comparison["collation"]): string {
  const groups = [headline, standfirst, ...corrections.groups, ...body.groups];
  return groups.some((group) => group !== null && group.edits.length > 0)
    ? "These two versions differ in nothing but quotation marks, dashes or spaces."
    : "These two versions read the same, letter by letter.";
}

/** One of two versions was no text of the article at all. */
function takenBack({ versions, old, next }: ChangeView): Html | null {
  const version = [next, old].find((each) => each.takenBack !== null);
  if (!version?.takenBack) return null;
  return html`<p class="apparatus">Version ${version.place} is taken back: ${reasonSentence(version.takenBack)} It ${readsAs(versions, version)}. It is not an edit and is in no list.</p>`;
}

/** Why there are two versions that read alike: a reader that told them apart has been put right since. */
const readAgain = ({ readUntil, extractor }: ReadAgain): Html =>
  html`<p class="apparatus">Only the way the page was read differed: until ${stamp(readUntil)} another extractor read it (${extractor}). It is not an edit and is in no list.</p>`;

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
  html`<div class="witness"><p><b><a href="${headPath(version)}">Version ${version.place}</a></b>${after}${version.alternating ? html` <span class="tag">alternating</span>` : ""}</p>
<p class="apparatus">${seenBetween(version)}</p></div>`;

/** "21 Nov 2026, 13:32 to 15:38 UTC", the days told apart where they differ. */
function seenBetween({ firstSeenAt, lastSeenAt }: VersionHead): Html {
  if (firstSeenAt === lastSeenAt) return html`seen ${stamp(firstSeenAt)}`;
  const last = shortDate(firstSeenAt) === shortDate(lastSeenAt) ? timeOfDay(lastSeenAt) : stamp(lastSeenAt);
  return html`first seen ${stamp(firstSeenAt)}<span class="detail">, last ${last}</span>`;
}
