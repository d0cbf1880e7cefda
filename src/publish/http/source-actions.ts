import type { FeedId, SourceId } from "#model/id";
import { badRequest, forbidden, notFound } from "#publish/html/problem";
import { sourcePath } from "#view/addresses";
import { actorOf } from "./actor.ts";
import type { SourceChange } from "./operator.ts";
import { wholeNumber } from "./params.ts";
import { redirect } from "./respond.ts";
import type { Handler, Visit } from "./visit.ts";

const NO_SOURCE = "No source has this number.";

/** The forms of a source's page. By the time this runs, session, origin and token have been checked. */
export const changeSourceAction: Handler = async (visit) => {
  const id = wholeNumber(visit.params["id"] ?? "") as SourceId | null;
  if (id === null) return notFound(visit, NO_SOURCE);
  const change = readChange(visit);
  if (change === null)
    return badRequest(visit, "Choose what to change; of a removed source, what becomes of its history.");
  const done = await visit.web.operator.changeSource(actorOf(visit), id, change);
  if (done.ok) {
    if (visit.session) await visit.web.sessions.notify(visit.session, [{ text: SAID[change.kind] }]);
    return redirect(sourcePath(id), 303);
  }
  if (done.failure.code === "no-such-source") return notFound(visit, NO_SOURCE);
  return done.failure.code === "not-allowed"
    ? forbidden(visit, done.failure.message)
    : badRequest(visit, done.failure.message);
};

const SAID: Readonly<Record<SourceChange["kind"], string>> = {
  rename: "Renamed.",
  home: "Its home page is corrected.",
  patterns: "Its patterns are changed. They hold for articles that are found from now on.",
  pause: "Paused. Nothing is asked for it until it is resumed.",
  resume: "It is watched again.",
  "remove-feed": "The feed is no longer read.",
  remove: "Removed. It is no longer watched.",
};

function readChange({ form }: Visit): SourceChange | null {
  switch (form["change"]) {
    case "rename":
      return { kind: "rename", name: form["name"] ?? "" };
    case "home":
      return { kind: "home", url: form["home"] ?? "" };
    case "patterns":
      return {
        kind: "patterns",
        patterns: {
          includeUrl: linesOf(form["includeUrl"]),
          excludeUrl: linesOf(form["excludeUrl"]),
          includeTitle: linesOf(form["includeTitle"]),
          excludeTitle: linesOf(form["excludeTitle"]),
        },
      };
    case "pause":
      return { kind: "pause" };
    case "resume":
      return { kind: "resume" };
    case "remove-feed": {
      const feed = wholeNumber(form["feed"] ?? "");
      return feed === null ? null : { kind: "remove-feed", feed: feed as FeedId };
    }
    case "remove":
      return form["history"] === "stays" || form["history"] === "goes"
        ? { kind: "remove", history: form["history"] }
        : null;
    default:
      return null;
  }
}

const linesOf = (text = ""): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
