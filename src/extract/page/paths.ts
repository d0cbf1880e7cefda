import type { Box, Page } from "./page.ts";
import type { Sums } from "./sums.ts";
import { attribute } from "./tree.ts";

/** All runs whose box and the box around it have the same element and class: one place of the site's template. */
export interface Path {
  runs: number;
  size: number;
  link: number;
  mass: number;
  /** Size of those of its runs that stand in the box with most prose. */
  inHost: number;
}

/** The path of each box that holds runs directly, by the box's index. */
export function pathsOf(page: Page, sums: Sums, host: Box | null): readonly (Path | undefined)[] {
  const paths = new Map<string, Path>();
  const byBox: (Path | undefined)[] = new Array(page.boxes.length);
  page.runs.forEach((run, i) => {
    const path = byBox[run.box] ?? pathOf(page.boxes[run.box]!, paths);
    byBox[run.box] = path;
    path.runs++;
    path.size += run.size;
    path.link += run.linkSize;
    path.mass += sums.mass[i + 1]! - sums.mass[i]!;
    if (host && i >= host.from && i < host.to) path.inHost += run.size;
  });
  return byBox;
}

function pathOf(box: Box, paths: Map<string, Path>): Path {
  const key = `${nameOf(box)}<${box.parent ? nameOf(box.parent) : ""}`;
  const known = paths.get(key);
  if (known) return known;
  const path = { runs: 0, size: 0, link: 0, mass: 0, inHost: 0 };
  paths.set(key, path);
  return path;
}

const nameOf = ({ element }: Box): string => `${element.name}.${attribute(element, "class")}`;
