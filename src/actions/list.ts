import { fail, ok, type Result } from "#model/failure";

/** Each is looked at for some seconds, one after the other; longer lists are for OPML, whose feeds are not asked. */
export const MAX_ADDRESSES = 200;
/** No browser and few servers take a longer address. */
const MAX_ADDRESS_LENGTH = 2048;
/** The root element comes after a declaration and some comments at most. */
const OPML_HEAD = 4096;

export const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, OPML_HEAD));

export interface List {
  /** Of the file; null for what was typed. */
  readonly name: string | null;
  readonly text: string;
}

/** The addresses in the lists, each once, in their order. A line that begins with `#` is a comment. */
export function readList(lists: readonly List[]): Result<readonly string[]> {
  const found = new Set<string>();
  for (const { name, text } of lists) {
    const words = wordsOf(text);
    const wrong = words.find((word) => !(name === null ? word.length <= MAX_ADDRESS_LENGTH : looksLikeAddress(word)));
    if (wrong !== undefined) return notAnAddress(name, wrong);
    for (const word of words) found.add(word);
  }
  if (found.size === 0)
    return fail(
      "never",
      "nothing-given",
      "No address was given. It looks like www.example.org or https://example.org/feed.",
    );
  if (found.size > MAX_ADDRESSES)
    return fail(
      "never",
      "too-many-addresses",
      `These are ${found.size} addresses, and ${MAX_ADDRESSES} can be added at once. Split the list, or use an OPML file.`,
    );
  return ok([...found]);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => !line.trimStart().startsWith("#"))
    .flatMap((line) => line.split(/\s+/))
    .map((word) => word.replace(/[,;]+$/, ""))
    .filter((word) => word !== "");

/** Said of a file before anything is asked, so that a wrong one does not become a hundred requests for nonsense. */
function notAnAddress(name: string | null, word: string): Result<never> {
  const shown = word.length > 80 ? `${word.slice(0, 80)} ...` : word;
  const where = name === null ? "" : ` in ${name}`;
  return fail("never", "not-an-address", `"${shown}"${where} is not a web address.`);
}

/** With a scheme, or a host name with a dot or a port first; what stands behind it is checked when it is asked. */
const looksLikeAddress = (word: string): boolean =>
  word.length <= MAX_ADDRESS_LENGTH &&
  (/^https?:\/\/[^/]/i.test(word) ||
    /^(?:localhost|[^\s/:@.]+(?:\.[^\s/:@.]+)+\.?)(?::\d{1,5})?(?:[/?#]|$)/u.test(word));
