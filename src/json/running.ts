import { z } from "zod";
import type { Running } from "#view/running";
import { count, id, instant, iso } from "./shapes.ts";

/** The versions of a live page in a row, which are one entry in lists. */
export const running = z.strictObject({ from: id, versions: count, since: instant });

export const runningJson = ({ from, versions, since }: Running): z.input<typeof running> => ({
  from,
  versions,
  since: iso(since),
});
