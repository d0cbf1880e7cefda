import { collateInFull } from "#collate/full";
import { Exit } from "./exit.ts";
import { readJsonLines } from "./json-lines.ts";
import type { Shell } from "./shell.ts";

/**
 * Lines `{"id","old":[paragraph...],"new":[paragraph...],"language"?}` to lines `{"id","groups":[{"old":[i...],"new":[j...],
 * "kind","moved","edits","sentences":[{"old":[i...],"new":[j...],"moved"}]}],"sentences","labels","rank","silent"}`: all
 * numbers 0-based, those of sentences counted over the whole text; in the same order.
 */
export async function collateBatch(file: string, shell: Shell): Promise<void> {
  const { terminal, cwd, signal } = shell;
  let done = 0;
  for await (const { id, old, new: newer, language } of readJsonLines(file, cwd)) {
    if (signal.aborted) throw new Exit("interrupted", `Stopped after ${done} pairs.`);
    if (!isTexts(old) || !isTexts(newer))
      throw new Exit("failed", `Pair ${done + 1} of ${file} needs "old" and "new", both lists of texts.`);
    if (language !== undefined && language !== null && typeof language !== "string")
      throw new Exit("failed", `Pair ${done + 1} of ${file} has a "language" that is no text.`);
    await terminal.out(JSON.stringify({ id, ...collateInFull(old, newer, language) }));
    terminal.progress(`${++done} pairs`);
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
