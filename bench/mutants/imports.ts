import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Names of our own files in quotes: what is imported, and what is started as another process or thread. */
const NAMED = /["'`](#[\w/-]+|(?:\.{1,2}\/)*[\w./-]+\.(?:ts|js))["'`]/g;

/** Tells which of the files each file reaches, over any number of imports. */
export function reachOf(root: string): (file: string) => ReadonlySet<string> {
  const named = new Map<string, readonly string[]>();
  const namedBy = (file: string): readonly string[] => {
    const known = named.get(file);
    if (known) return known;
    const text = readFileSync(join(root, file), "utf8");
    const files = [...text.matchAll(NAMED)].flatMap(([, name]) => fileNamed(root, file, name!));
    named.set(file, files);
    return files;
  };
  return (file) => {
    const reached = new Set([file]);
    for (const each of reached) for (const next of namedBy(each)) reached.add(next);
    return reached;
  };
}

/** A path without dots is one from the root (`bin/variorum.js`) or one beside the file. */
function fileNamed(root: string, from: string, name: string): readonly string[] {
  const candidates = name.startsWith("#") ? [`src/${name.slice(1)}.ts`] : [join(dirname(from), name), name];
  const found = candidates.find((path) => !path.startsWith("..") && existsSync(join(root, path)));
  return found === undefined ? [] : [found];
}
