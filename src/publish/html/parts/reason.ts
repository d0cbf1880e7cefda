import { html } from "hono/html";
import type { Reason } from "#model/reason";
import type { Html } from "#publish/markup";
import { reasonParts } from "#words/reasons";
import { type Saying, sentenceParts } from "#words/say";

/** A reason as a sentence of its own, each quote in it isolated: an English sentence with Arabic words runs left to right. */
export const reasonSentence = (reason: Reason): Html => isolated(sentenceParts(reasonParts(reason)));

/** A reason within a sentence. */
export const reasonClause = (reason: Reason): Html => isolated(reasonParts(reason));

const isolated = (parts: Saying): Html =>
  html`<bdi>${parts.map((part) => (typeof part === "string" ? part : html`<bdi>${part.quote}</bdi>`))}</bdi>`;
