import { STATUS_CODES } from "node:http";
import { esc } from "#newsroom/templates/markup";
import { type Answer, html } from "./answer.ts";

/** Pages that stand where an article should be. */

const page = (title: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${esc(title)}</title></head><body>${body}</body></html>\n`;

export const notFound = (name: string): Answer =>
  html(
    404,
    page(
      `Page not found | ${name}`,
      `<h1>Page not found</h1><p>The page you asked for is not here. It may have been moved, or the address may be misspelt.</p><p><a href="/">Back to the front page</a></p>`,
    ),
  );

export const gone = (name: string, status: number): Answer =>
  status === 404
    ? notFound(name)
    : html(410, page("Removed", `<h1>This article has been removed</h1><p>It is no longer available.</p>`));

export const consent = (name: string): Answer =>
  html(
    200,
    page(
      `Your privacy | ${name}`,
      `<div id="consent-dialog" role="dialog"><h1>We value your privacy</h1><p>We and our 812 partners store and access information on your device, such as cookies, and process personal data for personalised advertising, audience research and the development of services.</p><p>You can accept all cookies, reject those that are not necessary, or manage your preferences at any time.</p><button>Accept all</button> <button>Reject all</button> <button>Manage preferences</button></div>`,
    ),
    { "cache-control": "no-store" },
  );

export const softError = (name: string): Answer =>
  html(
    200,
    page(
      `Something went wrong | ${name}`,
      `<header><a href="/">${esc(name)}</a></header><main><h1>Something went wrong</h1><p>We are sorry. An unexpected error occurred while loading this page. Our engineers have been informed. Please try again in a few minutes.</p><p>Error reference: upstream-timeout</p></main>`,
    ),
    { "cache-control": "no-store" },
  );

export const serverError = (status: number): Answer =>
  html(
    status,
    page(`${status}`, `<center><h1>${status} ${STATUS_CODES[status]}</h1></center><hr><center>edge</center>`),
  );

/** Both statuses ask to stay away for a quarter of an hour. */
export const botChallenge = (status: number): Answer =>
  html(
    status,
    page(
      "Just a moment",
      `<h1>Checking your browser</h1><p>Verify you are human by completing the action below. This process is automatic and needs JavaScript and cookies.</p><div id="challenge-form"></div>`,
    ),
    { "retry-after": "900", "cache-control": "no-store" },
  );
