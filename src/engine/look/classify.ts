import { hostKey } from "#lib/url";
import type { Document, PageState } from "#model/document";
import { type Failure, reasonOf } from "#model/failure";
import type { FetchResponse } from "#model/fetcher";
import { isLed, isLedHome, verdictOfElsewhere, verdictOfList } from "./elsewhere.ts";
import type { Verdict } from "./verdict.ts";

/**
 * A request that got no answer, or one that could not be read.
 * @param isOwnAddress the article's own address was refused as it is spelled; where a redirect leads can change any day
 */
export function verdictOfFailure(failure: Failure, isOwnAddress = false): Verdict {
  const reason = reasonOf(failure);
  if (failure.code === "robots-disallowed") return { outcome: "blocked", met: "refused", reason };
  if (failure.advice !== "never") return { outcome: "error", met: "failed", reason };
  return { outcome: "error", met: isOwnAddress ? "forbidden" : "not-article", reason };
}

/** An answer whose status alone decides; null when its body has to be read. */
export function verdictOfStatus(response: FetchResponse): Verdict | null {
  const { status } = response;
  if (status >= 200 && status < 300) return verdictOfType(response.headers["content-type"] ?? "");
  const reason = { code: "http-status", status } as const;
  if (status === 404 || status === 410 || status === 451) return { outcome: "gone", met: "gone", reason };
  if (status === 401 || status === 402)
    return { outcome: "walled", met: "walled", reason: { code: "login-needed", status } };
  if (status === 403 || status === 429)
    return { outcome: "blocked", met: "blocked", reason: { code: "asked-to-stay-away", status } };
  return { outcome: "error", met: "failed", reason };
}

/** Media types that a page can have. Servers that name none are given a try. */
const READABLE = /^(?:$|text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream))/i;

function verdictOfType(contentType: string): Verdict | null {
  if (READABLE.test(contentType.trim())) return null;
  return {
    outcome: "error",
    met: "not-article",
    reason: { code: "no-page", type: contentType.split(";")[0]!.trim() },
  };
}

/** What a page in each state amounts to, and what is said of it when the page itself gave no evidence. */
const OF_STATE: Readonly<Record<Exclude<PageState, "article" | "live">, Verdict>> = {
  walled: { outcome: "walled", met: "walled", reason: { code: "wall" } },
  consent: { outcome: "walled", met: "walled", reason: { code: "consent-page" } },
  blocked: { outcome: "blocked", met: "blocked", reason: { code: "challenge-page" } },
  gone: { outcome: "gone", met: "gone", reason: { code: "gone-page" } },
  error: { outcome: "error", met: "failed", reason: { code: "error-page" } },
  listing: { outcome: "error", met: "not-article", reason: { code: "links-only" } },
  empty: { outcome: "error", met: "not-article", reason: { code: "no-readable-text" } },
};

/**
 * A page that was read but shows no article; null when it does.
 * @param askedUrl the article's address
 * @param final where redirects from there led
 */
export function verdictOfDocument(
  document: Document,
  askedUrl: string,
  final: Pick<FetchResponse, "url" | "hops">,
): Verdict | null {
  const finalUrl = final.url;
  const { state, stateReason } = document;
  if (state === "article" || state === "live") return null;
  if (isLedHome(askedUrl, finalUrl)) return { outcome: "gone", met: "gone", reason: { code: "front-page" } };
  if (state === "listing" && isLed(askedUrl, finalUrl)) return verdictOfList(finalUrl);
  if (state === "empty" && isLed(askedUrl, finalUrl))
    return verdictOfElsewhere({ url: askedUrl }, finalUrl, final.hops, null);
  const verdict = OF_STATE[state];
  // A waiting room or a challenge at another host: this one did not shut its door, and may let us in at the next look.
  if (state === "blocked" && hostKey(finalUrl) !== hostKey(askedUrl))
    return { ...verdict, met: "walled", reason: stateReason ?? verdict.reason };
  return { ...verdict, reason: stateReason ?? verdict.reason };
}
