import { html } from "hono/html";
import type { RaisedDate } from "#model/claimed-date";
import { plural } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { stamp } from "./instant.ts";

/**
 * Dates that the publisher raised over the same text, each with its bounds; nothing when there are none. Whether nobody
 * touched the text or an edit was taken back between the two looks cannot be told, so neither is said.
 */
export const raisedDates = (raised: readonly RaisedDate[]): Html | "" =>
  raised.length === 0
    ? ""
    : html`<div class="raised"><p class="apparatus">${plural(raised.length, "date")} raised without a change of text:</p>
<ul class="apparatus">${raised.map(
        ({ versionNumber, oldModifiedAt, newModifiedAt, lastSeenOldAt, seenAt }) => html`
<li>“Modified ${stamp(oldModifiedAt)}” became “modified ${stamp(newModifiedAt)}” between the looks of ${stamp(lastSeenOldAt)} and ${stamp(seenAt)}; the same text stood there, that of version ${versionNumber}.</li>`,
      )}</ul></div>`;
