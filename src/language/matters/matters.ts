/** What news is about. Some of it is grave to most readers (a death), some of it light (a film). */
export const MATTERS = [
  "death",
  "violence",
  "war",
  "disaster",
  "law",
  "power",
  "money",
  "health",
  "sport",
  "show",
  "light",
] as const;
export type Matter = (typeof MATTERS)[number];

/** Words per matter with blanks between them, in lower case; `*` at the end stands for any ending. */
export type Matters = Readonly<Record<Matter, string>>;

/** Those that most readers take seriously; the others are sport, art and what entertains. */
export const GRAVE: ReadonlySet<Matter> = new Set<Matter>([
  "death",
  "violence",
  "war",
  "disaster",
  "law",
  "power",
  "money",
  "health",
]);
