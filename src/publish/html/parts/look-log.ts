import { html } from "hono/html";
import type { Capture, Decision } from "#model/capture";
import type { ArticleId } from "#model/id";
import { versionPath } from "../../addresses.ts";
import { capital, clockTime, longDay, OUTCOMES, plural, sentence, shortDate } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { timeOfDay } from "./instant.ts";

/** Quiet looks in a row from which on they are told together. */
const MIN_FOLDED = 3;

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
export function lookLog(id: ArticleId, looks: readonly Capture[], level: 2 | 3): Html {
  const days = Map.groupBy(looks, (look) => shortDate(look.capturedAt));
  return html`<div class="log">${[...days.values()].map((day) => {
    const name = longDay(day[0]!.capturedAt);
    return html`${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
<ol>
${runsOf(day).map((run) => (run.length >= MIN_FOLDED ? folded(id, run) : run.map((look) => entry(id, look))))}</ol>
`;
  })}</div>`;
}

/** Looks that met the same text without anything to tell, as far as they follow each other; every other look by itself. */
function runsOf(looks: readonly Capture[]): readonly (readonly Capture[])[] {
  const runs: Capture[][] = [];
  for (const look of looks) {
    const run = runs.at(-1);
    if (run && isQuiet(look) && isQuiet(run[0]!) && run[0]!.versionNumber === look.versionNumber) run.push(look);
    else runs.push([look]);
  }
  return runs;
}

const isQuiet = ({ decision, outcome }: Capture): boolean => decision === "same" && outcome === "unchanged";

const folded = (id: ArticleId, run: readonly Capture[]): Html => html`<li class="look quiet-run"><details>
<summary class="run"><span class="when">${clockTime(run.at(-1)!.capturedAt)}–${clockTime(run[0]!.capturedAt)}</span> ${plural(run.length, "look")}: the text of version ${run[0]!.versionNumber} each time</summary>
<ol>${run.map((look) => entry(id, look))}</ol></details></li>
`;

const entry = (id: ArticleId, look: Capture): Html => html`<li class="look s-${SIGNS[look.decision]}">
<p class="when">${timeOfDay(look.capturedAt)}</p>
<div><p class="what">${decided(id, look)}</p>
<p class="why"><bdi>${sentence(look.reason)}</bdi> <span class="counts">${answer(look)}</span></p></div></li>
`;

/** What was decided, in words; what could not be decided about is told by what stood there instead. */
function decided(id: ArticleId, { decision, outcome, versionNumber }: Capture): Html {
  const version = (words: string) =>
    versionNumber === null
      ? html`${words}`
      : html`<a href="${versionPath(id, versionNumber)}">${words} ${versionNumber}</a>`;
  switch (decision) {
    case "first":
      return html`<b>First text:</b> ${version("version")}`;
    case "new":
      return html`<b>New version:</b> ${version("version")}`;
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

/** "200, 47 kB, 0.2 s": what the server gave. */
function answer({ status, bodyBytes, tookMs }: Capture): string {
  const parts = [
    ...(status === null ? ["no answer"] : [String(status)]),
    ...(bodyBytes > 0 ? [`${Math.max(1, Math.round(bodyBytes / 1000))} kB`] : []),
    `${(tookMs / 1000).toFixed(1)} s`,
  ];
  return parts.join(", ");
}
