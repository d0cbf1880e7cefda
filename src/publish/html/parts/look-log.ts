import { html } from "hono/html";
import type { Decision } from "#model/capture";
import type { Html } from "#publish/markup";
import { versionPath } from "#view/addresses";
import type { PlacedLook } from "#view/looks";
import { OUTCOMES } from "#words/outcomes";
import { reasonText } from "#words/reasons";
import { capital, clockTime, longDay, plural, shortDate } from "#words/wording";
import { timeOfDay } from "./instant.ts";
import { reasonSentence } from "./reason.ts";

/** What a look came to, as far as a reader skims a log for it: each has a sign of its own. */
type Sign = "opened" | "waiting" | "quiet" | "nothing";

const SIGNS: Readonly<Record<Decision, Sign>> = {
  first: "opened",
  new: "opened",
  restored: "opened",
  held: "waiting",
  alternating: "waiting",
  same: "quiet",
  none: "nothing",
};

/** The log of looks, newest first, a heading per day: what was seen, what was decided about it, and why. */
export function lookLog(looks: readonly PlacedLook[], level: 2 | 3): Html {
  const days = Map.groupBy(looks, (look) => shortDate(look.capturedAt));
  return html`<div class="log">${[...days.values()].map((day) => {
    const name = longDay(day[0]!.capturedAt);
    return html`${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
<ol>
${runsOf(day).map((run) => (run.length > 1 ? folded(run) : entry(run[0]!)))}</ol>
`;
  })}</div>`;
}

/** Looks in a row that tell one thing: nothing new, the same in place of the text, or how a text became a version. */
function runsOf(looks: readonly PlacedLook[]): readonly (readonly PlacedLook[])[] {
  const runs: PlacedLook[][] = [];
  for (const look of looks) {
    const run = runs.at(-1);
    if (run && (proves(run[0]!, look) || (tells(look) !== "" && tells(run[0]!) === tells(look)))) run.push(look);
    else runs.push([look]);
  }
  return runs;
}

const opens = ({ decision }: PlacedLook): boolean => SIGNS[decision] === "opened";

/** The earlier look saw the text of the version that the later one opened. */
const proves = (later: PlacedLook, earlier: PlacedLook): boolean =>
  opens(later) && SIGNS[earlier.decision] === "waiting" && later.place === earlier.place;

/** Equal for looks that may be listed as one; empty for a look that has its own line. */
function tells({ decision, outcome, place, reason }: PlacedLook): string {
  if (decision === "same" && outcome === "unchanged") return `same ${place}`;
  return decision === "none" ? `${outcome} ${reasonText(reason)}` : "";
}

const folded = (run: readonly PlacedLook[]): Html => html`<li class="look s-${SIGNS[run[0]!.decision]}"><details>
<summary class="run"><span class="when">${clockTime(run.at(-1)!.capturedAt)}–${clockTime(run[0]!.capturedAt)}</span> <span>${together(run[0]!, run.length)}</span></summary>
<ol>${run.map((look) => entry(look))}</ol></details></li>
`;

/** A summary opens when it is clicked, so that there is no link in it. */
function together(look: PlacedLook, count: number): Html {
  if (opens(look)) return html`${decided(look)} <span class="why">${reasonSentence(look.reason)}</span>`;
  return look.decision === "same"
    ? html`${plural(count, "look")}: the text of version ${look.place} each time`
    : html`<b>${capital(OUTCOMES[look.outcome])}</b> at ${plural(count, "look")} <span class="why">${reasonSentence(look.reason)}</span>`;
}

const entry = (look: PlacedLook): Html => html`<li class="look s-${SIGNS[look.decision]}">
<p class="when">${timeOfDay(look.capturedAt)}</p>
<div><p class="what">${decided(look, true)}</p>
<p class="why">${reasonSentence(look.reason)}${answer(look)}</p></div></li>
`;

/** What was decided, in words; if there was no text to decide about, what the look saw instead. Linked within an article. */
function decided({ articleId, decision, outcome, versionNumber, place }: PlacedLook, isLinked = false): Html {
  const version = (words: string) =>
    versionNumber === null || !isLinked
      ? html`${words}${place === null ? "" : ` ${place}`}`
      : html`<a href="${versionPath(articleId, versionNumber)}">${words} ${place}</a>`;
  switch (decision) {
    case "first":
      return html`<b>First text:</b> ${version("version")}`;
    case "new":
      return html`<b>New text:</b> ${version("version")}`;
    case "restored":
      return html`<b>An earlier text is back to stay:</b> ${version("version")}`;
    case "held":
      return versionNumber === null
        ? html`<b>New text, held</b>`
        : html`<b>New text, held;</b> it became ${version("version")}`;
    case "alternating":
      return versionNumber === null
        ? html`<b>The alternating text again</b>`
        : html`<b>Back to the text of</b> ${version("version")}`;
    case "same":
      return html`Same text${versionNumber === null ? "" : html`, ${version("version")}`}`;
    case "none":
      return html`<b>${capital(OUTCOMES[outcome])}</b>`;
  }
}

/** The status, where the words do not tell it; size and time are in the JSON. */
function answer({ status, reason }: PlacedLook): Html | "" {
  if (status === 200 || status === 304 || reasonText(reason).includes(String(status))) return "";
  return html` <span class="counts">${status === null ? "No answer." : `Status ${status}.`}</span>`;
}
