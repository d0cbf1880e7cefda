import type { Command } from "commander";
import { openServices, type Services } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { lookUpArticle } from "#cli/find-article";
import { type GlobalOptions, logOf, type Shell, settingsOf } from "#cli/shell";
import { typed } from "#cli/started-as";
import { withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import type { CheckReport, LookReport, PollReport, WorkEvent } from "#engine/engine";
import type { Article } from "#model/article";
import { DECISIONS, OUTCOMES } from "#words/outcomes";
import { inBrackets, reasonText, saidReason } from "#words/reasons";
import { plural, relative } from "#words/wording";

interface Options extends GlobalOptions {
  readonly due?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

export function checkCommand(program: Command, shell: Shell): void {
  program
    .command("check")
    .summary("check articles and feeds now, without the web server")
    .description(
      "Checks one article or source, everything that is due (--due, the default), or everything that is watched (--all). Then it ends. It keeps the pauses between requests to a host.",
    )
    .argument("[URL]", "an article (or its number), a source or one of its feeds")
    .option("--due", "check what is due now; for a cron job in place of a server")
    .option("--all", "check every feed and every watched article, due or not")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 check https://example.org/news/1", "check one article, and print what was decided"],
        ["$0 check example.org", "read the feeds of a source"],
        ["*/5 * * * *  $0 check --due", "a crontab line that replaces a running server"],
      ]),
    )
    .action((url: string | undefined, _, command: Command) => check(url, command.optsWithGlobals<Options>(), shell));
}

async function check(url: string | undefined, options: Options, shell: Shell): Promise<void> {
  if ([url !== undefined, options.due, options.all].filter(Boolean).length > 1)
    throw new Exit("usage", "Use only one of URL, --due and --all.");
  const loaded = settingsOf(shell, options);
  const services = await openServices(loaded.config, { log: logOf(loaded) });
  try {
    if (url !== undefined) await checkOne(services, url, options, shell);
    else await checkMany(services, options, shell);
  } finally {
    await services.close();
  }
}

async function checkOne(services: Services, given: string, options: Options, shell: Shell): Promise<void> {
  const { startedAs } = shell;
  const { reader } = services.store;
  const article = await lookUpArticle(reader, given);
  if (article) {
    shell.terminal.progress(`Checking ${article.url} ...`);
    const look = orExit(await services.engine.look(article.id, shell.signal));
    return shell.terminal.out(
      options.json
        ? reportText("check-article", { url: article.url, ...look, reason: saidReason(look.reason) })
        : lookLines(article, look, services),
    );
  }
  const source = await reader.sourceByUrl(withScheme(given));
  if (!source)
    throw new Exit(
      "notFound",
      `There is no article or source ${given}. List them with "${typed(startedAs, "articles")}" and "${typed(startedAs, "sources")}", or add one with "${typed(startedAs, "add URL")}".`,
    );
  const polls: (PollReport & { readonly url: string })[] = [];
  for (const feed of await reader.feeds(source.id)) {
    shell.terminal.progress(`Reading ${feed.url} ...`);
    polls.push({ url: feed.url, ...orExit(await services.engine.poll(feed.id, shell.signal)) });
  }
  if (options.json)
    return shell.terminal.out(
      reportText("check-source", {
        feeds: polls.map((poll) => ({ ...poll, error: poll.error && saidReason(poll.error) })),
      }),
    );
  for (const { url: feed, found, error } of polls)
    await shell.terminal.out(error ? `${feed}: ${reasonText(error)}` : `${feed}: ${plural(found, "new article")}`);
}

function lookLines(article: Article, look: LookReport, { clock }: Services): string {
  const next = look.nextLookAt === null ? "no longer checked" : `next look ${relative(look.nextLookAt, clock.now())}`;
  return [
    `${article.headline ?? article.url}`,
    `  seen:     ${OUTCOMES[look.outcome]}`,
    `  decided:  ${DECISIONS[look.decision]}${inBrackets(look.reason)}`,
    `  version:  ${look.versionNumber ?? (article.versionCount > 0 ? `still ${article.versionCount}` : "none yet")}; ${next}`,
  ].join("\n");
}

async function checkMany(services: Services, options: Options, shell: Shell): Promise<void> {
  if (options.all) await makeAllDue(services, shell);
  const { terminal, signal } = shell;
  let done = 0;
  const onEvent = (event: WorkEvent) => {
    done++;
    terminal.progress(`${plural(done, "address", "addresses")} checked, now ${event.url}`);
  };
  const report = await services.engine.checkDue({ onEvent, signal });
  await terminal.out(options.json ? reportText("check", report) : reportSentence(report));
  if (signal.aborted) throw new Exit("interrupted", "Stopped before everything due was checked. The rest stays due.");
}

const reportSentence = ({ polls, looks, newArticles, newVersions, failed }: CheckReport): string =>
  `${plural(polls, "feed")} and ${plural(looks, "article")} checked: ${plural(newArticles, "new article")}, ` +
  `${plural(newVersions, "new version")}${failed > 0 ? `, ${failed} failed` : ""}.`;

/** Articles read at once; the reader gives at most 200. */
const BATCH = 200;

async function makeAllDue({ store, clock }: Services, { terminal }: Shell): Promise<void> {
  const now = clock.now();
  for (const feed of await store.reader.feeds()) if (feed.dueAt !== null) await store.writer.schedulePoll(feed.id, now);
  let before: number | undefined;
  let count = 0;
  do {
    const page = await store.reader.articles({ limit: BATCH, before });
    for (const { article } of page.items) {
      if (article.status !== "watched") continue;
      await store.writer.scheduleLook(article.id, now);
      terminal.progress(`${plural(++count, "article")} scheduled`);
    }
    before = page.next ?? undefined;
  } while (before !== undefined);
}
