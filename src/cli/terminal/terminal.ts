import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Environment } from "#config/env";
import { harmless } from "#lib/harmless";

export type Style = Parameters<typeof styleText>[0];

/**
 * Where a command writes: results to `out`, messages for the person who waits to `err`. Texts come from anywhere, also from old
 * databases: what would make a terminal act is written out.
 */
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
  /** What the person who waits answers, in one line; null where no one can, or when the signal stops it. */
  ask(question: string, signal: AbortSignal): Promise<string | null>;
}

/** For a file or a pipe, which has no width. */
const DEFAULT_COLUMNS = 100;
const CLEAR_LINE = "\r\u001B[2K";

const ESCAPE = "\u001B";

/**
 * Styles that a text cannot bring with it: until it is written, a style begins with a name that no one can guess, and every other
 * escape is written out.
 */
function guardedStyles() {
  const name = `{${randomUUID()}}`;
  return {
    style: (style: Style, text: string): string =>
      styleText(style, text.replaceAll(ESCAPE, ""), { validateStream: false }).replaceAll(ESCAPE, name),
    written: (text: string): string => harmless(text).replaceAll(name, ESCAPE),
  };
}

/** Null at the end of the input, or when the signal stops it. */
async function answerTo(question: string, signal: AbortSignal): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  lines.once("close", () => ended.abort());
  try {
    return await lines.question(question, { signal: AbortSignal.any([signal, ended.signal]) });
  } catch (error) {
    if ((error as Error).name === "AbortError") return null;
    throw error;
  } finally {
    lines.close();
  }
}

export function systemTerminal(environment: Environment): Terminal {
  const { stdin, stdout, stderr } = process;
  const colour = !environment.noColor && (environment.forceColor || (stdout.isTTY === true && stdout.hasColors()));
  const watched = stderr.isTTY === true;
  const styles = guardedStyles();
  let shown = false;
  const progress = (text: string) => {
    if (!watched || (!shown && text === "")) return;
    const width = (stderr.columns ?? DEFAULT_COLUMNS) - 1;
    stderr.write(CLEAR_LINE + styles.written(text.length > width ? `${text.slice(0, width - 1)}…` : text));
    shown = text !== "";
  };
  return {
    colour,
    watched,
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    style: (style, text) => (colour ? styles.style(style, text) : text),
    progress,
    ask: async (question, signal) => {
      if (!watched || stdin.isTTY !== true) return null;
      progress("");
      return answerTo(styles.written(question), signal);
    },
    err: (text) => {
      progress("");
      stderr.write(`${styles.written(text)}\n`);
    },
    out: (text) => {
      progress("");
      return new Promise((resolve) => {
        if (stdout.write(`${styles.written(text)}\n`)) resolve();
        else stdout.once("drain", resolve);
      });
    },
  };
}
