import { RE2JS, RE2JSSyntaxException } from "re2js";
import { Lru } from "#lib/lru";
import { fail, ok, type Result } from "#model/failure";
import type { Patterns } from "#model/source";

/** Decides whether something found becomes an article of the source. */
export type PatternFilter = (found: { readonly url: string; readonly title: string | null }) => boolean;

/** Patterns in one list. A hundred sections are more than any paper has. */
export const MAX_PATTERNS = 100;
export const MAX_PATTERN_CHARS = 500;
/** Instructions of a compiled pattern: counted repetitions of character classes grow to thousands, and time grows with them. */
const MAX_PROGRAM = 5000;
/** Characters of a URL or title that are matched: all of what we store. */
const MAX_SUBJECT_CHARS = 2048;

/**
 * Compiles the patterns of a source: RE2 syntax, matched anywhere, upper and lower case alike, in time linear in the text.
 * Something passes when it matches at least one pattern of each non-empty include list and none of the exclude lists; an
 * unknown title matches nothing. Fails with `bad-pattern`, naming the pattern and where it goes wrong.
 */
export function compilePatterns(patterns: Patterns): Result<PatternFilter> {
  const compiled: Record<keyof Patterns, readonly RE2JS[]> = {
    includeUrl: [],
    excludeUrl: [],
    includeTitle: [],
    excludeTitle: [],
  };
  for (const list of LISTS) {
    const result = compileList(list, patterns[list]);
    if (!result.ok) return result;
    compiled[list] = result.value;
  }
  return ok(({ url, title }) => {
    const address = url.slice(0, MAX_SUBJECT_CHARS);
    const headline = title?.slice(0, MAX_SUBJECT_CHARS) ?? null;
    return (
      wanted(compiled.includeUrl, address) &&
      wanted(compiled.includeTitle, headline) &&
      !matches(compiled.excludeUrl, address) &&
      !matches(compiled.excludeTitle, headline)
    );
  });
}

/** `compilePatterns` that remembers the last `limit` answers; for loops that meet the same sources again and again. */
export function patternCompiler(limit: number): (patterns: Patterns) => Result<PatternFilter> {
  const known = new Lru<string, Result<PatternFilter>>(limit);
  return (patterns) => {
    const key = JSON.stringify(LISTS.map((list) => patterns[list]));
    const answer = known.get(key) ?? compilePatterns(patterns);
    known.set(key, answer);
    return answer;
  };
}

const LISTS = ["includeUrl", "excludeUrl", "includeTitle", "excludeTitle"] as const;

const matches = (list: readonly RE2JS[], text: string | null): boolean =>
  text !== null && list.some((pattern) => pattern.test(text));

const wanted = (list: readonly RE2JS[], text: string | null): boolean => list.length === 0 || matches(list, text);

function compileList(list: keyof Patterns, patterns: readonly string[]): Result<readonly RE2JS[]> {
  if (patterns.length > MAX_PATTERNS) {
    return fail(
      "never",
      "bad-pattern",
      `${list} has ${patterns.length} patterns; at most ${MAX_PATTERNS} are allowed.`,
    );
  }
  const compiled: RE2JS[] = [];
  for (const pattern of patterns) {
    const problem = pattern.length > MAX_PATTERN_CHARS ? TOO_LONG : compile(pattern);
    if (typeof problem === "string") {
      return fail("never", "bad-pattern", `The ${list} pattern "${shorten(pattern)}" is invalid: ${problem}.`);
    }
    compiled.push(problem);
  }
  return ok(compiled);
}

const TOO_LONG = `it is longer than ${MAX_PATTERN_CHARS} characters`;

const shorten = (pattern: string): string => (pattern.length > 80 ? `${pattern.slice(0, 79)}…` : pattern);

/** The compiled pattern, or in words what is wrong with it. */
function compile(pattern: string): RE2JS | string {
  if (pattern.trim() === "") return "it is empty and would match everything";
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return compiled.programSize() > MAX_PROGRAM ? "its repetitions make it too large" : compiled;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return explain(pattern, error as unknown as { error: string; input: string | null });
  }
}

function explain(pattern: string, { error, input }: { readonly error: string; readonly input: string | null }): string {
  // What the compiler complains of is a piece of the pattern, or all of it behind the flags that it adds.
  const piece = (input ?? "").replace(/^\(\?i\)/, "");
  const at = piece === "" ? -1 : pattern.indexOf(piece);
  const place = at >= 0 && piece !== pattern ? ` at character ${at + 1} ("${shorten(piece)}")` : "";
  return `${error}${place}${hint(piece === "" ? pattern : piece, error)}`;
}

/** Why what other engines accept is refused here. */
function hint(piece: string, error: string): string {
  if (/^\(\?<?[=!]/.test(piece)) {
    return "; look-ahead and look-behind are not supported, because they cannot be matched in linear time: use an exclude pattern";
  }
  if (/^\\(?:[1-9]|k)/.test(piece)) {
    return "; back-references are not supported, because they cannot be matched in linear time";
  }
  if (/repetition operator/.test(error)) return '; write "\\*", "\\+" or "\\?" for the character itself';
  return /missing closing|unexpected/.test(error) ? '; write "\\(" or "\\[" for the character itself' : "";
}
