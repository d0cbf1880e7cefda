import { html } from "hono/html";
import type { Gap, GapCause } from "#model/manners";
import type { Html } from "#publish/markup";
import type { Unwatched } from "#view/unwatched";
import { reasonText } from "#words/reasons";
import { capital, clockTime, duration, inLetters, shortDate } from "#words/wording";
import { stamp, timeOfDay } from "./instant.ts";
import { reasonSentence } from "./reason.ts";

/** Gaps and reasons that are listed one by one. */
const MAX_SHOWN = 4;
const CAUSES: Readonly<Record<GapCause, { readonly what: string; readonly why: string }>> = {
  refused: { what: "Rarely looked at", why: "its server had refused requests (status 403 or 429), so few were sent" },
  asked: { what: "Not looked at", why: "its server had asked for a pause" },
  "day-cap": { what: "Not looked at", why: "the daily request limit for this site had been reached" },
  stopped: { what: "Not looked at", why: "Variorum was not running" },
};

/** "from 10:10 to 14:25 (about 4 hours)", with its day where that is not the one at hand. */
function stretch({ fromAt, untilAt }: Gap, dayAt: number): Html {
  const sameDay = shortDate(fromAt) === shortDate(untilAt);
  if (sameDay && shortDate(fromAt) === shortDate(dayAt))
    return html`from ${timeOfDay(fromAt)} to ${timeOfDay(untilAt)} (${duration(untilAt - fromAt)})`;
  const end = sameDay ? timeOfDay(untilAt) : stamp(untilAt);
  return html`from ${sameDay ? html`<time datetime="${new Date(fromAt).toISOString()}">${shortDate(fromAt)}, ${clockTime(fromAt)}</time>` : stamp(fromAt)} to ${end}${sameDay ? " UTC" : ""} (${duration(untilAt - fromAt)})`;
}

/** `dayAt`: an instant of the day that is at hand, and need not be named; none when absent. */
export const gapSentence = (gap: Gap, dayAt = 0): Html =>
  html`${CAUSES[gap.cause].what} ${stretch(gap, dayAt)}: ${CAUSES[gap.cause].why}.`;

/** One line per reason; empty where the watching had no hole. */
export function unwatched({ gaps, failed }: Unwatched, dayAt: number): Html | "" {
  const reasons = [...Map.groupBy(failed, ({ reason }) => reasonText(reason)).values()].slice(0, MAX_SHOWN);
  if (gaps.length + reasons.length === 0) return "";
  return html`${gaps.slice(0, MAX_SHOWN).map((gap) => html`<p class="bounds hole">${gapSentence(gap, dayAt)}</p>\n`)}${reasons.map((looks) => html`<p class="bounds hole">${capital(inLetters(looks.length))} ${looks.length === 1 ? "look" : "looks"} in between met no text: ${reasonSentence(looks[0]!.reason)}</p>\n`)}`;
}
