import { html } from "hono/html";
import type { Article } from "#model/article";
import type { HoldRule } from "#model/memory";
import type { Variant } from "#model/variant";
import type { Html } from "#publish/markup";
import { headPath, pairPath, variantPath } from "#view/addresses";
import type { ArticleView } from "#view/article";
import type { Unread } from "#view/beside";
import type { Back, Returned } from "#view/returned";
import { OUTCOMES } from "#words/outcomes";
import { capital, plural, shortDate } from "#words/wording";
import { stamp, timeOfDay } from "./instant.ts";
import { reasonSentence } from "./reason.ts";

type Standing = Pick<ArticleView, "article" | "unread" | "returned" | "back"> & { readonly held: Variant | null };

/** What the latest looks at an article saw, if that is not its latest version, and whether it was gone; empty if neither. */
export function standing({ article, held, unread, returned, back }: Standing, now: number): Html | "" {
  if (!held && !unread && !returned && !back) return "";
  return html`<div class="standing">${unread ? unreadable(unread, now) : ""}${held ? waiting(article, held, now) : ""}${returned ? wentBack(returned, now) : ""}${back ? cameBack(back, now) : ""}</div>`;
}

/** An open entry: what it would take back is the pair of versions. */
const wentBack = ({ version, insteadOf, sinceAt, countsAt }: Returned, now: number): Html =>
  html`<p><b>Went back</b> to the text of <a href="${headPath(version)}">version ${version.place}</a> at ${when(sinceAt, now)}; counts as an edit if it stays until ${when(countsAt, now)}.
<a href="${pairPath(version, insteadOf)}">What that takes back</a></p>`;

const cameBack = (back: Back, now: number): Html =>
  html`<p><b>Was gone</b> from ${when(back.goneSince, now)} on, at ${plural(back.looks, "look")}, and has been back since ${when(back.backAt, now)}, ${howItCameBack(back)}.</p>`;

function howItCameBack({ before, edited, version }: Back): Html {
  if (edited === null) return html`with another text that has yet to be confirmed`;
  if (!edited || version === null) return html`with the same text`;
  return html`<a href="${pairPath(before, version)}">edited meanwhile</a>`;
}

/** "14:02" on the same day, else with its date. */
const when = (at: number, now: number): Html =>
  shortDate(at) === shortDate(now) ? html`${timeOfDay(at)} UTC` : stamp(at);

const unreadable = ({ latest, since, looks }: Unread, now: number): Html =>
  html`<p><b>${capital(OUTCOMES[latest.outcome])}</b> ${looks === 1 ? html`when last looked at, ${when(latest.capturedAt, now)}` : html`since ${when(since, now)}, at ${plural(looks, "look")} in a row`}: ${reasonSentence(latest.reason)}</p>`;

const WAITS: Readonly<Record<HoldRule, string>> = {
  confirm: "A new text",
  headline: "A new headline",
  collapse: "A much shorter text",
  return: "An earlier text",
  stranger: "A text that has nothing of the article",
};

const BECAUSE: Readonly<Record<HoldRule, string>> = {
  confirm: "",
  headline: " Publishers often try out headlines and standfirsts on readers for half an hour.",
  collapse: " Most of its body is missing, which may be a pay wall or a fault.",
  stranger: " It may be a wall, a notice or a fault.",
  return: " The page showed it before, and another text in between.",
};

/** "A new text was seen at 14:02. It is looked at again at 14:04 before it counts." */
function waiting({ id, headline, nextLookAt }: Article, held: Variant, now: number): Html {
  const { rule, hash, firstSeenAt, decidesAt } = held;
  const what = rule === "headline" && held.text.headline === headline ? "A new standfirst" : WAITS[rule];
  const isDue = nextLookAt === null || nextLookAt <= now;
  const again = isDue ? "It must be seen again" : html`It is looked at again at ${when(nextLookAt, now)}`;
  const until =
    !isDue && decidesAt !== null && decidesAt > nextLookAt
      ? html`, and does not count before ${when(decidesAt, now)}`
      : "";
  return html`<p><b>${what}</b> was seen at ${when(firstSeenAt, now)}. ${again} before it counts${until}.${BECAUSE[rule]}
<a href="${variantPath(id, hash)}">What it would change</a></p>`;
}
