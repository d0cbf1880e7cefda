import type { Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import { badRequest, notFound } from "#publish/html/problem";
import { articlePath } from "#view/addresses";
import { endedCookie, readSessionCookie } from "./cookie.ts";
import { wholeNumber } from "./params.ts";
import { redirect } from "./respond.ts";
import type { Handler, Visit } from "./visit.ts";

/** Longest reason for hiding an article; it is a note, not a file. */
const MAX_REASON = 500;

/** What the operator does. By the time one of these runs, session, origin and token have been checked. */
export const addAction: Handler = async (visit) => {
  const url = (visit.form["url"] ?? "").trim();
  if (url === "") return badRequest(visit, "An address is needed, such as https://news.example.");
  return tell(visit, await visit.web.operator.add(url), "/operator");
};

export const lookAction: Handler = (visit) =>
  withArticle(visit, async (id) => tell(visit, await visit.web.operator.look(id), articlePath(id)));

export const hideAction: Handler = (visit) =>
  withArticle(visit, async (id) => {
    const reason = (visit.form["reason"] ?? "").trim();
    if (reason === "" || reason.length > MAX_REASON) {
      return badRequest(visit, `Hiding needs a reason of at most ${MAX_REASON} characters.`);
    }
    return tell(visit, await visit.web.operator.hide(id, reason), "/operator");
  });

export const unhideAction: Handler = (visit) =>
  withArticle(visit, async (id) => tell(visit, await visit.web.operator.unhide(id), articlePath(id)));

export const signOutAction: Handler = async (visit) => {
  const answer = redirect("/", 303);
  await visit.web.sessions.end(readSessionCookie(visit.request.headers, visit.here));
  answer.headers.set("set-cookie", endedCookie(visit.here));
  return answer;
};

/** Hidden or not. */
async function withArticle(visit: Visit, act: (id: ArticleId) => Promise<Response>): Promise<Response> {
  const id = wholeNumber(visit.params["id"] ?? "") as ArticleId | null;
  return id !== null && (await visit.view.reader.article(id))
    ? act(id)
    : notFound(visit, "No article has this number.");
}

/** Says on the next page how it went, so that reloading that page does nothing twice. */
async function tell(visit: Visit, result: Result<string>, to: string): Promise<Response> {
  if (visit.session) await visit.web.sessions.notify(visit.session, result.ok ? result.value : result.failure.message);
  return redirect(to, 303);
}
