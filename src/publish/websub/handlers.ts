import type { Subscription } from "#model/subscription";
import type { Handler, Visit } from "#publish/http/visit";
import { isSigned } from "./signature.ts";

/** A key of ours: 32 random bytes. Anything else is not looked up. */
const KEY = /^[\w-]{43}$/;
/** Hubs send a few dozen characters; they come back as they are. */
const MAX_CHALLENGE_CHARS = 1024;
/** The largest of 1,361 collected feeds has 77 KB, so that a whole one with all its texts fits. */
export const MAX_PUSH_BYTES = 1024 * 1024;
/** Characters of a hub's reason for denying that are read. */
const MAX_DENIAL_CHARS = 500;

/** `GET /websub/:key`: the hub asks whether it was really us who subscribed (WebSub, 5.3), or says that it will not push. */
export const hubAsks: Handler = async (visit) => {
  // A HEAD comes here too; hubs do not send it.
  const subscription = visit.request.method === "GET" ? await subscriptionOf(visit) : null;
  const mode = visit.query.get("hub.mode");
  if (!subscription || visit.query.get("hub.topic") !== subscription.topicUrl)
    return said("No subscription asked for this.", 404);
  const { callbacks } = visit.web;
  if (mode === "denied") {
    const reason = (visit.query.get("hub.reason") ?? "").slice(0, MAX_DENIAL_CHARS);
    if (!isOver(subscription)) await callbacks.denied(subscription.id, reason);
    return said("Noted.", 200);
  }
  const challenge = visit.query.get("hub.challenge") ?? "";
  const isWished = mode === (isOver(subscription) ? "unsubscribe" : "subscribe");
  if (!isWished || challenge === "" || challenge.length > MAX_CHALLENGE_CHARS) return said("Not wanted.", 404);
  if (mode === "subscribe")
    await callbacks.verified(subscription.id, leaseSeconds(visit.query.get("hub.lease_seconds")));
  else await callbacks.ended(subscription.id);
  return said(challenge, 200);
};

/**
 * `POST /websub/:key`: the hub pushes (WebSub, 7). Only its signature is checked here. A push with a wrong one is ignored, and
 * its sender gets the usual answer, so that no one can try signatures out. 410 makes a hub stop.
 */
export const hubPushes: Handler = async (visit) => {
  const { callbacks, pushRate } = visit.web;
  const key = visit.params["key"] ?? "";
  if (KEY.test(key) && !pushRate.admits(key)) {
    callbacks.note("too-many");
    return said("Too many pushes; send it again later.", 429, { "retry-after": "60" });
  }
  const subscription = await subscriptionOf(visit);
  if (!subscription || isOver(subscription) || subscription.state === "refused") return unwanted(visit);
  const bytes = new Uint8Array(await visit.request.arrayBuffer());
  if (!isSigned(visit.request.headers.get("x-hub-signature"), subscription.secret, bytes)) {
    callbacks.note("unsigned");
    await callbacks.unsigned(subscription.id);
    return said("Received.", 202);
  }
  const contentType = visit.request.headers.get("content-type");
  const taken = await callbacks.pushed(subscription.id, { contentType, bytes });
  if (taken === "ended") return unwanted(visit);
  callbacks.note(taken);
  return said("Received.", 202);
};

function unwanted({ web }: Visit): Response {
  web.callbacks.note("unknown");
  return said("There is no subscription for this, or not any more.", 410);
}

const isOver = ({ state }: Subscription): boolean => state === "leaving" || state === "left";

async function subscriptionOf({ params, web }: Visit): Promise<Subscription | null> {
  const key = params["key"] ?? "";
  return KEY.test(key) ? web.callbacks.subscription(key) : null;
}

/** A whole number of seconds that a number can hold; null for anything else. */
function leaseSeconds(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** Plain text, which no browser takes for anything else: the challenge comes from outside. */
const said = (text: string, status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(text, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      ...headers,
    },
  });
