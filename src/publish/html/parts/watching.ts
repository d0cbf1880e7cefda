import { html } from "hono/html";
import type { Gap } from "#model/manners";
import type { Source } from "#model/source";
import type { Html } from "#publish/markup";
import type { HostOfSource, PublicReader, TallyHour } from "#store/public-reader";
import { clockTime, duration, longDay, number, plural, shortDate, times, weekday } from "#words/wording";
import { ago, stamp } from "./instant.ts";
import { gapSentence } from "./unwatched.ts";

/** How a source was watched of late: its hosts, looks by the hour, and what kept us away. */
export interface Watching {
  readonly source: Source;
  readonly hosts: readonly HostOfSource[];
  readonly hours: readonly TallyHour[];
  /** Newest first. */
  readonly gaps: readonly Gap[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two weeks, so that a weekday can be held against the same one before. */
const DAYS_SHOWN = 14;
const MAX_GAPS = 50;
const GAPS_TOLD = 8;

export async function readWatching(reader: PublicReader, source: Source, now: number): Promise<Watching> {
  const fromAt = firstDay(now);
  const hosts = await reader.hostsOfSource(source.id);
  const hostIds = hosts.map(({ id }) => id);
  const [hours, gaps] = await Promise.all([
    reader.tally(source.id, fromAt, now + HOUR),
    reader.gaps({ hostIds, fromAt, untilAt: now, limit: MAX_GAPS }),
  ]);
  return { source, hosts, hours, gaps };
}

const firstDay = (now: number): number => Math.floor(now / DAY) * DAY - (DAYS_SHOWN - 1) * DAY;

/** The honest log: when its articles were looked at, what came of it, and when nobody looked. */
export function watching({ source, hosts, hours, gaps }: Watching, now: number): Html {
  const looks = sum(hours, ({ looks }) => looks);
  const failed = sum(hours, ({ failed }) => failed);
  const days = daysOf(source, hours, gaps, now);
  return html`<section aria-labelledby="watching"><h2 id="watching">How it is watched</h2>
<p>${looks === 0 ? "Nobody has looked at its articles" : html`${plural(looks, "look")} at its articles`} in the last ${days.length === 1 ? "24 hours" : `${days.length} days`}${failed === 0 ? "" : `, ${number(failed)} of them without a page to show for it`}${gaps.length === 0 ? "." : `; ${plural(gaps.length, "gap")}.`}</p>
${looks + gaps.length === 0 ? "" : html`${chart(days)}`}
${gaps.length === 0 ? "" : html`<ul class="gaps">${gaps.slice(0, GAPS_TOLD).map((gap) => html`<li>${gapSentence(gap)}</li>\n`)}</ul>${gaps.length > GAPS_TOLD ? html`<p class="hint">${plural(gaps.length - GAPS_TOLD, "earlier gap is", "earlier gaps are")} drawn above.</p>` : ""}`}
<ul class="hosts">${hosts.map((host) => manners(host, now))}</ul>${source.render === "browser" ? html`<p class="hint">Its pages are read through a browser, after their scripts have run.</p>` : ""}</section>`;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

interface Day {
  readonly startAt: number;
  readonly hours: readonly TallyHour[];
  readonly gaps: readonly Gap[];
}

/** Newest first; none before the source was known. */
function daysOf(source: Source, hours: readonly TallyHour[], gaps: readonly Gap[], now: number): readonly Day[] {
  const days: Day[] = [];
  const first = Math.max(firstDay(now), Math.floor(source.createdAt / DAY) * DAY);
  for (let startAt = Math.floor(now / DAY) * DAY; startAt >= first; startAt -= DAY) {
    days.push({
      startAt,
      hours: hours.filter((hour) => hour.startAt >= startAt && hour.startAt < startAt + DAY),
      gaps: gaps.filter((gap) => gap.fromAt < startAt + DAY && gap.untilAt > startAt && gap.fromAt < now),
    });
  }
  return days;
}

const chart = (days: readonly Day[]): Html => {
  const most = Math.max(1, ...days.flatMap(({ hours }) => hours.map(({ looks }) => looks)));
  const anyFailed = days.some(({ hours }) => hours.some(({ failed }) => failed > 0));
  const anyGap = days.some(({ gaps }) => gaps.length > 0);
  return html`<table class="hours"><caption class="say">Looks by the day and hour, in UTC</caption>
<thead><tr><th scope="col"><span class="say">Day</span></th><td aria-hidden="true"><svg width="100%" height="15">${[0, 6, 12, 18].map((hour) => html`<text x="${at(hour / 24)}" y="11">${hour === 0 ? "0 h" : hour}</text>`)}</svg></td><th scope="col">Looks</th><th scope="col">Failed</th></tr></thead><tbody>
${days.map((day) => dayRow(day, most))}</tbody></table>
<p class="key">The darker an hour, the more looks.${anyFailed ? html` <span><svg width="11" height="11" aria-hidden="true"><rect class="failed" width="11" height="11"/></svg> looks that met no page</span>` : ""}${anyGap ? html` <span><svg width="22" height="11" aria-hidden="true"><rect class="gap" y="4" width="22" height="3"/></svg> kept away</span>` : ""}</p>`;
};

function dayRow({ startAt, hours, gaps }: Day, most: number): Html {
  const looks = sum(hours, (hour) => hour.looks);
  const failed = sum(hours, (hour) => hour.failed);
  return html`<tr><th scope="row"><abbr title="${longDay(startAt)}">${weekday(startAt)} ${shortDate(startAt).replace(/ \d{4}$/, "")}</abbr></th>
<td><svg width="100%" height="22" aria-hidden="true"><line x1="0" x2="100%" y1="14.5" y2="14.5"/>${hours.map((hour) => hourBar(hour, startAt, most))}${gaps.map((gap) => gapBar(gap, startAt))}</svg></td>
<td class="n">${number(looks)}</td><td class="n">${failed === 0 ? html`<span class="none">–</span>` : number(failed)}</td></tr>
`;
}

/** Pixels; what failed stands at the foot of its hour. */
const HOUR_HEIGHT = 14;

function hourBar({ startAt, looks, failed }: TallyHour, dayAt: number, most: number): Html {
  const x = at((startAt - dayAt) / DAY);
  const down = Math.round((HOUR_HEIGHT * failed) / looks);
  const level = Math.ceil((4 * Math.sqrt(looks)) / Math.sqrt(most));
  const told = `${clockTime(startAt)}: ${plural(looks, "look")}${failed > 0 ? `, ${number(failed)} failed` : ""}`;
  const bar = (name: string, y: number, height: number) =>
    height === 0 ? "" : html`<rect class="${name}" x="${x}" y="${y}" width="3.75%" height="${height}"/>`;
  return html`<g><title>${told}</title>${bar(`well l${level}`, 0, HOUR_HEIGHT - down)}${bar("failed", HOUR_HEIGHT - down, down)}</g>`;
}

function gapBar(gap: Gap, dayAt: number): Html {
  const from = Math.max(0, (gap.fromAt - dayAt) / DAY);
  const until = Math.min(1, (gap.untilAt - dayAt) / DAY);
  return html`<rect class="gap" x="${at(from)}" y="17" width="${at(Math.max(until - from, 0.004))}" height="3"/>`;
}

const at = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** What is known of the manners of one host, theirs and ours. */
function manners({ key, nextFreeAt, manners: m }: HostOfSource, now: number): Html {
  const today = m.day === Math.floor(now / DAY) ? m.requests : 0;
  const sentences = [
    html`${today === 0 ? "No request" : plural(today, "request")} so far today.`,
    now < m.slowUntil && m.slowLevel > 0
      ? html`It has refused: until ${stamp(m.slowUntil)} the wait between requests is ${multiple(2 ** m.slowLevel)}.`
      : "",
    nextFreeAt - now > HOUR / 6 ? html`Left alone until ${stamp(nextFreeAt)}.` : "",
    validators(m, now),
  ];
  const told = sentences.filter((each) => each !== "").map((each) => html`${each} `);
  return html`<li><bdi>${key}</bdi> <span class="apparatus">${told}</span></li>\n`;
}

const multiple = (n: number): string => (n === 2 ? "doubled" : `${number(n)} times as long`);

/** Does "not modified" hold here? Told once it was put to the test. */
function validators({ validatorChecks, validatorLies, liedAt }: HostOfSource["manners"], now: number): Html | "" {
  if (validatorChecks === 0) return "";
  const tested = `“Not modified” was put to the test ${times(validatorChecks)}`;
  if (validatorLies === 0 || liedAt === null) return html`${tested} and would have been the truth each time.`;
  const ended = now - liedAt > DISTRUST_MS;
  return html`${tested} and would have been a lie ${times(validatorLies)}, last ${ago(liedAt, now)}${ended ? "" : `: for ${duration(DISTRUST_MS)} after a lie its pages are always fetched whole`}.`;
}

/** As the engine has it (`src/engine/manners.ts`). */
const DISTRUST_MS = 30 * DAY;
