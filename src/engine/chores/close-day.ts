import { DAY_MS } from "#lib/clock";
import type { Chore } from "./chore.ts";

/** Closes the ledger's day at midnight UTC, and writes its root to the log: a copy of it outside the database. */
export const closeDay: Chore = {
  name: "close-day",
  nextAt: (now) => (Math.floor(now / DAY_MS) + 1) * DAY_MS,
  run: async ({ store, clock, log }) => {
    const day = await store.closeDay(clock.now());
    if (day) log.info({ day: day.number, root: day.root, versions: day.versions, looks: day.captures }, "day closed");
    return "again";
  },
};
