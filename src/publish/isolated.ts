import { html } from "hono/html";
import type { Saying } from "#words/say";
import type { Html } from "./markup.ts";

/** A sentence of ours, each quote in it isolated: it runs left to right, the old words first, whatever script they are in. */
export const isolated = (parts: Saying): Html =>
  html`${parts.map((part) => (typeof part === "string" ? part : html`<bdi>${part.quote}</bdi>`))}`;
