import type { Right } from "#model/actor";
import { sameSecret } from "./sessions.ts";
import type { PublishSettings } from "./settings.ts";
import type { Visit } from "./visit.ts";

/**
 * Sent with every answer. Nothing inline, nothing from elsewhere: even a hole in the escaping would show text, not run
 * code. `frame-ancestors` keeps the operator's buttons from being put under somebody else's. Other
 * sites learn no referrer; our own forms need one, or browsers send them with the origin "null".
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

const LOOPBACK_NAME = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const isLoopback = (host: string): boolean => LOOPBACK_NAME.test(host) || host === "::1";

/**
 * A page elsewhere can point its own name at 127.0.0.1 and then read what a loopback server says (DNS rebinding). Its
 * name gives it away: on a loopback address only loopback names and the configured public one are answered.
 */
export function hostAllowed(hostHeader: string, settings: PublishSettings): boolean {
  if (!isLoopback(settings.host)) return true;
  const name = hostHeader.replace(/:\d+$/, "").toLowerCase();
  if (LOOPBACK_NAME.test(name)) return true;
  return settings.publicUrl !== null && URL.parse(settings.publicUrl)?.hostname === name;
}

/**
 * Was this form sent by a page of ours, by whoever is signed in? Null when it was, else what is wrong. The token alone
 * would do; origin and fetch metadata are looked at as well, so that one mistake does not open the door. The form that
 * signs in has no session yet: the secret of its link stands for the token.
 * `origins`: where the visitor is, and the public address, in case a proxy asked under another name.
 */
export function refusal(
  headers: Headers,
  origins: readonly string[],
  { session, form }: Pick<Visit, "session" | "form">,
  may: Right,
): string | null {
  if (!session && may !== "sign-in") return "Only the signed-in operator may do this.";
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return "This form was sent from another site.";
  const from = headers.get("origin");
  if (from !== null && !origins.includes(from)) return "This form was sent from another site.";
  if (session && may !== "sign-in" && !sameSecret(form["csrf"] ?? "", session.csrf))
    return "This form is too old. Go back, reload the page and try again.";
  return null;
}
