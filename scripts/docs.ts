/** Writes docs/reference/ from the code: `npm run docs`. test/docs.test.ts fails when a page is stale. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { EXIT_CODES } from "#cli/exit";
import { createProgram } from "#cli/program";
import { INSTALLED } from "#cli/started-as";
import type { Terminal } from "#cli/terminal/terminal";
import { PREFIX, readEnvironment } from "#config/env";
import { SETTING_LIST, variableOf } from "#config/schema";
import { systemClock } from "#lib/clock";
import { jsonPage } from "./json-page.ts";
import { limitsPage } from "./limits.ts";

const ROOT = resolve(import.meta.dirname, "..");
const NOTICE = "<!-- Made by scripts/docs.ts from the code; do not edit. -->";
/** Fits beside the navigation of most code hosts. */
const HELP_COLUMNS = 90;

/** Path from the root, and text, of every generated page. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ["docs/reference/settings.md", settingsPage()],
    ["docs/reference/cli.md", commandLinePage()],
    ["docs/reference/json.md", `${NOTICE}\n\n${jsonPage()}`],
    ["docs/reference/limits.md", `${NOTICE}\n\n${limitsPage(ROOT)}`],
  ]);
}

/** The command line, printing into `lines` instead of the terminal. */
export function quietProgram(lines: string[] = []): Command {
  const terminal: Terminal = {
    out: async (text) => void lines.push(text),
    err: (text) => void lines.push(text),
    colour: false,
    watched: false,
    isTerminal: false,
    columns: HELP_COLUMNS,
    style: (_style, text) => text,
    progress: () => {},
    ask: async () => null,
  };
  const { signal } = new AbortController();
  const environment = readEnvironment({});
  return createProgram({ terminal, environment, cwd: "/", signal, startedAs: INSTALLED, clock: systemClock });
}

function settingsPage(): string {
  const entries = SETTING_LIST.map(({ name, kind, fallback, fallbackText, help }) => {
    const standard = fallbackText ?? (kind.print(fallback) === "" ? "none" : `\`${kind.print(fallback)}\``);
    return `## ${name}\n\n${wrapped(help)}\n\n| TOML | variable | kind | default |\n|---|---|---|---|\n| \`${name}\` | \`${PREFIX}${variableOf(name)}\` | ${kind.title} | ${standard} |\n`;
  });
  return `${NOTICE}

# Settings

Every setting has a default, so you need not set any. A flag wins over a variable, a variable over the settings file, the
file over the default.

The settings file is TOML: the file that \`--config\` or \`${PREFIX}CONFIG\` names, else \`variorum.toml\` in the current folder,
else in the data folder:

\`\`\`toml
site-name = "Our edits"
contact = "https://example.org/about-our-edits"
feed-period = "10 min"
\`\`\`

Variorum does not start with an unknown name or a value out of bounds; it reports which one. \`variorum doctor\` prints
which settings were set, and where.

${entries.join("\n")}`;
}

/** A line has room for this much in an editor; `test/tidy.test.ts` allows 140. */
const PROSE_COLUMNS = 120;

const wrapped = (text: string): string =>
  text.replace(new RegExp(`(.{1,${PROSE_COLUMNS}})(?: |$)`, "g"), "$1\n").trimEnd();

function commandLinePage(): string {
  const names = quietProgram().commands.map((command) => command.name());
  const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
  const sections = names.map((name) => `## variorum ${name}\n\n\`\`\`\n${helpOf(name)}\n\`\`\`\n`);
  return `${NOTICE}

# The command line

\`\`\`
${helpOf()}
\`\`\`

Commands are written here as \`variorum\`. From a checkout, type \`npm start --\` in its place; help and messages name commands in
the form in which you started the program.

Results go to standard output, progress and errors to standard error. Progress is shown only in a terminal. \`--json\` prints one
JSON object, described in [JSON](json.md). There are no colours in a pipe, or if \`NO_COLOR\` is set.

## Exit codes

| code | meaning |
|---|---|
${codes.join("\n")}

${sections.join("\n")}`;
}

function helpOf(name?: string): string {
  const lines: string[] = [];
  const program = quietProgram(lines);
  const command = name === undefined ? program : program.commands.find((one) => one.name() === name)!;
  command.outputHelp();
  return lines.join("\n").trim();
}

if (import.meta.main)
  for (const [path, text] of referencePages()) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`Wrote ${path}`);
  }
