import { HOUR_MS, MINUTE_MS } from "#lib/clock";

/** Time since the newsroom's `startAt`: milliseconds, or hours and minutes as "1:25" or "-2:10". */
export type When = number | `${number}:${number}`;

export function offsetMs(when: When): number {
  if (typeof when === "number") return when;
  const match = /^(-?)(\d+):(\d\d)$/.exec(when);
  if (!match) throw new Error(`not a time of the script: ${when}`);
  const ms = Number(match[2]) * HOUR_MS + Number(match[3]) * MINUTE_MS;
  return match[1] === "-" ? -ms : ms;
}

/** ISO 8601 without milliseconds, as publishers print it. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** RFC 9110 date of HTTP headers and RSS. */
export const httpDate = (at: number): string => new Date(at).toUTCString();

/** "2031/05/12" and "20310512", for addresses. */
export const dayPath = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "/");
export const dayDigits = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");
