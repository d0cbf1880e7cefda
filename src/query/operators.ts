export interface Operator {
  /** Before the colon. */
  readonly name: string;
  /** A query that has it lists changes, whatever else is in it. */
  readonly listsChanges: boolean;
  /** As it is typed, for the page about searching. */
  readonly examples: readonly string[];
}

/** All fields, in the order in which the page about searching names them. */
export const OPERATORS = [
  { name: "in", listsChanges: false, examples: ["in:headline minister", "in:headline in:standfirst fire"] },
  { name: "removed", listsChanges: true, examples: ["removed:allegedly", 'removed:"state of emergency"'] },
  { name: "added", listsChanges: true, examples: ["added:terror*", "added:(fled OR escaped)"] },
  { name: "source", listsChanges: false, examples: ["source:courier", 'source:"evening post"'] },
  { name: "desk", listsChanges: false, examples: ["desk:energy"] },
  { name: "label", listsChanges: true, examples: ["label:number", "label:hedge*"] },
  { name: "is", listsChanges: false, examples: ["is:current harbour", "is:silent", "is:gone"] },
  { name: "rank", listsChanges: true, examples: ["rank:700", "rank:200..450"] },
  { name: "lang", listsChanges: false, examples: ["lang:de", "lang:pt-br"] },
  { name: "byline", listsChanges: false, examples: ['byline:"mara lind"'] },
  { name: "after", listsChanges: false, examples: ["after:2026-03-01", "after:7d"] },
  { name: "before", listsChanges: false, examples: ["before:yesterday", "before:2026-03-01T08:10"] },
  { name: "published", listsChanges: false, examples: ["published:2026", "published:2026-03..2026-05"] },
] as const satisfies readonly Operator[];

export type FieldName = (typeof OPERATORS)[number]["name"];

const NAMES: ReadonlyMap<string, FieldName> = new Map(OPERATORS.map(({ name }) => [name, name]));

/** The field of that name, in any case; null when there is none. */
export const fieldNamed = (name: string): FieldName | null => NAMES.get(name.toLowerCase()) ?? null;
