import { html } from "hono/html";
import type { Notice, NoticeLine } from "#publish/http/notice";
import type { Html } from "#publish/markup";

const lineOf = ({ text, href }: NoticeLine): Html =>
  href === undefined ? html`<span dir="auto">${text}</span>` : html`<a href="${href}" dir="auto">${text}</a>`;

const linesOf = (notice: Notice): Html =>
  notice.length === 1 ? lineOf(notice[0]!) : html`<ul>${notice.map((line) => html`<li>${lineOf(line)}</li>`)}</ul>`;

/** How it went. */
export const doneNotice = (notice: Notice): Html => html`<div class="notice" role="status">${linesOf(notice)}</div>`;

/** What failed, and how the rest went: read out at once. */
export const failedNotice = (notice: Notice): Html =>
  html`<div class="notice failed" role="alert"><strong>Not added</strong> ${linesOf(notice)}</div>`;
