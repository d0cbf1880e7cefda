import { z } from "zod";

/** Turns an address of the site, such as `/articles/1`, into one that works anywhere. */
export type Absolute = (path: string) => string;

/** Every instant of ours goes out as ISO 8601 in UTC, with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 }).describe("Observed here; ISO 8601 in UTC");

/** A date as the publisher claims it: ISO 8601 with the zone it was given in. */
export const claimed = z.string().describe("As claimed by the publisher; ISO 8601");

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export const id = z.int().positive();
export const count = z.int().nonnegative();
export const url = z.string().describe("Absolute address");

/** Why something is so: a stable code, the facts that belong to it, and a sentence that may change. */
export const reason = z
  .looseObject({ code: z.string(), text: z.string() })
  .describe("A stable code with its facts; `text` is for people and may change");

/** Names the shape of a whole answer, so that a program can tell one from another, and a later edition from this one. */
export const schemaOf = <Name extends string>(name: Name) => z.literal(`variorum/${name}/1` as const);
