import type { Box } from "#extract/page/page";
import type { Sheet } from "./sheet.ts";

/** What the boxes around a run say, gathered from the outermost to its own. */
export interface Around {
  readonly depth: number;
  /** Boxes around with the mark, and the depth of the innermost of them (-1: none). */
  readonly junk: number;
  readonly junkAt: number;
  readonly doubtful: number;
  readonly doubtfulAt: number;
  readonly body: number;
  readonly bodyAt: number;
  readonly caption: number;
  readonly hidden: number;
  readonly comment: number;
  /** Bits of `PLACES`. */
  readonly places: number;
  readonly heading: number;
}

const OUTSIDE: Around = {
  depth: -1,
  junk: 0,
  junkAt: -1,
  doubtful: 0,
  doubtfulAt: -1,
  body: 0,
  bodyAt: -1,
  caption: 0,
  hidden: 0,
  comment: 0,
  places: 0,
  heading: 0,
};

/** Elements whose mere presence around a run tells something. */
const PLACES: readonly (readonly string[])[] = [
  ["li"],
  ["blockquote"],
  ["table", "td", "th"],
  ["figure", "figcaption"],
  ["nav"],
  ["aside"],
  ["header"],
  ["footer"],
  ["article"],
  ["main"],
  ["form", "button", "label", "fieldset"],
  ["dl"],
  ["section"],
  ["p"],
];
const BIT = new Map(PLACES.flatMap((names, bit) => names.map((name) => [name, 1 << bit] as const)));

/** Reads each box once, whatever the number of runs in it. */
export function aroundReader(count: number): (box: Box) => Around {
  const known = new Array<Around | undefined>(count);
  const read = (box: Box): Around => {
    const seen = known[box.index];
    if (seen) return seen;
    const around = added(box.parent ? read(box.parent) : OUTSIDE, box);
    known[box.index] = around;
    return around;
  };
  return read;
}

function added(outer: Around, { marks, element }: Box): Around {
  const depth = outer.depth + 1;
  const level = element.name.length === 2 && element.name.startsWith("h") ? Number(element.name[1]) : 0;
  return {
    depth,
    junk: outer.junk + (marks.junk ? 1 : 0),
    junkAt: marks.junk ? depth : outer.junkAt,
    doubtful: outer.doubtful + (marks.doubtful ? 1 : 0),
    doubtfulAt: marks.doubtful ? depth : outer.doubtfulAt,
    body: outer.body + (marks.body ? 1 : 0),
    bodyAt: marks.body ? depth : outer.bodyAt,
    caption: outer.caption + (marks.caption ? 1 : 0),
    hidden: outer.hidden + (marks.hidden ? 1 : 0),
    comment: outer.comment + (marks.comment ? 1 : 0),
    places: outer.places | (BIT.get(element.name) ?? 0),
    heading: level >= 1 && level <= 6 ? level : outer.heading,
  };
}

export const isIn = ({ places }: Around, name: string): boolean => (places & (BIT.get(name) ?? 0)) !== 0;

/** How far above the run, in boxes; 30 stands for nowhere. */
const above = (depth: number, at: number): number => (at < 0 ? 30 : depth - at);

export function putAround(sheet: Sheet, around: Around, box: Box): void {
  const { depth, places } = around;
  sheet.put("depth", depth);
  sheet.put("junk", around.junk);
  sheet.put("junkAt", above(depth, around.junkAt));
  sheet.put("doubtful", around.doubtful);
  sheet.put("doubtfulAt", above(depth, around.doubtfulAt));
  sheet.put("body", around.body);
  sheet.put("bodyAt", above(depth, around.bodyAt));
  // The mark that stands closer decides between a body in a misnamed wrapper and an advertisement in a body.
  sheet.put("junkInBody", around.junkAt > around.bodyAt ? 1 : 0);
  sheet.put("caption", around.caption);
  sheet.put("hidden", around.hidden);
  sheet.put("comment", around.comment);
  sheet.put("heading", around.heading);
  for (let bit = 0; bit < PLACES.length; bit++) sheet.put(`in ${PLACES[bit]![0]}`, (places >> bit) & 1);
  sheet.put("isP", box.element.name === "p" ? 1 : 0);
  sheet.put("isDiv", box.element.name === "div" ? 1 : 0);
}
