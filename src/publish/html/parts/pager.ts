import { html } from "hono/html";
import type { Html } from "#publish/markup";

/** A link to the following stretch of a list; the key in it stays right however much is added on top meanwhile. */
export function pager(
  path: string,
  query: Readonly<Record<string, string>>,
  next: number | null,
  label: string,
): Html | "" {
  if (next === null) return "";
  const params = new URLSearchParams({ ...query, before: String(next) });
  return html`<nav class="pager" aria-label="Pages"><a rel="next" href="${path}?${params}">${label}</a></nav>`;
}
