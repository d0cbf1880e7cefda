import { z } from "zod";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { parseHttpUrl } from "#lib/url";

/** A kind of value: how it is read from text or TOML, and how the reference describes and prints it. */
export interface Kind<T> {
  /** Accepts the text of a variable or flag, and the value of a TOML key. */
  readonly schema: z.ZodType<T>;
  /** For the reference: which values are allowed. */
  readonly title: string;
  /** The value is never repeated in a message. */
  readonly secret?: true;
  print(value: T): string;
}

export const text: Kind<string> = {
  schema: z.string().trim().min(1, "must not be empty"),
  title: "text",
  print: (value) => value,
};

export const optionalText: Kind<string | null> = {
  schema: z
    .string()
    .trim()
    .transform((value) => (value === "" ? null : value)),
  title: "text",
  print: (value) => value ?? "",
};

export const optionalUrl: Kind<string | null> = {
  schema: z
    .string()
    .trim()
    .transform((value, context) => {
      if (value === "") return null;
      const url = parseHttpUrl(value);
      if (url) return url.href.replace(/\/$/, "");
      return refuse(context, "must be an address that begins with http:// or https://");
    }),
  title: "address",
  print: (value) => value ?? "",
};

/** Printed without its password. */
export const optionalDatabaseUrl: Kind<string | null> = {
  schema: z
    .string()
    .trim()
    .transform((value, context) => {
      if (value === "") return null;
      return /^postgres(?:ql)?:\/\/./i.test(value)
        ? value
        : refuse(context, "must look like postgres://USER:PASSWORD@HOST:5432/DATABASE");
    }),
  title: "address of a PostgreSQL database",
  secret: true,
  print: (value) => (value ?? "").replace(/(\/\/[^/@:]*):[^/]*@/, "$1:***@").replace(/(password=)[^&]*/gi, "$1***"),
};

export function integer(min: number, max: number): Kind<number> {
  const message = `must be a whole number from ${min} to ${max}`;
  return {
    schema: z
      .union(
        [
          z.number(),
          z
            .string()
            .regex(/^\s*\d+\s*$/)
            .transform(Number),
        ],
        message,
      )
      .refine((value) => Number.isInteger(value) && value >= min && value <= max, message),
    title: `whole number, ${min} to ${max}`,
    print: String,
  };
}

const DURATION_UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND_MS,
  sec: SECOND_MS,
  second: SECOND_MS,
  min: MINUTE_MS,
  minute: MINUTE_MS,
  h: HOUR_MS,
  hour: HOUR_MS,
  d: DAY_MS,
  day: DAY_MS,
};

/** `90 s`, `15 min`, `2 hours`, `1 d`; in milliseconds. A bare number is refused: its unit would be a guess. */
export function duration(minMs: number, maxMs: number): Kind<number> {
  const bounds = `from ${printDuration(minMs)} to ${printDuration(maxMs)}`;
  return {
    schema: z.union([z.string(), z.number().transform(String)]).transform((value, context) => {
      const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+?)\s*$/i.exec(value) ?? [];
      const factor =
        DURATION_UNITS[unit?.toLowerCase() ?? ""] ?? DURATION_UNITS[unit?.toLowerCase().replace(/s$/, "") ?? ""];
      if (amount === undefined || factor === undefined)
        return refuse(context, 'must be a time with its unit, such as "90 s", "15 min" or "2 h"');
      const ms = Math.round(Number(amount) * factor);
      return ms >= minMs && ms <= maxMs ? ms : refuse(context, `must be ${bounds}`);
    }),
    title: `time, ${bounds}`,
    print: printDuration,
  };
}

export function printDuration(ms: number): string {
  for (const [unit, factor] of [
    ["d", DAY_MS],
    ["h", HOUR_MS],
    ["min", MINUTE_MS],
    ["s", SECOND_MS],
  ] as const)
    if (ms >= factor && ms % factor === 0) return `${ms / factor} ${unit}`;
  return `${ms} ms`;
}

const KIB = 1024;
const SIZE_UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: KIB,
  mb: KIB ** 2,
  gb: KIB ** 3,
  kib: KIB,
  mib: KIB ** 2,
  gib: KIB ** 3,
};

/** `500 KB`, `10 MB`, in bytes, counted by 1024. */
export function size(minBytes: number, maxBytes: number): Kind<number> {
  const bounds = `from ${printSize(minBytes)} to ${printSize(maxBytes)}`;
  return {
    schema: z.union([z.string(), z.number().transform(String)]).transform((value, context) => {
      const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(value) ?? [];
      const factor = SIZE_UNITS[unit?.toLowerCase() ?? ""];
      if (amount === undefined || factor === undefined)
        return refuse(context, 'must be a size with its unit, such as "500 KB" or "10 MB"');
      const bytes = Math.round(Number(amount) * factor);
      return bytes >= minBytes && bytes <= maxBytes ? bytes : refuse(context, `must be ${bounds}`);
    }),
    title: `size, ${bounds}`,
    print: printSize,
  };
}

export function printSize(bytes: number): string {
  for (const [unit, factor] of [
    ["GB", KIB ** 3],
    ["MB", KIB ** 2],
    ["KB", KIB],
  ] as const)
    if (bytes >= factor && bytes % factor === 0) return `${bytes / factor} ${unit}`;
  return `${bytes} B`;
}

export function choice<const T extends readonly string[]>(values: T): Kind<T[number]> {
  return {
    schema: z.enum(values, `must be one of ${values.join(", ")}`),
    title: `one of ${values.join(", ")}`,
    print: String,
  };
}

/** A TOML array, or a text with commas between the items. */
export const list: Kind<readonly string[]> = {
  schema: z
    .union([z.array(z.string()), z.string().transform((value) => value.split(","))], "must be a list of texts")
    .transform((items) => items.map((item) => item.trim()).filter((item) => item !== "")),
  title: "list",
  print: (value) => value.join(", "),
};

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
