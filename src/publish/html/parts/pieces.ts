import { html } from "hono/html";
import type { Piece } from "#collate/collation";
import type { Html } from "../layout.ts";

/**
 * Marked words. The element carries the meaning, the hidden words say it to those who listen, line and tint show it to
 * those who look; none of them depends on colour alone.
 */
export const deleted = (text: string): Html =>
  html`<del><span class="say">removed: </span>${text}<span class="say"> end of removed </span></del>`;
export const inserted = (text: string): Html =>
  html`<ins><span class="say">added: </span>${text}<span class="say"> end of added </span></ins>`;

export const pieces = (run: readonly Piece[]): Html =>
  html`${run.map((piece) => (piece.op === "equal" ? piece.text : piece.op === "deleted" ? deleted(piece.text) : inserted(piece.text)))}`;
