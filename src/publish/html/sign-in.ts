import { html } from "hono/html";
import { MINUTE_MS, SECOND_MS } from "#lib/clock";
import { browserOf } from "#publish/http/browser";
import { sessionCookie } from "#publish/http/cookie";
import { page, redirect } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import { forbidden } from "./problem.ts";

/**
 * `/sign-in?token=…`: asks for one click. Mail and chat programs open links to show what is behind them, and would use the
 * link up; none of them sends a form.
 */
export const signInPage: Handler = async (visit) => {
  const token = visit.query.get("token") ?? "";
  const refused = await refuseWrong(visit, await isOpen(visit, token));
  if (refused) return refused;
  const answer = await page(visit, {
    title: "Sign in",
    noIndex: true,
    main: html`<div class="problem"><h1>Sign in</h1>
<p>This link signs you in as the operator of this site, in this browser, for 30 days: you can add sources, have articles looked at, and hide them.</p>
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${token}"><button>Sign in</button></form></div>`,
  });
  answer.headers.set("cache-control", "no-store");
  answer.headers.delete("etag");
  return answer;
};

/** Uses the link up. The form came from a page of this site, so the browser sends the new cookie with what follows. */
export const signInAction: Handler = async (visit) => {
  const browser = browserOf(visit.request.headers.get("user-agent") ?? "");
  const mayTry = visit.web.wrongTries.admits(visit.from);
  const secret = mayTry ? await visit.web.sessions.redeem(visit.form["token"] ?? "", browser) : null;
  const refused = await refuseWrong(visit, secret !== null);
  if (refused || secret === null) return refused ?? forbidden(visit, WRONG_LINK);
  const answer = redirect("/operator", 303);
  answer.headers.set("set-cookie", sessionCookie(secret, visit.here));
  return answer;
};

const isOpen = async ({ web, from }: Visit, token: string): Promise<boolean> =>
  web.wrongTries.admits(from) && (await web.sessions.isOpen(token));

const WRONG_LINK =
  "This sign-in link has been used already, or is too old. “variorum sign-in” prints a new one at any time.";

/** Null for a right link. A wrong one is counted, and after some of them nothing is looked up for a minute. */
async function refuseWrong(visit: Visit, isRight: boolean): Promise<Response | null> {
  if (isRight) return null;
  const { wrongTries } = visit.web;
  if (wrongTries.admits(visit.from)) {
    wrongTries.count(visit.from);
    return forbidden(visit, WRONG_LINK);
  }
  return new Response("Too many wrong sign-in links came from here. Try again in a minute.\n", {
    status: 429,
    headers: { "retry-after": String(MINUTE_MS / SECOND_MS), "cache-control": "no-store" },
  });
}
