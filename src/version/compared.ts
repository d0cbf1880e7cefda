import { canonical } from "#lib/canonical";
import type { Block } from "#model/document";

/** Around what is struck out. Readers of pages take control characters away, so that no text has them by itself. */
const STRUCK = { begins: "\u0002", ends: "\u0003" } as const;

/**
 * The text of a block as texts are compared by it: without the amounts that move by themselves, and with marks around what the
 * publisher struck out, because striking is an edit. What is marked as inserted reads like any other words.
 */
export function comparedText({ text, spans = [] }: Block): string {
  if (spans.length === 0) return text;
  let compared = "";
  let at = 0;
  for (const { from, to, kind } of spans) {
    compared += text.slice(at, from);
    const own = text.slice(from, to);
    if (kind === "struck") compared += `${STRUCK.begins}${own}${STRUCK.ends}`;
    else if (kind === "inserted") compared += own;
    at = to;
  }
  return compared + text.slice(at);
}

/** All that is struck out in a text: where it differs, someone struck words out or took the marks away. */
export const struckOut = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({ text, spans = [] }) =>
      spans.filter(({ kind }) => kind === "struck").map(({ from, to }) => canonical(text.slice(from, to))),
    )
    .join("\n");
