import { html } from "hono/html";
import type { RaisedDate } from "#model/claimed-date";
import type { Html } from "#publish/markup";
import { stamp } from "./instant.ts";

/** The address of a raised date within the article's page. */
export const raisedId = (seenAt: number): string => `raised-${Math.floor(seenAt / 1000)}`;

/**
 * Dates that the publisher raised over the same text, each with its bounds; nothing when there are none. Whether nobody
 * touched the text or an edit was taken back between the two looks cannot be told, so neither is said.
 */
export const raisedDates = (raised: readonly RaisedDate[]): Html =>
  html`${raised.map(
    ({ versionNumber, oldModifiedAt, newModifiedAt, lastSeenOldAt, seenAt }) =>
      html`<p class="apparatus" id="${raisedId(seenAt)}">Date raised: between ${stamp(lastSeenOldAt)} and ${stamp(seenAt)} the publisher moved its date of modification from ${stamp(oldModifiedAt)} to ${stamp(newModifiedAt)}, and the text stayed that of version ${versionNumber}.</p>\n`,
  )}`;
