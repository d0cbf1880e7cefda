import { html } from "hono/html";
import type { Piece } from "#collate/collation";
import type { Html } from "../markup.ts";

/** Said, not shown. With a direction and a language of its own, so that it bends neither those of the text around it. */
export const say = (text: string): Html => html`<span class="say" dir="ltr" lang="en">${text}</span>`;

/**
 * Marked words. The element carries the meaning, the hidden words say it to those who listen, line and tint show it to
 * those who look; none of them depends on colour alone.
 */
export const deleted = (text: string): Html => html`<del>${say("removed: ")}${text}${say(" end of removed ")}</del>`;

/** `instead`: stands right after what it replaces. */
export const inserted = (text: string, instead = false): Html =>
  html`<ins${instead ? html` class="instead"` : ""}>${say("added: ")}${text}${say(" end of added ")}</ins>`;

export const pieces = (run: readonly Piece[]): Html =>
  html`${run.map(({ op, text }, i) => {
    if (op === "deleted") return deleted(text);
    return op === "inserted" ? inserted(text, run[i - 1]?.op === "deleted") : text;
  })}`;
