import { html } from "hono/html";
import type { Capture } from "#model/capture";
import type { ArticleId } from "#model/id";
import { versionPath } from "../../addresses.ts";
import { DECISIONS, OUTCOMES } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { stamp } from "./instant.ts";
import { say } from "./pieces.ts";

/** What each look met, what was decided about it, and why. */
export const looksTable = (id: ArticleId, looks: readonly Capture[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Log of looks"><table class="looks"><thead><tr><th scope="col">When</th><th scope="col">Met</th><th scope="col">Decided</th><th scope="col">Why</th></tr></thead>
<tbody>
${looks.map(
  (look) => html`<tr class="${look.outcome}"><td>${stamp(look.capturedAt)}</td>
<td>${OUTCOMES[look.outcome]}${look.status === null ? "" : html` <span class="quiet">${look.status}</span>`}</td>
<td>${DECISIONS[look.decision]}${look.versionNumber === null ? "" : html` <a href="${versionPath(id, look.versionNumber)}">${say("version ")}${look.versionNumber}</a>`}</td>
<td dir="auto">${look.reason}</td></tr>
`,
)}
</tbody></table></div>`;
