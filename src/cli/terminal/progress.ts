import type { Shell } from "#cli/shell";
import type { WorkEvent } from "#engine/engine";
import { systemClock } from "#lib/clock";
import { clockTime, plural } from "#words/wording";

/** One line for someone at a terminal; everyone else reads the log. */
export function progressOf({ terminal }: Shell): (event: WorkEvent) => void {
  let looks = 0;
  let versions = 0;
  let found = 0;
  const since = systemClock.now();
  return (event) => {
    if (event.kind === "look") {
      looks++;
      if (event.report.decision === "new" || event.report.decision === "restored") versions++;
    } else if (event.kind === "poll") found += event.report.found;
    terminal.progress(
      `Since ${clockTime(since)} UTC: ${plural(looks, "look")}, ${plural(found, "new article")}, ${plural(versions, "change")}. Now ${event.url}`,
    );
  };
}
