import { html } from "hono/html";
import type { Reason } from "#model/reason";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import { reasonParts } from "#words/reasons";
import { sentenceParts } from "#words/say";

/** A reason as a sentence of its own. */
export const reasonSentence = (reason: Reason): Html =>
  html`<bdi>${isolated(sentenceParts(reasonParts(reason)))}</bdi>`;

/** A reason within a sentence. */
export const reasonClause = (reason: Reason): Html => html`<bdi>${isolated(reasonParts(reason))}</bdi>`;
