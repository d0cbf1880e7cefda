import { basename, dirname, relative } from "node:path";
import type { Environment } from "#config/env";

/** How the process was started: npm says so in a variable, everything else is in the path of the script. */
export interface Start {
  readonly environment: Pick<Environment, "npmEvent">;
  /** `process.argv[1]`: a link in a folder of commands stays as it was typed. */
  readonly script: string;
  readonly cwd: string;
}

export const INSTALLED = "variorum";

/** What a person types before the words of a command to start Variorum the same way again. */
export function startedAs({ environment: { npmEvent }, script, cwd }: Start): string {
  if (npmEvent === "start") return "npm start --";
  if (npmEvent === "npx" || isIn(script, ".bin")) return "npx variorum";
  if (basename(script) === INSTALLED || isIn(script, "node_modules")) return INSTALLED;
  return `node ${relative(cwd, script) || script}`;
}

const isIn = (script: string, folder: string): boolean => dirname(script).split(/[\\/]/).includes(folder);

/** A whole command line in the form in which the program was started; without words the default command. */
export function typed(start: string, words = ""): string {
  // npm's own separator is only for words that follow it.
  return words === "" ? start.replace(/ --$/, "") : `${start} ${words}`;
}

/**
 * Texts write commands as `$0 add URL`, and get the form in which the program was started. If the output goes on to another
 * program, npm must not print its own lines before it.
 */
export function withStart(start: string, text: string): string {
  const quiet = />|\|/.test(text.slice(text.indexOf("$0"))) ? start.replace(/^npm start/, "npm -s start") : start;
  return text.replace(/\$0(?: (?=\S))?/g, (found) => (found === "$0" ? typed(quiet) : `${quiet} `));
}

/** Messages of the services name commands as they are installed: between quotation marks. */
export const inOwnForm = (start: string, message: string): string =>
  message.replace(/(["`])variorum(?: (?=[a-z]))?/g, (found, quote: string) =>
    found.endsWith(" ") ? `${quote}${start} ` : `${quote}${typed(start)}`,
  );
