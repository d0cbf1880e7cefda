import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { openServices, type Services, storeFile } from "#cli/compose";
import { followSystemClock, whileDriven } from "#cli/driven";
import { Exit, orExit } from "#cli/exit";
import { logOf, type ServerOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { openWeb, type Web } from "#cli/web";
import type { Config } from "#config/schema";
import { DAY_MS, DrivenClock, HOUR_MS, systemClock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Newsroom } from "#newsroom/newsroom";
import { clockTime, plural } from "#words/wording";
import { observe, scoreLines } from "./demo-score.ts";

interface Options extends ServerOptions {
  readonly once?: boolean;
  readonly json?: boolean;
}

/** Simulated at once. The last hour of the day then passes in real time, so that more edits appear. */
const PLAYED_MS = DAY_MS - HOUR_MS;
/** The same newsroom every time, so that the documentation can describe it. */
const SEED = 1;

export function demoCommand(program: Command, shell: Shell): void {
  program
    .command("demo")
    .summary("see it work on a made-up press, without network access")
    .description(
      "Starts a made-up press on this machine, with several news sites that edit and correct their articles, and whose pages also change for other reasons. Watches it for a simulated day, which takes seconds. Prints how many edits were caught, and then serves the pages.",
    )
    .option("--port <N>", "port to listen on; 0 for any free port")
    .option("--host <ADDRESS>", "address to listen on")
    .option("--once", "run the day, print the result and end")
    .option("--json", "with --once: print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 demo", "in a temporary folder that is removed at the end"],
        ["$0 demo --data ./demo-data", "keep the data, to use it with other commands"],
      ]),
    )
    .action((_, command: Command) => demo(command, shell));
}

async function demo(command: Command, shell: Shell): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const temporary = options.data === undefined;
  const dataDir = options.data ?? mkdtempSync(join(tmpdir(), "variorum-demo-"));
  const loaded = settingsOf(shell, { ...options, data: dataDir });
  if (loaded.config.databaseUrl === null && existsSync(storeFile(loaded.config)))
    throw new Exit("failed", `There is data in ${loaded.config.dataDir} already. The demo needs an empty folder.`);
  try {
    await play(loaded.config, logOf(loaded), options, shell);
  } finally {
    if (temporary) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function play(config: Config, log: Log, options: Options, shell: Shell): Promise<void> {
  const startAt = systemClock.now() - PLAYED_MS;
  const clock = new DrivenClock(startAt);
  // Its texts are not needed by other commands.
  const { openNewsroom } = await import("#newsroom/newsroom");
  const newsroom = await openNewsroom({ clock, startAt, seed: SEED });
  const allowPrivate = [...config.allowPrivate, `*.localhost:${newsroom.port}`];
  // The hub of the press calls back on this machine, on whichever port the pages are.
  let web: Web | null = null;
  const publicBase = () => web?.url ?? null;
  const port = options.once && options.port === undefined ? 0 : config.port;
  const services = await openServices({ ...config, port, publicUrl: null, allowPrivate }, { log, clock, publicBase });
  try {
    if ((await services.store.reader.counts()).sources > 0)
      throw new Exit("failed", "There is data in the database already. The demo needs an empty one.");
    web = await openWeb(services, shell.signal, false);
    if (options.once) await playDay(services, newsroom, clock, options, shell);
    else await playAndServe({ services, newsroom, clock, web }, options, shell);
  } finally {
    await web?.close();
    await services.close();
    await newsroom.close();
  }
}

interface Stage {
  readonly services: Services;
  readonly newsroom: Newsroom;
  readonly clock: DrivenClock;
  readonly web: Web;
}

async function playAndServe({ services, newsroom, clock, web }: Stage, options: Options, shell: Shell): Promise<void> {
  const { terminal, signal } = shell;
  await terminal.out(`Simulating a day at the newsroom. The pages are at ${terminal.style("cyan", web.url)}`);
  await playDay(services, newsroom, clock, options, shell);
  const stopFollowing = followSystemClock(clock, () => void newsroom.hub.happen());
  await terminal.out(`\nThe pages are at ${terminal.style("cyan", web.url)}. Press Ctrl+C to end the demo.`);
  await terminal.out(`Sign in as the operator (the link works once, within an hour): ${web.signInUrl}`);
  await services.engine.run({ signal });
  stopFollowing();
}

async function playDay(
  services: Services,
  newsroom: Newsroom,
  clock: DrivenClock,
  options: Options,
  shell: Shell,
): Promise<void> {
  const { terminal, signal } = shell;
  const startedAt = performance.now();
  for (const { name, homeUrl } of newsroom.sources) {
    terminal.progress(`Adding ${name} ...`);
    orExit(await whileDriven(clock, services.engine.add(homeUrl)));
  }
  let looks = 0;
  let versions = 0;
  const endAt = systemClock.now();
  const report = await services.engine.driveTo(clock, endAt, {
    signal,
    world: newsroom.hub,
    onEvent: (event) => {
      if (event.kind !== "look") return;
      looks++;
      if (event.report.decision === "new" || event.report.decision === "restored") versions++;
      terminal.progress(
        `It is ${clockTime(clock.now())} in the newsroom: ${plural(looks, "look")}, ${plural(versions, "change")} seen`,
      );
    },
  });
  if (signal.aborted) throw new Exit("interrupted", "Stopped before the end of the day.");
  const seconds = (performance.now() - startedAt) / 1000;
  const assessment = newsroom.assess(await observe(services.store.reader));
  if (options.json) return terminal.out(reportText("demo", { seconds, ...report, ...assessment }));
  terminal.progress("");
  for (const line of scoreLines(assessment, report, seconds)) await terminal.out(line);
}
