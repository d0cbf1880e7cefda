import { Command, CommanderError } from "commander";
import { addCommand } from "#cli/commands/add";
import { articleCommand } from "#cli/commands/article";
import { articlesCommand } from "#cli/commands/articles";
import { backupCommand } from "#cli/commands/backup";
import { checkCommand } from "#cli/commands/check";
import { collateCommand } from "#cli/commands/collate";
import { demoCommand } from "#cli/commands/demo";
import { doctorCommand } from "#cli/commands/doctor";
import { extractCommand } from "#cli/commands/extract";
import { hideCommand } from "#cli/commands/hide";
import { importCommand } from "#cli/commands/import";
import { labelsCommand } from "#cli/commands/labels";
import { migrateCommand } from "#cli/commands/migrate";
import { reextractCommand } from "#cli/commands/reextract";
import { restoreCommand } from "#cli/commands/restore";
import { searchCommand } from "#cli/commands/search";
import { serveCommand } from "#cli/commands/serve";
import { showCommand } from "#cli/commands/show";
import { signInCommand } from "#cli/commands/sign-in";
import { siteCommand } from "#cli/commands/site";
import { sourceCommand } from "#cli/commands/source";
import { sourcesCommand } from "#cli/commands/sources";
import { unhideCommand } from "#cli/commands/unhide";
import { verifyCommand } from "#cli/commands/verify";
import { webCommand } from "#cli/commands/web-only";
import { workerCommand } from "#cli/commands/worker";
import { helpStyle } from "#cli/terminal/help";
import { SETTINGS } from "#config/schema";
import { EXIT_CODES } from "./exit.ts";
import type { Shell } from "./shell.ts";
import { typed, withStart } from "./started-as.ts";
import { VERSION } from "./version.ts";

/** In the order in which a new user needs them. */
const COMMANDS = [
  serveCommand,
  addCommand,
  checkCommand,
  sourcesCommand,
  articlesCommand,
  showCommand,
  searchCommand,
  collateCommand,
  extractCommand,
  siteCommand,
  reextractCommand,
  importCommand,
  sourceCommand,
  hideCommand,
  unhideCommand,
  labelsCommand,
  articleCommand,
  demoCommand,
  workerCommand,
  webCommand,
  signInCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
  verifyCommand,
  doctorCommand,
] as const;

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_HELP_COLUMNS = 100;

/** The command line as commander's tree; docs/reference/cli.md is printed from it. */
export function createProgram(shell: Shell): Command {
  const { startedAs } = shell;
  const program = new Command(startedAs)
    .description("Watches the news, keeps every version of every article and shows what changed.")
    .option("--version [N]", "print the version of Variorum")
    .helpOption("-h, --help", "print help, with examples")
    .helpCommand("help [COMMAND]", "print help, like --help")
    .option("--data <DIR>", `folder for all data (default: ${SETTINGS.dataDir.fallback})`)
    .option("--config <FILE>", "settings file (default: variorum.toml here or in the data folder)")
    .option("--log-level <LEVEL>", "silent, error, warn, info or debug; the log is JSON lines on standard error")
    .configureHelp({ ...helpStyle, helpWidth: Math.min(shell.terminal.columns, MAX_HELP_COLUMNS) })
    .configureOutput({
      writeOut: (text) => void shell.terminal.out(text.trimEnd()),
      writeErr: (text) => shell.terminal.err(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, "")),
    })
    .showHelpAfterError(`Run "${typed(startedAs, "help")}" or "${typed(startedAs, "COMMAND --help")}" for help.`)
    .exitOverride()
    .addHelpText("after", firstSteps(startedAs));
  program.on("option:version", (given: string | null) => versionOrNumber(given, shell));
  for (const command of COMMANDS) command(program, shell);
  return program;
}

const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);

const FIRST_STEPS = [
  ["$0 demo", "see it work on a made-up press"],
  ["$0 add www.example.org", "watch a site: its feeds and sitemaps are found"],
  ["$0", "watch, and show the changes in the browser"],
] as const;

function firstSteps(startedAs: string): string {
  const commands = FIRST_STEPS.map(([command]) => withStart(startedAs, command));
  const width = Math.max(...commands.map((command) => command.length));
  const steps = FIRST_STEPS.map(([, purpose], i) => `  $ ${commands[i]!.padEnd(width)}  ${purpose}`);
  return `\nFirst steps:\n${steps.join("\n")}\n\nExit codes:\n${codes.join("\n")}`;
}

/** The parser reads options of the program wherever they are, so that the `--version N` of `show` comes here too. */
function versionOrNumber(given: string | null, { terminal }: Shell): void {
  if (given !== null && /^\d+$/.test(given)) return;
  void terminal.out(VERSION);
  throw new CommanderError(0, "commander.version", VERSION);
}
