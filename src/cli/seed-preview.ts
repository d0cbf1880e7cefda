import type { SeedPreview } from "#engine/engine";
import { absolute, duration, plural } from "#words/wording";
import { Exit } from "./exit.ts";
import type { Shell } from "./shell.ts";

/** What a person who asks for everything from before sees first. */
export function previewText(preview: SeedPreview, now: number): string {
  const { listed, known, fresh, waiting, sitemaps, unread, isCut, perDay, untilAt } = preview;
  const lines = [
    `${plural(sitemaps, "sitemap")} ${sitemaps === 1 ? "lists" : "list"} ${plural(listed, "address", "addresses")} from before: ${known} known, ${fresh} to be taken in${isCut ? " (there are more than can be taken in at once)" : ""}.`,
  ];
  if (unread > 0) lines.push(`${plural(unread, "sitemap")} could not be read.`);
  if (waiting > 0)
    lines.push(`${plural(waiting, "article")} of an earlier time ${waiting === 1 ? "waits" : "wait"} there still.`);
  if (fresh > 0)
    lines.push(
      `At most ${plural(perDay, "look")} a day, half of what the site's budget allows: done in about ${duration(untilAt - now)}, ${absolute(untilAt)}.`,
      "Each is looked at once and then left alone; none of it is reported as news.",
    );
  return lines.join("\n");
}

export const previewJson = (preview: SeedPreview): object => ({
  ...preview,
  untilAt: new Date(preview.untilAt).toISOString(),
});

/**
 * Shows the preview, and asks where someone can answer. Yes without a question if that was said before; no where no one can answer.
 */
export async function agrees(
  preview: SeedPreview,
  { yes, json }: { readonly yes?: boolean; readonly json?: boolean },
  { terminal, clock, signal }: Shell,
): Promise<boolean> {
  const text = previewText(preview, clock.now());
  if (json) terminal.err(text);
  else await terminal.out(text);
  if (yes || preview.fresh === 0) return true;
  const answer = await terminal.ask("Take them in? [y/N] ", signal);
  if (signal.aborted) throw new Exit("interrupted", "Stopped. Nothing was added.");
  if (answer === null) terminal.err("Nothing was added. Say --yes to go on.");
  return /^\s*y(?:es)?\s*$/i.test(answer ?? "");
}
