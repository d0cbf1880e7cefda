import { dirname, resolve } from "node:path";
import { Exit } from "#cli/exit";
import type { Shell } from "#cli/shell";
import { documentJson } from "#cli/terminal/json";
import { readJsonLines } from "#cli/terminal/json-lines";
import { extract } from "#extract/extract";
import { readHtmlFile } from "./html-file.ts";

/**
 * Lines `{"id","path","url"}` to lines `{"id","document"}`, in the same order. Paths are relative to the current folder,
 * or else to the batch file. A page that cannot be read gives `{"id","error"}`, and the next lines follow.
 */
export async function extractBatch(file: string, shell: Shell): Promise<void> {
  const { terminal, cwd, signal } = shell;
  const besideFile = file === "-" ? cwd : dirname(resolve(cwd, file));
  let done = 0;
  let failed = 0;
  for await (const line of readJsonLines(file, cwd)) {
    if (signal.aborted) throw new Exit("interrupted", `Stopped after ${done} pages.`);
    const { id, path, url } = line.value;
    try {
      if (line.error !== null) throw new Exit("failed", line.error);
      if (typeof path !== "string") throw new Exit("failed", 'the line has no "path"');
      const address = typeof url === "string" ? url : undefined;
      const page = readHtmlFile(path, address, cwd) ?? readHtmlFile(path, address, besideFile);
      if (page === null) throw new Exit("notFound", `there is no file ${path}`);
      await terminal.out(JSON.stringify({ id, document: documentJson(extract(page.html, { url: page.url })) }));
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
      failed++;
      await terminal.out(JSON.stringify({ id, error: error.message }));
    }
    terminal.progress(`${++done} pages`);
  }
  if (failed > 0) throw new Exit("failed", `${failed} of ${done} pages could not be read; their lines say why.`);
}
