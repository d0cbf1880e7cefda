import { html } from "hono/html";
import { sessionCookie } from "#publish/http/cookie";
import { page } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import { forbidden } from "./problem.ts";

/**
 * `/sign-in?token=…`: answers with a page rather than a redirect, because browsers withhold a SameSite=Strict cookie
 * from a redirect that began on another site, such as a mail client in the browser.
 */
export const signInPage: Handler = async (visit) => {
  if (
    /prefetch|preview/i.test(visit.request.headers.get("sec-purpose") ?? visit.request.headers.get("purpose") ?? "")
  ) {
    return new Response(null, { status: 503, headers: { "cache-control": "no-store" } });
  }
  const secret =
    visit.request.method === "GET" ? await visit.web.sessions.redeem(visit.query.get("token") ?? "") : null;
  if (!secret) {
    return forbidden(
      visit,
      "This sign-in link has been used already, or is too old. Restarting the server prints a new one.",
    );
  }
  const answer = await page(visit, {
    title: "Signed in",
    noIndex: true,
    main: html`<div class="problem"><h1>Signed in</h1>
<p>You are the operator of this site in this browser for the next 30 days: you can add sources, have articles looked at, and hide them.</p>
<p><a href="/operator">Go on</a></p></div>`,
  });
  answer.headers.set("set-cookie", sessionCookie(secret, visit.here));
  answer.headers.set("cache-control", "no-store");
  answer.headers.delete("etag");
  return answer;
};
