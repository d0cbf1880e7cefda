import { DrivenClock } from "#lib/clock";
import { openNewsroom } from "#newsroom/newsroom";
import type { Ask, PressOrder, PressReady, PressReport } from "./orders.ts";

/** The newsroom in a process of its own, so that what it costs is not in the figures. */
const { startAt, seed, ...scale } = JSON.parse(process.argv[2]!) as PressOrder;
const clock = new DrivenClock(startAt);
const newsroom = await openNewsroom({ clock, startAt, seed, scale });
process.on("message", (ask: Ask) => {
  if (ask.kind === "time") clock.advanceTo(ask.now);
  const report: PressReport = { requests: ask.kind === "report" ? newsroom.requests() : [] };
  process.send!(report);
});
process.on("SIGTERM", () => {
  void newsroom.close().then(() => process.disconnect());
});
process.send!({ port: newsroom.port } satisfies PressReady);
