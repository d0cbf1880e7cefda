import { styleText } from "node:util";
import type { Environment } from "#config/env";

export type Style = Parameters<typeof styleText>[0];

/** Where a command writes: results to `out`, messages for the person who waits to `err`. */
export interface Terminal {
  /** One line, or several. Resolves when the reader at the other end has room again. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Standard output shows colours. */
  readonly colour: boolean;
  /** Someone watches standard error: progress makes sense. */
  readonly watched: boolean;
  /** Standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Width of standard output in columns. */
  readonly columns: number;
  /** `text` in a style if standard output shows colours. */
  style(style: Style, text: string): string;
  /** Replaces the progress line; the empty text removes it. Does nothing unless someone watches. */
  progress(text: string): void;
}

/** For a file or a pipe, which has no width. */
const DEFAULT_COLUMNS = 100;
const CLEAR_LINE = "\r\u001B[2K";

export function systemTerminal(environment: Environment): Terminal {
  const { stdout, stderr } = process;
  const colour = !environment.noColor && (environment.forceColor || (stdout.isTTY === true && stdout.hasColors()));
  const watched = stderr.isTTY === true;
  let shown = false;
  const progress = (text: string) => {
    if (!watched || (!shown && text === "")) return;
    const width = (stderr.columns ?? DEFAULT_COLUMNS) - 1;
    stderr.write(CLEAR_LINE + (text.length > width ? `${text.slice(0, width - 1)}…` : text));
    shown = text !== "";
  };
  return {
    colour,
    watched,
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    progress,
    err: (text) => {
      progress("");
      stderr.write(`${text}\n`);
    },
    out: (text) => {
      progress("");
      return new Promise((resolve) => {
        if (stdout.write(`${text}\n`)) resolve();
        else stdout.once("drain", resolve);
      });
    },
  };
}
