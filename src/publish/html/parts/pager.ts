import { html } from "hono/html";
import type { Html } from "#publish/markup";
import { withQuery } from "#view/addresses";
import { number } from "#words/wording";

/** A link to the following stretch of a list; the key in it stays right however much is added on top meanwhile. */
export function pager(
  path: string,
  query: Readonly<Record<string, string>>,
  next: number | null,
  label: string,
): Html | "" {
  if (next === null) return "";
  return html`<nav class="pager" aria-label="Pages"><a rel="next" href="${withQuery(path, { ...query, before: next })}">${label}</a></nav>`;
}

/** Links to the pages of a list whose order changes all the time, so that only their numbers can be named. */
export function pageSteps(
  path: string,
  query: Readonly<Record<string, string>>,
  page: number,
  pages: number,
): Html | "" {
  if (pages === 1) return "";
  const to = (n: number): string => withQuery(path, { ...query, page: n === 1 ? undefined : n });
  return html`<nav class="pager" aria-label="Pages">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">Page ${number(page - 1)}</a> ` : ""}<span>Page ${number(page)} of ${number(pages)}</span>${page < pages ? html` <a rel="next" href="${to(page + 1)}">Page ${number(page + 1)}</a>` : ""}</nav>`;
}
