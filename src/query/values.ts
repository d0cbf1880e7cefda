import { LABEL_KINDS } from "#model/change";
import { QUERY_PARTS, QUERY_STATES, type QueryLeaf, type QueryPart } from "#model/query";
import { readDate, readRange } from "./dates.ts";
import type { FieldName } from "./operators.ts";
import { readTerm } from "./terms.ts";

/** What was read: some leaves, of which any may hold, or parts of a text. */
export type ReadValue =
  | { readonly kind: "leaves"; readonly leaves: readonly QueryLeaf[]; readonly short: boolean }
  | { readonly kind: "parts"; readonly parts: readonly QueryPart[] };

/** What stands after a field's colon, one word or one phrase; null for what the field cannot have. */
export function readValue(field: FieldName, text: string): ReadValue | null {
  switch (field) {
    case "removed":
    case "added":
    case "source":
    case "desk":
    case "byline":
      return ofTerm(field, text);
    case "in":
      return partsOf(text);
    case "label":
      return leaves(named(text, LABEL_KINDS).map((label) => ({ kind: "label", label })));
    case "is":
      return leaves(named(text, QUERY_STATES).map((state) => ({ kind: "is", state })));
    case "rank":
      return leaves(rankOf(text));
    case "lang":
      return leaves(languageOf(text));
    case "after":
    case "before": {
      const date = readDate(text);
      return leaves(date ? [{ kind: field, date }] : []);
    }
    case "published": {
      const range = readRange(text);
      return leaves(range ? [{ kind: "published", ...range }] : []);
    }
  }
}

const leaves = (found: readonly QueryLeaf[], short = false): ReadValue | null =>
  found.length === 0 ? null : { kind: "leaves", leaves: found, short };

function ofTerm(kind: "removed" | "added" | "source" | "desk" | "byline", text: string): ReadValue | null {
  const read = readTerm(text);
  return read && leaves([{ kind, term: read.term }], read.short);
}

function partsOf(text: string): ReadValue | null {
  const parts = named(text, QUERY_PARTS);
  return parts.length === 0 ? null : { kind: "parts", parts };
}

/** Those of a list that are meant: "hedge-added", "hedge added", "Hedge-Added", "hedge*". */
function named<Name extends string>(text: string, names: readonly Name[]): readonly Name[] {
  const read = readTerm(text);
  if (!read) return [];
  const wanted = read.term.words.join("-");
  return names.filter((name) => name === wanted || (read.term.prefix && name.startsWith(wanted)));
}

/** Ranks are 0-1000. */
export const MOST_RANK = 1000;
const RANK = /^(?:(>=|<=|>|<)?(\d{1,4})|(\d{0,4})\.\.(\d{0,4}))$/;

/** "700" and "700.." are 700 and more; "..200", "200..700", ">700", "<=200". */
function rankOf(text: string): readonly QueryLeaf[] {
  const match = RANK.exec(text.normalize("NFKC"));
  if (!match) return [];
  const [, sign = ">=", bound, from, to] = match;
  if (bound === undefined)
    return from === "" && to === "" ? [] : within(Number(from), to === "" ? MOST_RANK : Number(to));
  const rank = Number(bound);
  if (sign.startsWith(">")) return within(sign === ">" ? rank + 1 : rank, MOST_RANK);
  return within(0, sign === "<" ? rank - 1 : rank);
}

/** A range that no rank is in is no mistake: it has no hits. */
const within = (least: number, most: number): readonly QueryLeaf[] =>
  least > MOST_RANK || most < 0 ? [] : [{ kind: "rank", least, most: Math.min(most, MOST_RANK) }];

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/;

function languageOf(text: string): readonly QueryLeaf[] {
  const tag = text.normalize("NFKC").toLowerCase().replaceAll("_", "-");
  return LANGUAGE.test(tag) ? [{ kind: "lang", tag }] : [];
}
