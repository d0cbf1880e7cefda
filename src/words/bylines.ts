import type { ChangedByline } from "#model/shown-byline";
import type { Part, Saying } from "./say.ts";
import { absolute } from "./wording.ts";

/** "“Ada Byron” and “Karl Marek”", each name by itself; "no one" for none. */
export function namesLine(names: readonly string[]): Saying {
  if (names.length === 0) return ["no one"];
  return names.flatMap((name, k): readonly Part[] => [`${between(k, names.length)}“`, { quote: name }, "”"]);
}

const between = (at: number, count: number): string => (at === 0 ? "" : at === count - 1 ? " and " : ", ");

/** What happened, without its bounds: "Byline changed from “Ada Byron” to no one". */
export const bylineChanged = ({ oldNames, newNames }: ChangedByline): Saying => [
  "Byline changed from ",
  ...namesLine(oldNames),
  " to ",
  ...namesLine(newNames),
];

/** The same with its bounds and the version whose text it was. */
export const bylineEvent = (event: ChangedByline): Saying => [
  ...bylineChanged(event),
  ` between ${absolute(event.lastSeenOldAt)} and ${absolute(event.seenAt)}, while the text remained that of version ${event.versionNumber}.`,
  event.oldModifiedAt === null || event.newModifiedAt === null
    ? ""
    : ` The stated date of modification was changed with it, from ${absolute(event.oldModifiedAt)} to ${absolute(event.newModifiedAt)}.`,
];
