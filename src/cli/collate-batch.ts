import { collate } from "#collate/collate";
import { Exit } from "./exit.ts";
import { readJsonLines } from "./json-lines.ts";
import type { Shell } from "./shell.ts";

/**
 * Lines `{"id","old":[paragraph...],"new":[paragraph...]}` to lines
 * `{"id","groups":[{"old":[i...],"new":[j...],"kind","moved"}]}`, 0-based, in the same order.
 */
export async function collateBatch(file: string, shell: Shell): Promise<void> {
  const { terminal, cwd, signal } = shell;
  let done = 0;
  for await (const { id, old, new: newer } of readJsonLines(file, cwd)) {
    if (signal.aborted) throw new Exit("interrupted", `Stopped after ${done} pairs.`);
    if (!isTexts(old) || !isTexts(newer))
      throw new Exit("failed", `Pair ${done + 1} of ${file} needs "old" and "new", both lists of texts.`);
    const groups = collate(old, newer).groups.map((group) => ({
      old: group.old,
      new: group.new,
      kind: group.kind,
      moved: group.moved,
    }));
    await terminal.out(JSON.stringify({ id, groups }));
    terminal.progress(`${++done} pairs`);
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
