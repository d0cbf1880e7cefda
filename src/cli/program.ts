import { Command } from "commander";
import { addCommand } from "#cli/commands/add";
import { articlesCommand } from "#cli/commands/articles";
import { backupCommand } from "#cli/commands/backup";
import { checkCommand } from "#cli/commands/check";
import { collateCommand } from "#cli/commands/collate";
import { demoCommand } from "#cli/commands/demo";
import { doctorCommand } from "#cli/commands/doctor";
import { extractCommand } from "#cli/commands/extract";
import { hideCommand } from "#cli/commands/hide";
import { importCommand } from "#cli/commands/import";
import { migrateCommand } from "#cli/commands/migrate";
import { reextractCommand } from "#cli/commands/reextract";
import { restoreCommand } from "#cli/commands/restore";
import { searchCommand } from "#cli/commands/search";
import { serveCommand } from "#cli/commands/serve";
import { showCommand } from "#cli/commands/show";
import { signInCommand } from "#cli/commands/sign-in";
import { siteCommand } from "#cli/commands/site";
import { sourcesCommand } from "#cli/commands/sources";
import { unhideCommand } from "#cli/commands/unhide";
import { verifyCommand } from "#cli/commands/verify";
import { webCommand } from "#cli/commands/web-only";
import { workerCommand } from "#cli/commands/worker";
import { helpStyle } from "#cli/terminal/help";
import { SETTINGS } from "#config/schema";
import { EXIT_CODES } from "./exit.ts";
import type { Shell } from "./shell.ts";
import { VERSION } from "./version.ts";

/** In the order in which a new user meets them. */
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
  hideCommand,
  unhideCommand,
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
  const program = new Command("variorum")
    .description("Watches the news, keeps every version of every article and shows what changed.")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "explain a command, with examples")
    .helpCommand("help [COMMAND]", "the same as --help")
    .option("--data <DIR>", `folder that holds everything (default: ${SETTINGS.dataDir.fallback})`)
    .option("--config <FILE>", "settings file (default: variorum.toml here or in the data folder)")
    .option("--log-level <LEVEL>", "silent, error, warn, info or debug: JSON lines on standard error")
    .configureHelp({ ...helpStyle, helpWidth: Math.min(shell.terminal.columns, MAX_HELP_COLUMNS) })
    .configureOutput({
      writeOut: (text) => void shell.terminal.out(text.trimEnd()),
      writeErr: (text) => shell.terminal.err(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, "")),
    })
    .showHelpAfterError('Run "variorum help" or "variorum COMMAND --help" to see what is possible.')
    .exitOverride()
    .addHelpText("after", FIRST_STEPS);
  for (const command of COMMANDS) command(program, shell);
  return program;
}

const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);

const FIRST_STEPS = `
First steps:
  $ variorum demo                            see it at work on a made-up press
  $ variorum add www.example.org             watch a site: its feeds and sitemaps are found
  $ variorum                                 watch, and show the changes in the browser

Exit codes:
${codes.join("\n")}`;
