import { SESSION_LIFETIME_MS } from "./sessions.ts";

/** Over https the prefix makes browsers refuse the cookie from any other host, path or an unencrypted answer. */
const name = (origin: string): string => (origin.startsWith("https:") ? "__Host-variorum" : "variorum");

const cookie = (origin: string, value: string, seconds: number): string =>
  `${name(origin)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${origin.startsWith("https:") ? "; Secure" : ""}`;

export const sessionCookie = (secret: string, origin: string): string =>
  cookie(origin, secret, SESSION_LIFETIME_MS / 1000);

export const endedCookie = (origin: string): string => cookie(origin, "", 0);

/** The secret that the browser sent, if any. */
export function readSessionCookie(headers: Headers, origin: string): string | undefined {
  const wanted = `${name(origin)}=`;
  const found = (headers.get("cookie") ?? "").split(/; */).find((part) => part.startsWith(wanted));
  return found?.slice(wanted.length) || undefined;
}
