import type { Page, Placed } from "#extract/page/page";
import { textOf } from "#extract/page/text-of";
import { attribute } from "#extract/page/tree";
import { MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { Span } from "#model/document";
import { bounded } from "./bounds.ts";
import type { Lesson } from "./lesson.ts";
import type { AmountSeen, MovingMemory, SiteMemory } from "./memory.ts";
import { isMoving, withMove } from "./moving.ts";
import { pathId, pathOf } from "./path.ts";

/**
 * An amount in a sentence moves if it stands in an element of its own, and the amounts in such elements changed in three articles
 * while the words around them stood, within the time in which a text is confirmed. By then no editor has changed three articles at
 * one place. An amount without an element of its own is never known: a toll, a score and a count of votes are news.
 */
const WITHIN_MS = 5 * MINUTE_MS;
/** Places remembered of a site. */
const MAX_PLACES = 40;
/** Places of one article that are remembered. */
const MAX_SEEN = 20;
/** Letters around an amount from which it stands in a sentence: a block of less is a line of its own, see `moving.ts`. */
const LEAST_AROUND = 20;

/** An amount in the text: at which place of the site, and where in which run. */
export interface Amount {
  readonly place: string;
  readonly path: string;
  readonly run: number;
  readonly from: number;
  readonly to: number;
}

/** The amounts in elements of their own within sentences; none of a text that stands twice in its run. */
export function amountsIn({ runs, boxes, facts }: Page): readonly Amount[] {
  const places = new Map<string, string>();
  return facts.amounts.flatMap(({ element, box, run }: Placed) => {
    const line = runs[run];
    const inner = boxes[box];
    const text = textOf(element).trim();
    if (!line || !inner || line.box !== box || text === "" || line.text.length < text.length + LEAST_AROUND) return [];
    const from = line.text.indexOf(text);
    if (from < 0 || line.text.includes(text, from + 1)) return [];
    const classes = attribute(element, "class")
      .split(/\s+/)
      .filter((name) => name !== "" && !/\d/.test(name));
    const path = `${pathOf(inner)}>${[element.name, ...classes.slice(0, 3)].join(".")}`;
    const place = places.get(path) ?? pathId(path);
    places.set(path, place);
    return [{ place, path, run, from, to: from + text.length }];
  });
}

/** The amounts of a run that move, as spans of its text. */
export const movingIn = (amounts: readonly Amount[], known: ReadonlySet<string>, run: number): readonly Span[] =>
  amounts
    .filter((amount) => amount.run === run && known.has(amount.place))
    .map(({ from, to }) => ({ from, to, kind: "moving" }) as const);

/** What a look saw at each place: the amounts, and the words around them. */
export function seenAmounts(
  page: Page,
  amounts: readonly Amount[],
  isText: (run: number) => boolean,
): Readonly<Record<string, AmountSeen>> {
  const seen: Record<string, AmountSeen> = {};
  const own = amounts.filter(({ run }) => isText(run));
  for (const [place, some] of [...Map.groupBy(own, (amount) => amount.place)].slice(0, MAX_SEEN)) {
    const amountsOf = some.map(({ run, from, to }) => page.runs[run]!.text.slice(from, to));
    const around = some.map(({ run, from, to }) => {
      const { text } = page.runs[run]!;
      return `${text.slice(0, from)}#${text.slice(to)}`;
    });
    seen[place] = {
      amounts: short(amountsOf),
      around: short(around),
      path: some[0]!.path,
      sample: around[0]!.slice(0, 100),
    };
  }
  return seen;
}

const short = (texts: readonly string[]): string => sha256(texts.join("\n")).slice(0, 8);

/** The same with how many looks in a row saw each amount unchanged. */
export const amountsToKeep = (
  now: Readonly<Record<string, AmountSeen>>,
  before: Readonly<Record<string, AmountSeen>> = {},
): Readonly<Record<string, AmountSeen>> =>
  Object.fromEntries(
    Object.entries(now).map(([place, seen]) => {
      const was = before[place];
      return [place, was?.amounts === seen.amounts ? { ...seen, stood: (was.stood ?? 0) + 1 } : seen];
    }),
  );

/** At which places nothing but amounts moves. */
export function learnAmounts(memory: SiteMemory, { trace, previous, article, at }: Lesson): SiteMemory {
  const before = previous?.amounts;
  if (!previous || !before || previous.container !== trace.container) return memory;
  const known: Record<string, MovingMemory> = { ...memory.amounts };
  for (const [place, { amounts, around, path, sample }] of Object.entries(trace.amounts)) {
    const was = before[place];
    if (!was || was.amounts === amounts || was.around !== around) continue;
    const moved = withMove(known[place] ?? newPlace(path, sample), article, at, was.stood ?? 0);
    known[place] = { ...moved, seen: memory.looks, accepted: isMoving(moved, at, WITHIN_MS) };
  }
  return { ...memory, amounts: bounded(known, MAX_PLACES, ({ seen }) => seen) };
}

const newPlace = (path: string, sample: string): MovingMemory => ({
  path,
  sample,
  looks: [],
  seen: 0,
  accepted: false,
  drops: 0,
});
