import type { Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import { operatorWith } from "#publish/html/operator";
import { badRequest, forbidden, notFound } from "#publish/html/problem";
import { articlePath, changePath, sourcePath } from "#view/addresses";
import { isLabelKind } from "#words/labels";
import { plural } from "#words/wording";
import { actorOf } from "./actor.ts";
import { endedCookie, readSessionCookie } from "./cookie.ts";
import type { Notice } from "./notice.ts";
import type { AddedItem } from "./operator.ts";
import { pairParam, wholeNumber } from "./params.ts";
import { redirect } from "./respond.ts";
import type { Handler, Visit } from "./visit.ts";

/** What the operator does. By the time one of these runs, session, origin and token have been checked. */
export const addAction: Handler = async (visit) => {
  const typed = (visit.form["url"] ?? "").trim();
  const added = await visit.web.operator.add(actorOf(visit), { addresses: typed, files: visit.files });
  if (!added.ok) return operatorWith(visit, { typed, notice: [{ text: added.failure.message }] });
  const notice = added.value.flatMap(({ given, result }) => linesOf(given, result));
  const failed = added.value.filter(({ result }) => !result.ok).map(({ given }) => given);
  if (failed.length === 0) return tell(visit, notice, "/operator");
  // What was added need not be given again; an OPML file has to be chosen again anyway.
  const left = failed.filter((given) => visit.files.every(({ name }) => name !== given));
  return operatorWith(visit, { typed: left.join("\n"), notice });
};

function linesOf(given: string, result: AddedItem["result"]): Notice {
  if (!result.ok) return [{ text: `${given}: ${result.failure.message}` }];
  return result.value.sources.map(({ id, name, added, feeds, articles }) => ({
    text: `${added ? "Added" : "Already known:"} ${name}: ${plural(feeds.length, "feed")}, ${plural(articles, "new article")}.`,
    href: sourcePath(id),
  }));
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

/** A label of a change is wrong, or is not after all. */
export const markLabelAction: Handler = (visit) =>
  withArticle(visit, async (articleId) => {
    const pair = pairParam(visit.params["pair"] ?? "");
    const { kind = "", reason = "", wrong } = visit.form;
    if (!pair || pair.from.articleId !== null || !isLabelKind(kind)) return badRequest(visit, "No such label.");
    const label = { articleId, from: pair.from.number, to: pair.to, kind, reason };
    const marked = await visit.web.operator.markLabel(actorOf(visit), label, wrong === "1");
    const text =
      wrong === "1" ? "Marked as wrong. The mark is kept for those who train the models." : "The mark is gone.";
    return tellDone(visit, marked, text, `${changePath(articleId, label.from, label.to)}#labels`);
  });

export const signOutAction: Handler = async (visit) => {
  const answer = redirect("/", 303);
  await visit.web.sessions.end(readSessionCookie(visit.request.headers, visit.here));
  answer.headers.set("set-cookie", endedCookie(visit.here));
  return answer;
};

export const signOutOneAction: Handler = async (visit) => {
  await visit.web.sessions.endNamed(visit.params["hash"] ?? "");
  return redirect("/operator", 303);
};

export const signOutAllAction: Handler = async (visit) => {
  await visit.web.sessions.endAll();
  const answer = redirect("/", 303);
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
  if (result.ok) return tell(visit, [{ text }], to);
  if (result.failure.code === "no-such-article") return notFound(visit, NO_ARTICLE);
  return result.failure.code === "not-allowed"
    ? forbidden(visit, result.failure.message)
    : badRequest(visit, result.failure.message);
}

/** Says on the next page how it went, so that reloading that page does nothing twice. */
async function tell(visit: Visit, notice: Notice, to: string): Promise<Response> {
  if (visit.session) await visit.web.sessions.notify(visit.session, notice);
  return redirect(to, 303);
}
