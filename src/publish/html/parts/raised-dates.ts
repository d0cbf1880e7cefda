import { html } from "hono/html";
import type { RaisedDate } from "#model/claimed-date";
import type { Html } from "#publish/markup";
import { stamp } from "./instant.ts";

/** The address of a raised date within the article's page. */
export const raisedId = (seenAt: number): string => `raised-${Math.floor(seenAt / 1000)}`;

/**
 * Dates that the publisher raised while the text stayed the same, each with its bounds; empty without any. Perhaps no one
 * edited the text, perhaps an edit was undone between the two looks. We cannot know, so the page claims neither.
 */
export const raisedDates = (raised: readonly RaisedDate[]): Html =>
  html`${raised.map(
    ({ versionNumber, oldModifiedAt, newModifiedAt, lastSeenOldAt, seenAt }) =>
      html`<p class="apparatus" id="${raisedId(seenAt)}">Date raised: between ${stamp(lastSeenOldAt)} and ${stamp(seenAt)} the publisher changed the stated date of modification from ${stamp(oldModifiedAt)} to ${stamp(newModifiedAt)}, while the text remained that of version ${versionNumber}.</p>\n`,
  )}`;
