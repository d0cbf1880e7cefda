import type { Services } from "#cli/compose";
import type { Shell } from "#cli/shell";
import { typed } from "#cli/started-as";
import type { Web } from "#cli/web";
import { plural } from "#words/wording";

/** Where the pages are, and how to sign in. */
export async function announceWeb(services: Services, web: Web, shell: Shell): Promise<void> {
  const { terminal } = shell;
  await terminal.out(`${terminal.style("bold", services.config.siteName)} is at ${terminal.style("cyan", web.url)}`);
  await terminal.out(`Sign in as the operator (the link works once, within an hour): ${web.signInUrl}`);
  await terminal.out(await watched(services, shell));
}

/** How much there is to watch. */
export async function watched({ store, clock }: Services, { startedAs }: Shell): Promise<string> {
  const { sources, articles } = await store.reader.counts();
  if (sources === 0)
    return `Nothing is watched yet. Sign in and add a site on the Sources page, or run "${typed(startedAs, "add URL")}" in another terminal.`;
  const due = plural(await store.reader.dueCount(clock.now()), "look");
  return `Watching ${plural(sources, "source")} with ${plural(articles, "article")}; ${due} due now. Press Ctrl+C to stop.`;
}
