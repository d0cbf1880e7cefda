import { html } from "hono/html";
import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { Gap, GapCause } from "#model/manners";
import type { Html } from "#publish/html/markup";
import type { PublicReader } from "#store/public-reader";
import { capital, clockTime, duration, inLetters, sentence, shortDate } from "#words/wording";
import { stamp, timeOfDay } from "./instant.ts";

/** Between two looks that met the text: why nobody met it in between. */
export interface Unwatched {
  /** Cut to the stretch between the two looks; oldest first. */
  readonly gaps: readonly Gap[];
  /** Looks that met no text; newest first. */
  readonly failed: readonly Capture[];
}

/** Looks read between two versions; of a page that failed more often the latest count. */
const MAX_LOOKS = 200;
/** Gaps and reasons that are told one by one. */
const MAX_TOLD = 4;
/** A shorter gap is within what looks keep apart anyway. */
const SHORTEST_MS = 10 * 60_000;

/** What lies between `fromAt`, a look that met the old text, and `untilAt`, one that met the new. */
export async function unwatchedBetween(
  reader: PublicReader,
  article: Article,
  fromAt: number,
  untilAt: number,
): Promise<Unwatched> {
  if (untilAt <= fromAt) return { gaps: [], failed: [] };
  const [gaps, looks] = await Promise.all([
    reader.gaps({ hostIds: [article.hostId], fromAt, untilAt, limit: MAX_LOOKS }),
    reader.captures(article.id, { before: untilAt, limit: MAX_LOOKS }),
  ]);
  return {
    gaps: gaps
      .map((gap) => ({ ...gap, fromAt: Math.max(gap.fromAt, fromAt), untilAt: Math.min(gap.untilAt, untilAt) }))
      .filter((gap) => gap.untilAt - gap.fromAt >= SHORTEST_MS)
      .reverse(),
    failed: looks.items.filter(({ capturedAt, decision }) => capturedAt > fromAt && decision === "none"),
  };
}

const CAUSES: Readonly<Record<GapCause, { readonly what: string; readonly why: string }>> = {
  refused: { what: "Hardly looked at", why: "its server had refused to answer (403 or 429) and was left alone" },
  asked: { what: "Not looked at", why: "its server had asked to be left alone" },
  "day-cap": { what: "Not looked at", why: "its server had had all requests that a day may see" },
  stopped: { what: "Not looked at", why: "nobody was watching, since Variorum did not run" },
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
  const reasons = [...Map.groupBy(failed, ({ reason }) => reason)].slice(0, MAX_TOLD);
  if (gaps.length + reasons.length === 0) return "";
  return html`${gaps.slice(0, MAX_TOLD).map((gap) => html`<p class="bounds hole">${gapSentence(gap, dayAt)}</p>\n`)}${reasons.map(([reason, looks]) => html`<p class="bounds hole">${capital(inLetters(looks.length))} ${looks.length === 1 ? "look" : "looks"} in between met no text: <bdi>${sentence(reason)}</bdi></p>\n`)}`;
}
