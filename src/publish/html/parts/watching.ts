import { html } from "hono/html";
import type { Gap } from "#model/manners";
import type { Source } from "#model/source";
import type { Html } from "#publish/markup";
import type { WatchedDay, WatchedHost, Watching } from "#view/watching";
import { clockTime, duration, longDay, number, plural, shortDate, times, weekday } from "#words/wording";
import { ago, stamp } from "./instant.ts";
import { gapSentence } from "./unwatched.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Gaps that are listed one by one. */
const GAPS_LISTED = 8;

/** The honest log of a source: when its articles were looked at, with what result, and when they were not. */
export function watchingLog(source: Source, { days, looks, failed, gaps, hosts }: Watching, now: number): Html {
  return html`<section aria-labelledby="watching"><h2 id="watching">How it is watched</h2>
<p>${looks === 0 ? "No one has looked at its articles" : html`${plural(looks, "look")} at its articles`} in the last ${days.length === 1 ? "24 hours" : `${days.length} days`}${failed === 0 ? "" : `, ${number(failed)} of which got no page`}${gaps.length === 0 ? "." : `; ${plural(gaps.length, "gap")}.`}</p>
${looks + gaps.length === 0 ? "" : html`${chart(days)}`}
${gaps.length === 0 ? "" : html`<ul class="gaps">${gaps.slice(0, GAPS_LISTED).map((gap) => html`<li>${gapSentence(gap)}</li>\n`)}</ul>${gaps.length > GAPS_LISTED ? html`<p class="hint">${plural(gaps.length - GAPS_LISTED, "earlier gap is", "earlier gaps are")} drawn in the chart above.</p>` : ""}`}
<ul class="hosts">${hosts.map((host) => hostLine(host, now))}</ul>${source.render === "browser" ? html`<p class="hint">Its pages are read through a browser, after their scripts have run.</p>` : ""}</section>`;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const chart = (days: readonly WatchedDay[]): Html => {
  const most = Math.max(1, ...days.flatMap(({ hours }) => hours.map(({ looks }) => looks)));
  const anyFailed = days.some(({ hours }) => hours.some(({ failed }) => failed > 0));
  const anyGap = days.some(({ gaps }) => gaps.length > 0);
  return html`<table class="hours"><caption class="say">Looks by the day and hour, in UTC</caption>
<thead><tr><th scope="col"><span class="say">Day</span></th><td aria-hidden="true"><svg width="100%" height="15">${[0, 6, 12, 18].map((hour) => html`<text x="${at(hour / 24)}" y="11">${hour === 0 ? "0 h" : hour}</text>`)}</svg></td><th scope="col">Looks</th><th scope="col">Failed</th></tr></thead><tbody>
${days.map((day) => dayRow(day, most))}</tbody></table>
<p class="key">The darker an hour, the more looks.${anyFailed ? html` <span><svg width="11" height="11" aria-hidden="true"><rect class="failed" width="11" height="11"/></svg> looks that got no page</span>` : ""}${anyGap ? html` <span><svg width="22" height="11" aria-hidden="true"><rect class="gap" y="4" width="22" height="3"/></svg> kept away</span>` : ""}</p>`;
};

function dayRow({ startAt, hours, gaps }: WatchedDay, most: number): Html {
  const looks = sum(hours, (hour) => hour.looks);
  const failed = sum(hours, (hour) => hour.failed);
  return html`<tr><th scope="row"><abbr title="${longDay(startAt)}">${weekday(startAt)} ${shortDate(startAt).replace(/ \d{4}$/, "")}</abbr></th>
<td><svg width="100%" height="22" aria-hidden="true"><line x1="0" x2="100%" y1="14.5" y2="14.5"/>${hours.map((hour) => hourBar(hour, startAt, most))}${gaps.map((gap) => gapBar(gap, startAt))}</svg></td>
<td class="n">${number(looks)}</td><td class="n">${failed === 0 ? html`<span class="none">–</span>` : number(failed)}</td></tr>
`;
}

/** Pixels; failed looks are drawn at the foot of their hour. */
const HOUR_HEIGHT = 14;

function hourBar({ startAt, looks, failed }: WatchedDay["hours"][number], dayAt: number, most: number): Html {
  const x = at((startAt - dayAt) / DAY);
  const down = Math.round((HOUR_HEIGHT * failed) / looks);
  const level = Math.ceil((4 * Math.sqrt(looks)) / Math.sqrt(most));
  const hourTitle = `${clockTime(startAt)}: ${plural(looks, "look")}${failed > 0 ? `, ${number(failed)} failed` : ""}`;
  const bar = (name: string, y: number, height: number, title: Html | "" = "") =>
    html`<rect class="${name}" x="${x}"${y === 0 ? "" : html` y="${y}"`} width="3.75%" height="${height}">${title}</rect>`;
  const title = html`<title>${hourTitle}</title>`;
  // Three hundred hours make half of the page: those without a failure, which are nearly all, take one element.
  if (down === 0) return bar(`well l${level}`, 0, HOUR_HEIGHT, title);
  const well = down === HOUR_HEIGHT ? "" : bar(`well l${level}`, 0, HOUR_HEIGHT - down);
  return html`<g>${title}${well}${bar("failed", HOUR_HEIGHT - down, down)}</g>`;
}

function gapBar(gap: Gap, dayAt: number): Html {
  const from = Math.max(0, (gap.fromAt - dayAt) / DAY);
  const until = Math.min(1, (gap.untilAt - dayAt) / DAY);
  return html`<rect class="gap" x="${at(from)}" y="17" width="${at(Math.max(until - from, 0.004))}" height="3"/>`;
}

const at = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** How one host treats us, and how we treat it. */
function hostLine({ key, requestsToday, slowed, leftAloneUntil, validators }: WatchedHost, now: number): Html {
  const sentences = [
    html`${requestsToday === 0 ? "No request" : plural(requestsToday, "request")} so far today.`,
    slowed
      ? html`It has refused: until ${stamp(slowed.until)} the wait between requests is ${multiple(slowed.times)}.`
      : "",
    leftAloneUntil === null ? "" : html`Left alone until ${stamp(leftAloneUntil)}.`,
    validators ? tested(validators, now) : "",
  ];
  const said = sentences.filter((each) => each !== "").map((each) => html`${each} `);
  return html`<li><bdi>${key}</bdi> <span class="apparatus">${said}</span></li>\n`;
}

const multiple = (n: number): string => (n === 2 ? "doubled" : `${number(n)} times as long`);

/** Is "not modified" the truth here? */
function tested({ checks, lies, liedAt, distrustedUntil }: NonNullable<WatchedHost["validators"]>, now: number): Html {
  const test = `“Not modified” was put to the test ${times(checks)}`;
  if (lies === 0 || liedAt === null) return html`${test} and would have been the truth each time.`;
  return html`${test} and would have been a lie ${times(lies)}, last ${ago(liedAt, now)}${distrustedUntil === null ? "" : `: for ${duration(distrustedUntil - liedAt)} after a lie its pages are always fetched whole`}.`;
}
