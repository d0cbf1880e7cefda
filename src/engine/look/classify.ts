import type { Outcome } from "#model/capture";
import type { Document, PageState } from "#model/document";
import type { Failure } from "#model/failure";
import type { FetchResponse } from "#model/fetcher";
import type { Met } from "#version/schedule";

/** What an answer without usable article text amounts to. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly met: Met;
  /** In words, for the article's page. */
  readonly reason: string;
}

/** A request that got no answer. */
export function verdictOfFailure(failure: Failure): Verdict {
  if (failure.code === "robots-disallowed") return { outcome: "blocked", met: "refused", reason: failure.message };
  if (failure.advice === "never") return { outcome: "error", met: "forbidden", reason: failure.message };
  return { outcome: "error", met: "failed", reason: failure.message };
}

/** An answer whose status alone decides; null when its body has to be read. */
export function verdictOfStatus(response: FetchResponse): Verdict | null {
  const { status } = response;
  if (status >= 200 && status < 300) return verdictOfType(response.headers["content-type"] ?? "");
  const reason = `the server answered ${status}`;
  if (status === 404 || status === 410 || status === 451) return { outcome: "gone", met: "gone", reason };
  if (status === 401 || status === 402)
    return { outcome: "walled", met: "unchanged", reason: `${reason}: not without log-in` };
  if (status === 403 || status === 429)
    return { outcome: "blocked", met: "blocked", reason: `${reason}: it does not want to be asked now` };
  return { outcome: "error", met: "failed", reason };
}

/** Media types that a page can have. Servers that name none are given a try. */
const READABLE = /^(?:$|text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream))/i;

function verdictOfType(contentType: string): Verdict | null {
  if (READABLE.test(contentType.trim())) return null;
  return {
    outcome: "error",
    met: "not-article",
    reason: `the address serves ${contentType.split(";")[0]}, not a page`,
  };
}

/** What a page in each state amounts to, and what is said of it when the page itself gave no evidence. */
const OF_STATE: Readonly<Record<Exclude<PageState, "article" | "live">, Verdict>> = {
  walled: { outcome: "walled", met: "unchanged", reason: "the text stands behind a wall" },
  consent: { outcome: "walled", met: "unchanged", reason: "a consent page stands in place of the text" },
  blocked: { outcome: "blocked", met: "blocked", reason: "a challenge for robots stands in place of the text" },
  gone: { outcome: "gone", met: "gone", reason: "the page says that the article is gone" },
  error: { outcome: "error", met: "failed", reason: "an error page stands in place of the text" },
  listing: { outcome: "error", met: "not-article", reason: "a list of links, not an article" },
  empty: { outcome: "error", met: "not-article", reason: "nothing to read on the page" },
};

/** A page that was read but shows no article; null when it does. */
export function verdictOfDocument(document: Document, redirectedHome: boolean): Verdict | null {
  const { state, stateReason } = document;
  if (state === "article" || state === "live") return null;
  if (redirectedHome) return { outcome: "gone", met: "gone", reason: "the address now leads to the front page" };
  const verdict = OF_STATE[state];
  return { ...verdict, reason: asClause(stateReason) || verdict.reason };
}

/** Reasons are joined by other words: a sentence without its capital and its full stop. */
const asClause = (sentence: string): string =>
  sentence.replace(/\.$/, "").replace(/^\p{Lu}(?=\p{Ll}| )/u, (letter) => letter.toLowerCase());
