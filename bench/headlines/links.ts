import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A stretch of polls in a row that met the same title at one link. */
export interface Stay {
  readonly title: string;
  /** First and last poll that met it; epoch ms. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly polls: number;
  /**
   * When it came and went, as no one saw it: half-way between the last poll that met the title before and the first that
   * met this one. For the first stay its first poll, for the last stay its last.
   */
  readonly from: number;
  readonly to: number;
}

export interface Link {
  readonly href: string;
  readonly stays: readonly Stay[];
}

interface Row {
  readonly href: string;
  readonly versions: readonly { first: string; last: string; polls: number; title: string }[];
}

/** Titles of front-page links over time, from DIR/headlines-dev; stays that differ in the summary or in the shape of quotes alone are one. */
export function readLinks(data: string): readonly Link[] {
  return gunzipSync(readFileSync(join(data, "headlines-dev", "bbc-frontpage-titles.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { href, versions } = JSON.parse(line) as Row;
      return { href, stays: bounded(joined(versions)) };
    });
}

type Bare = Omit<Stay, "from" | "to">;

function joined(versions: Row["versions"]): readonly Bare[] {
  const stays: Bare[] = [];
  for (const { title, first, last, polls } of versions) {
    const [firstAt, lastAt] = [Date.parse(first), Date.parse(last)];
    const before = stays.at(-1);
    if (!before || typed(before.title) !== typed(title)) stays.push({ title, firstAt, lastAt, polls });
    else stays[stays.length - 1] = { ...before, lastAt, polls: before.polls + polls };
  }
  return stays;
}

/** As a typewriter has it: another shape of the same quotes or dashes is no edit for anybody. */
const typed = (title: string): string =>
  title.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/\s+/g, " ").trim();

function bounded(stays: readonly Bare[]): readonly Stay[] {
  const between = (i: number) => Math.round((stays[i]!.lastAt + stays[i + 1]!.firstAt) / 2);
  return stays.map((stay, i) => ({
    ...stay,
    from: i === 0 ? stay.firstAt : between(i - 1),
    to: i === stays.length - 1 ? stay.lastAt + 1 : between(i),
  }));
}

/** The instants at which a link was polled: as many as were counted, spread evenly over each stay. */
export function pollsOf(link: Link): readonly number[] {
  return link.stays.flatMap(({ firstAt, lastAt, polls }) =>
    Array.from({ length: polls }, (_, i) => Math.round(firstAt + ((lastAt - firstAt) * i) / Math.max(1, polls - 1))),
  );
}

/** The title that stood at an instant between the first and the last poll. */
export const titleAt = (link: Link, at: number): string =>
  (link.stays.find(({ to }) => at < to) ?? link.stays.at(-1)!).title;
