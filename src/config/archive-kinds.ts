import { z } from "zod";
import { DAY_MS } from "#lib/clock";
import { duration, type Kind, optionalText } from "./kinds.ts";

/** Where raw captures go. */
export type ArchiveTarget =
  | { readonly kind: "off" }
  /** Relative to the data folder. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "bucket"; readonly bucket: string; readonly prefix: string };

export const archiveTarget: Kind<ArchiveTarget> = {
  schema: z
    .string()
    .trim()
    .transform((value, context): ArchiveTarget => {
      if (value === "off") return { kind: "off" };
      const [, bucket, prefix] = /^s3:\/\/([^/]+)\/*(.*?)\/*$/.exec(value) ?? [];
      if (bucket !== undefined) return { kind: "bucket", bucket, prefix: prefix ?? "" };
      if (value !== "" && !/^[a-z\d]+:\/\//i.test(value)) return { kind: "folder", path: value };
      context.addIssue({ code: "custom", message: "must be a folder, s3://BUCKET/PREFIX, or off" });
      return z.NEVER;
    }),
  title: "folder, `s3://BUCKET/PREFIX` or `off`",
  print: (value) => {
    if (value.kind === "off") return "off";
    return value.kind === "folder" ? value.path : `s3://${value.bucket}${value.prefix && `/${value.prefix}`}`;
  },
};

const YEARS = 100 * 365 * DAY_MS;
const days = duration(DAY_MS, YEARS);

/** Which answers are kept: all, those that versions cite, or all for a time (in ms) and those that versions cite for ever. */
export const archiveKeep: Kind<"all" | "versions" | number> = {
  schema: z.union([z.literal("all"), z.literal("versions"), days.schema], {
    error: 'must be all, versions, or a time of at least a day, such as "90 d"',
  }),
  title: "`all`, `versions`, or a time of at least 1 d",
  print: (value) => (typeof value === "number" ? days.print(value) : value),
};

/** Never shown: `doctor` says only that it is set. */
export const optionalSecret: Kind<string | null> = {
  ...optionalText,
  secret: true,
  print: (value) => (value === null ? "" : "***"),
};
