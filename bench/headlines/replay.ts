import { type Judged, judgeStays, type Kind } from "./gold.ts";
import { type Link, pollsOf, titleAt } from "./links.ts";
import type { Opened, Rule } from "./rules.ts";

/** Shows a link to a rule at each poll, and in between whenever the rule asks, and returns the versions that it ends with. */
export function replay(link: Link, { start }: Rule): readonly Opened[] {
  const watcher = start();
  const polls = pollsOf(link);
  polls.forEach((at, i) => {
    let again = watcher.see(titleAt(link, at), at);
    const nextPoll = polls[i + 1] ?? Number.POSITIVE_INFINITY;
    while (again !== null && again < nextPoll && again < link.stays.at(-1)!.to) {
      const asked = again;
      again = watcher.see(titleAt(link, asked), asked);
      if (again !== null && again <= asked) throw new Error("a rule asked for a look in the past");
    }
  });
  return watcher.opened();
}

/** What a rule made of all links. */
export interface Tally {
  /** Of links with a stay of this kind. */
  readonly links: Record<Kind, number>;
  /** Of those the ones where a version stands that opened with such a stay, and is not shown as a variant. */
  readonly reported: Record<Kind, number>;
  edits: number;
  kept: number;
  /** From the first poll that met the title to the version's first sighting, edits that were kept; ms. */
  readonly delays: number[];
  versions: number;
}

const none = (): Record<Kind, number> => ({ start: 0, settled: 0, tested: 0, "taken-back": 0, edit: 0, brief: 0 });

export function tally(
  links: readonly Link[],
  rule: Rule,
  onWrong?: (link: Link, lines: readonly string[]) => void,
): Tally {
  const sum: Tally = { links: none(), reported: none(), edits: 0, kept: 0, delays: [], versions: 0 };
  for (const link of links) count(link, judgeStays(link), replay(link, rule), sum, onWrong);
  return sum;
}

function count(
  link: Link,
  stays: readonly Judged[],
  opened: readonly Opened[],
  sum: Tally,
  onWrong: ((link: Link, lines: readonly string[]) => void) | undefined,
): void {
  const later = opened.slice(1);
  sum.versions += later.length;
  const kinds = new Set<Kind>();
  const reported = new Set<Kind>();
  const wrong: string[] = [];
  for (const stay of stays) {
    if (stay.isEdit) {
      sum.edits++;
      const by = keeping(stay, later);
      if (by) sum.kept++;
      if (by) sum.delays.push(Math.max(0, by.firstSeenAt - stay.firstAt));
      else wrong.push(`lost: ${stay.title}`);
    } else {
      kinds.add(stay.kind);
      const standing = later.some((one) => one.title === stay.title && one.variantAt === null && isDuring(one, stay));
      // A test that its title won: the version is the edit, told early.
      const won = stays.some(({ title, isEdit, from }) => isEdit && title === stay.title && from > stay.from);
      if (!standing || won) continue;
      reported.add(stay.kind);
      if (stay.kind === "tested") wrong.push(`reported: ${stay.title}`);
    }
  }
  for (const kind of kinds) sum.links[kind]++;
  for (const kind of reported) sum.reported[kind]++;
  if (wrong.length > 0) onWrong?.(link, wrong);
}

const isDuring = ({ firstSeenAt }: Opened, { from, to }: Judged): boolean => from <= firstSeenAt && firstSeenAt < to;

/**
 * The version that reports an edit. It may have opened in an earlier, unsettled stay of the title, and be a variant since
 * then: the link did alternate. What became a variant only afterwards has lost the edit.
 */
const keeping = (stay: Judged, versions: readonly Opened[]): Opened | undefined =>
  versions.find(
    ({ title, firstSeenAt, variantAt }) =>
      title === stay.title && firstSeenAt < stay.to && (variantAt === null || variantAt < stay.from),
  );
