import { html } from "hono/html";
import type { Piece } from "#collate/collation";
import type { Html } from "#publish/markup";
import { deleted, pieces } from "./pieces.ts";

/**
 * The most telling edit as it would look in the text. Of a headline that was replaced whole and is shown right `above`,
 * only the old one is shown. Empty when no words changed.
 */
export function sample(run: readonly Piece[], lang: string | undefined, above = ""): Html | "" {
  if (run.length === 0) return "";
  const attribute = lang ? html` lang="${lang}"` : "";
  return html`<p class="sample" dir="auto"${attribute}>${isReplaced(run, above) ? deleted(run[0]!.text) : pieces(run)}</p>`;
}

const isReplaced = ([old, next, ...others]: readonly Piece[], above: string): boolean =>
  old?.op === "deleted" && next?.op === "inserted" && next.text === above && others.length === 0;
