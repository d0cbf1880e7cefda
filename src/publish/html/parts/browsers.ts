import { html } from "hono/html";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { ago } from "./instant.ts";
import { csrfField } from "./operator.ts";

type SignedIn = Awaited<ReturnType<Visit["web"]["sessions"]["list"]>>[number];

/** Where the operator is signed in, this browser marked, each with a way to sign it out. */
export const browserList = (visit: Visit, sessions: readonly SignedIn[]): Html =>
  html`<section aria-labelledby="browsers"><h2 id="browsers">Signed in</h2>
<ul class="browsers">${sessions.map((session) => entry(visit, session))}</ul>
<p class="hint">To sign in with another browser, run <code>variorum sign-in</code> and open its link there.</p>
<form method="post" action="/operator/browsers/sign-out">${csrfField(visit)}<button>Sign out everywhere</button></form>
</section>`;

function entry(visit: Visit, { hash, browser, madeAt, usedAt }: SignedIn): Html {
  const isThis = hash === visit.session?.hash;
  return html`<li><span>${browser ?? "Unknown browser"}${isThis ? html` <strong>(this one)</strong>` : ""}</span>
<span class="apparatus">signed in ${ago(madeAt, visit.now)}, ${isThis ? "in use now" : usedAt === null ? "not used since" : html`last used ${ago(usedAt, visit.now)}`}</span>
<form method="post" action="/operator/browsers/${hash}/sign-out">${csrfField(visit)}<button>Sign out</button></form></li>
`;
}
