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
const close = () => void newsroom.close().then(() => process.exit());
process.on("SIGTERM", close);
process.on("disconnect", close);
process.send!({ port: newsroom.port } satisfies PressReady);
