import { html } from "hono/html";
import type { ChangedByline } from "#model/shown-byline";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import { bylineId } from "#view/addresses";
import { bylineEvent } from "#words/bylines";

/** Names that the publisher changed while the text stayed the same, each with its bounds; empty without any. */
export const changedBylines = (changed: readonly ChangedByline[]): Html =>
  html`${changed.map((event) => html`<p class="apparatus" id="${bylineId(event.seenAt)}">${isolated(bylineEvent(event))}</p>\n`)}`;
