/** Longest first segment that is taken for the name of a section; longer ones are headlines. */
const MAX_NAME = 30;
const WORD = /^[a-z]+(?:[-_][a-z]+){0,2}$/i;
/** `en`, `pt-br`: the language of an edition, which says nothing without what follows. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/**
 * The part of a site that an address belongs to: host without "www." and the first segment of the path that names one,
 * such as `ems.example/sport`. The address is asked and not the page, because it is known before the page is read.
 */
export function sectionOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const folders = pathname
    .split("/")
    .filter((segment) => segment !== "")
    .slice(0, -1);
  const names: string[] = [];
  for (const folder of folders) {
    if (folder.length > MAX_NAME || !WORD.test(folder)) break;
    names.push(folder.toLowerCase());
    if (!LANGUAGE.test(folder)) break;
  }
  return [hostname.replace(/^www\./, ""), ...names].join("/");
}
