import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Tells whether a place in a file ran, of what the processes that wrote to the folder noted (NODE_V8_COVERAGE). */
export function coverageIn(folder: string, root: string): (path: string, offset: number) => boolean {
  const scripts = new Map<string, Script[]>();
  for (const file of globSync("*.json", { cwd: folder })) {
    for (const script of readScripts(join(folder, file))) {
      const path = script.url.split("?")[0]!;
      scripts.set(path, [...(scripts.get(path) ?? []), script]);
    }
  }
  return (path, offset) =>
    (scripts.get(pathToFileURL(join(root, path)).href) ?? []).some((script) => countAt(script, offset) > 0);
}

/** A process that was killed leaves half a file, which says nothing. */
function readScripts(file: string): readonly Script[] {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { result: readonly Script[] }).result;
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The count of the narrowest range around the place. */
function countAt({ functions }: Script, offset: number): number {
  let narrowest: Range | null = null;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      if (offset < range.startOffset || offset >= range.endOffset) continue;
      if (!narrowest || range.endOffset - range.startOffset <= narrowest.endOffset - narrowest.startOffset)
        narrowest = range;
    }
  }
  return narrowest?.count ?? 0;
}
