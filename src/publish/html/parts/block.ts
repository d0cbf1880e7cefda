import { html } from "hono/html";
import type { BlockKind } from "#model/document";
import type { Html } from "#publish/markup";

/** A paragraph in the element that says what it is. `content` is text or marked-up text; headings stand below `level`. */
export function blockText(kind: BlockKind, content: string | Html, level: 1 | 2): Html {
  if (kind === "heading")
    return level === 1 ? html`<h2 dir="auto">${content}</h2>` : html`<h3 dir="auto">${content}</h3>`;
  if (kind === "quote") return html`<blockquote dir="auto"><p>${content}</p></blockquote>`;
  if (kind === "item") return html`<p class="item" dir="auto">${content}</p>`;
  if (kind === "row") return html`<p class="table-row" dir="auto">${content}</p>`;
  if (kind === "caption") return html`<p class="caption" dir="auto">${content}</p>`;
  return html`<p dir="auto">${content}</p>`;
}
