import type { Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import { badRequest, forbidden, notFound } from "#publish/html/problem";
import { articlePath } from "#view/addresses";
import { plural } from "#words/wording";
import { actorOf } from "./actor.ts";
import { endedCookie, readSessionCookie } from "./cookie.ts";
import type { AddedItem } from "./operator.ts";
import { wholeNumber } from "./params.ts";
import { redirect } from "./respond.ts";
import type { Handler, Visit } from "./visit.ts";

/** What the operator does. By the time one of these runs, session, origin and token have been checked. */
export const addAction: Handler = async (visit) => {
  const input = { addresses: (visit.form["url"] ?? "").trim(), files: [] };
  const added = await visit.web.operator.add(actorOf(visit), input);
  if (!added.ok) return tell(visit, added.failure.message, "/operator");
  return tell(visit, added.value.map(({ given, result }) => sentenceOf(given, result)).join(" "), "/operator");
};

function sentenceOf(given: string, result: AddedItem["result"]): string {
  if (!result.ok) return `${given}: ${result.failure.message}`;
  return result.value.sources
    .map(
      ({ name, added, feeds, articles }) =>
        `${added ? "Added" : "Already known:"} ${name}: ${plural(feeds.length, "feed")}, ${plural(articles, "new article")}.`,
    )
    .join(" ");
}

export const lookAction: Handler = (visit) =>
  withArticle(visit, async (id) => {
    const looked = await visit.web.operator.look(actorOf(visit), id);
    return tellDone(
      visit,
      looked,
      "It will be looked at next. The pause between two requests to its site is kept.",
      articlePath(id),
    );
  });

export const hideAction: Handler = (visit) =>
  withArticle(visit, async (article) => {
    const hidden = await visit.web.operator.hide(actorOf(visit), { article, reason: visit.form["reason"] ?? "" });
    return tellDone(visit, hidden, "Hidden. Its address answers 410 from now on.", "/operator");
  });

export const unhideAction: Handler = (visit) =>
  withArticle(visit, async (id) => {
    const shown = await visit.web.operator.unhide(actorOf(visit), id);
    return tellDone(visit, shown, "Shown again.", articlePath(id));
  });

export const signOutAction: Handler = async (visit) => {
  const answer = redirect("/", 303);
  await visit.web.sessions.end(readSessionCookie(visit.request.headers, visit.here));
  answer.headers.set("set-cookie", endedCookie(visit.here));
  return answer;
};

async function withArticle(visit: Visit, act: (id: ArticleId) => Promise<Response>): Promise<Response> {
  const id = wholeNumber(visit.params["id"] ?? "") as ArticleId | null;
  return id === null ? notFound(visit, NO_ARTICLE) : act(id);
}

const NO_ARTICLE = "No article has this number.";

/** What was wrong with the form is a page of its own; what was done is said on the next page. */
function tellDone(visit: Visit, result: Result<unknown>, text: string, to: string): Promise<Response> | Response {
  if (result.ok) return tell(visit, text, to);
  if (result.failure.code === "no-such-article") return notFound(visit, NO_ARTICLE);
  return result.failure.code === "not-allowed"
    ? forbidden(visit, result.failure.message)
    : badRequest(visit, result.failure.message);
}

/** Says on the next page how it went, so that reloading that page does nothing twice. */
async function tell(visit: Visit, text: string, to: string): Promise<Response> {
  if (visit.session) await visit.web.sessions.notify(visit.session, text);
  return redirect(to, 303);
}
