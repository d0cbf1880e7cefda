import { fail, ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";

/** No one types a longer query; a longer one comes from a faulty program. */
export const MAX_QUERY_LENGTH = 300;

/** A positive whole number in its one spelling, or null. */
export function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The number in an address as an id; null when it is none, which is the id of nothing. */
export const idParam = <Id extends number>(text: string | undefined): Id | null => wholeNumber(text ?? "") as Id | null;

/** Reads an optional number of the query string; the failure tells what would have been right. */
export function numberParam(query: URLSearchParams, name: string): Result<number | undefined> {
  const text = query.get(name);
  if (text === null || text === "") return ok(undefined);
  const value = wholeNumber(text);
  if (value !== null) return ok(value);
  return fail("never", "bad-parameter", `“${name}” has to be a whole number from 1 on, such as ?${name}=120.`);
}

/** Reads an optional word of the query string; the first choice is the default. */
export function choiceParam<T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly [T, ...T[]],
): Result<T> {
  const text = query.get(name);
  if (text === null || text === "") return ok(choices[0]);
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return ok(found);
  return fail("never", "bad-parameter", `“${name}” has to be one of: ${choices.join(", ")}.`);
}

/** The words to search for; empty when none were given. */
export const searchParam = (query: URLSearchParams): Result<string> => nameParam(query, "q");

/** Words of a name, or a number in place of one; empty when none were given. */
export function nameParam(query: URLSearchParams, name: string): Result<string> {
  const text = (query.get(name) ?? "").replace(/\s+/g, " ").trim();
  if (text.length <= MAX_QUERY_LENGTH) return ok(text);
  return fail("never", "bad-parameter", `“${name}” may have at most ${MAX_QUERY_LENGTH} characters.`);
}

/** A version as addresses name it: `2`, or `17-2` for one of another article that was joined with this one. */
export interface NamedVersion {
  readonly articleId: ArticleId | null;
  readonly number: number;
}

export function versionParam(text: string): NamedVersion | null {
  const [own, other, ...rest] = text.split("-");
  const number = wholeNumber(other ?? own ?? "");
  const articleId = other === undefined ? null : idParam<ArticleId>(own);
  return rest.length > 0 || number === null || (other !== undefined && articleId === null)
    ? null
    : { articleId, number };
}

/** `2..5`, as in the address of a change; the older version may be one of another article. */
export function pairParam(text: string): { readonly from: NamedVersion; readonly to: number } | null {
  const [older, newer, ...rest] = text.split("..");
  const [from, to] = [versionParam(older ?? ""), wholeNumber(newer ?? "")];
  return rest.length === 0 && from && to ? { from, to } : null;
}
