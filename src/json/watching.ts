import { z } from "zod";
import type { Watching } from "#view/watching";
import { count, instant, iso, isoOrNull } from "./shapes.ts";

const host = z.strictObject({
  name: z.string(),
  requestsToday: count.describe("Since midnight UTC"),
  slowed: z
    .strictObject({ until: instant, times: count })
    .nullable()
    .describe("It has refused: until then the wait between requests is so many times as long"),
  leftAloneUntil: instant.nullable(),
  validators: z
    .strictObject({ checks: count, lies: count, lastLieAt: instant.nullable() })
    .nullable()
    .describe("How often “not modified” was put to the test, and was wrong; null if it never was tested"),
});

/** How a source was watched lately. */
export const watching = z.strictObject({
  hours: z
    .array(z.strictObject({ from: instant, looks: count, failed: count }))
    .describe("Looks by the hour, newest day first; hours without a look are left out"),
  gaps: z
    .array(z.strictObject({ cause: z.enum(["refused", "asked", "day-cap", "stopped"]), from: instant, until: instant }))
    .describe("When no one looked although something was due, newest first"),
  hosts: z.array(host),
});

export const watchingJson = ({ days, gaps, hosts }: Watching): z.input<typeof watching> => ({
  hours: days.flatMap(({ hours }) =>
    hours.map(({ startAt, looks, failed }) => ({ from: iso(startAt), looks, failed })),
  ),
  gaps: gaps.map(({ cause, fromAt, untilAt }) => ({ cause, from: iso(fromAt), until: iso(untilAt) })),
  hosts: hosts.map(({ key, requestsToday, slowed, leftAloneUntil, validators }) => ({
    name: key,
    requestsToday,
    slowed: slowed && { until: iso(slowed.until), times: slowed.times },
    leftAloneUntil: isoOrNull(leftAloneUntil),
    validators: validators && {
      checks: validators.checks,
      lies: validators.lies,
      lastLieAt: isoOrNull(validators.liedAt),
    },
  })),
});
