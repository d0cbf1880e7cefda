import { html } from "hono/html";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Failure } from "#model/failure";
import { unhideForm } from "#publish/html/parts/operator";
import { json, page } from "#publish/http/respond";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, headPath } from "#view/addresses";
import type { Hidden, Missing, Unanswered } from "#view/answer";
import { absolute, plural, relative } from "#words/wording";

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly extra?: Html;
}

/** Every refusal is a page, or for programs a JSON object `{error: {status, title, message}}`. */
function problem(visit: Visit, { status, title, text, extra }: Problem): Response | Promise<Response> {
  if (visit.wantsJson) return json(visit, { error: { status, title, message: text } }, status);
  return page(visit, {
    status,
    title,
    noIndex: true,
    main: html`<div class="problem"><p class="kicker">${status}</p><h1>${title}</h1><p>${text}</p>${extra ?? ""}
<p><a href="/">Latest changes</a></p></div>`,
  });
}

export const badRequest = (visit: Visit, text: string) => problem(visit, { status: 400, title: "Bad request", text });

export const forbidden = (visit: Visit, text: string) => problem(visit, { status: 403, title: "Not allowed", text });

export const notFound = (visit: Visit, text = "There is nothing at this address.", extra?: Html) =>
  problem(visit, { status: 404, title: "Not found", text, ...(extra ? { extra } : {}) });

/** An address that has a page only, asked for as something else. */
export const notAcceptable = (visit: Visit) =>
  problem(visit, { status: 406, title: "No JSON here", text: "This address has a page, but no JSON form." });

/** Says why a view could not be given. */
export function problemOf(visit: Visit, answer: Unanswered): Response | Promise<Response> {
  if (answer.kind === "hidden") return hidden(visit, answer);
  if (answer.kind === "missing") return missingOf(visit, answer.missing);
  const { instead } = answer;
  return busy(
    visit,
    answer.failure,
    html`<p>Read them one by one: ${instead.map((head, i) => html`${i > 0 ? " · " : ""}<a href="${headPath(head)}">Version ${head.place}</a>`)}</p>`,
  );
}

const MISSING: Readonly<Record<Exclude<Missing["what"], "version" | "proof">, string>> = {
  article: "No article has this number.",
  source: "No source has this number.",
  variant: "This text is not kept: only the last few that did not become versions are.",
  "variant-base": "The version beside which this text was seen is not kept.",
  text: "No text of this article could be read yet.",
};

function missingOf(visit: Visit, missing: Missing): Response | Promise<Response> {
  if (missing.what === "version")
    // What the article has is one click away.
    return notFound(
      visit,
      `This article has ${plural(missing.versionCount, "version")}.`,
      html`<p><a href="${articlePath(missing.articleId)}">The article</a></p>`,
    );
  if (missing.what === "proof")
    return notFound(
      visit,
      `The day in which this version was recorded closes ${relative(missing.closesAt, visit.now)}, at ${absolute(missing.closesAt)}. Then there is a proof.`,
    );
  return notFound(visit, MISSING[missing.what]);
}

/** Hidden articles: neither headline nor address nor reason may leak, whoever asks. */
const hidden = (visit: Visit, { notice }: Hidden) =>
  problem(visit, {
    status: 410,
    title: "No longer shown",
    text: "The operator of this site has withdrawn this article. Its versions are not shown, listed, searched or exported.",
    ...(notice.details ? { extra: unhideForm(visit, notice.id) } : {}),
  });

export const broken = (visit: Visit) =>
  problem(visit, {
    status: 500,
    title: "Something failed on our side",
    text: "The fault has been logged. Trying again in a minute may help.",
  });

/** The operator learns more from `doctor`: here it would only tell strangers about this machine. */
export const damaged = (visit: Visit) =>
  problem(visit, {
    status: 503,
    title: "The database is damaged",
    text: "What was asked for cannot be read. The operator has to restore a backup.",
  });

const AGAIN: readonly (readonly [number, string])[] = [
  [MINUTE_MS, "in a few seconds"],
  [HOUR_MS, "in a minute"],
  [Number.POSITIVE_INFINITY, "another day"],
];

/** No room to compare long texts just now: when to ask again, and `meanwhile` what can be read at once. */
async function busy(visit: Visit, failure: Failure, meanwhile: Html): Promise<Response> {
  const waitMs = failure.retryAfterMs ?? 0;
  const again = AGAIN.find(([until]) => waitMs < until)![1];
  const answer = await problem(visit, {
    status: 503,
    title: "Not compared just now",
    text: `${failure.message} Nothing is lost: every text is kept, and can be read. Ask again ${again}.`,
    extra: html`<p><a href="">Try again</a></p>${meanwhile}`,
  });
  answer.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
  answer.headers.set("cache-control", "no-store");
  return answer;
}
