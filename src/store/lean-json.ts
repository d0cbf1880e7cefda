/**
 * JSON of a record without the members that are as usual: of what a change counts most is 0, and what a version states besides
 * its text is mostly nothing.
 */
export function leanJson<T extends object>(record: T, usual: T): string {
  const isUnusual = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(usual[name as keyof T]);
  return JSON.stringify(Object.fromEntries(Object.entries(record).filter(isUnusual)));
}

/** What is missing is as usual. */
export const fromLeanJson = <T extends object>(json: string, usual: T): T => ({
  ...usual,
  ...(JSON.parse(json) as Partial<T>),
});
