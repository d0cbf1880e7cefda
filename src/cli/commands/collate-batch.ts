import { Exit } from "#cli/exit";
import type { Shell } from "#cli/shell";
import { type JsonLine, readJsonLines } from "#cli/terminal/json-lines";
import { collateInFull, WITNESS_FIELDS, type WitnessField } from "#collate/full";

/**
 * Lines `{"id","old":[paragraph...],"new":[paragraph...],"language"?,"field"?}` to lines `{"id","groups":[{"old":[i...],"new":[j...],
 * "kind","moved","edits","sentences":[{"old":[i...],"new":[j...],"moved"}]}],"sentences","labels","rank","silent"}`: all
 * numbers 0-based, those of sentences counted over the whole text; in the same order. A line that cannot be collated gives
 * `{"id","line","error"}`, and the next lines follow. One pair at a time is in memory.
 */
export async function collateBatch(file: string, shell: Shell): Promise<void> {
  const { terminal, cwd, signal } = shell;
  let done = 0;
  let failed = 0;
  for await (const read of readJsonLines(file, cwd)) {
    if (signal.aborted) throw new Exit("interrupted", `Stopped after ${done} pairs.`);
    const { id, old, new: newer, language, field } = read.value;
    const error = errorOf(read);
    if (error === null) {
      const texts = [old as readonly string[], newer as readonly string[]] as const;
      const full = collateInFull(...texts, language as string | null, (field ?? "body") as WitnessField);
      await terminal.out(JSON.stringify({ id, ...full }));
    } else {
      failed += 1;
      await terminal.out(JSON.stringify({ id, line: read.line, error }));
    }
    terminal.progress(`${++done} pairs`);
  }
  if (failed > 0) throw new Exit("failed", `${failed} of ${done} pairs could not be compared; their lines say why.`);
}

function errorOf({ line, value, error }: JsonLine): string | null {
  if (error !== null) return error;
  for (const side of ["old", "new"]) if (!isTexts(value[side])) return `line ${line} needs "${side}", a list of texts`;
  const { language = null, field = null } = value;
  if (language !== null && typeof language !== "string") return `line ${line} has a "language" that is not a text`;
  const isField = field === null || WITNESS_FIELDS.some((known) => known === field);
  return isField ? null : `line ${line} has a "field" that is none of ${WITNESS_FIELDS.join(", ")}`;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
