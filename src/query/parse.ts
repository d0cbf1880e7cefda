import type { QueryRemark, QueryTree, ReadQuery } from "#model/query";
import { allOf, anyOf, notOf, type Piece, wholeOf } from "./build.ts";
import { type FieldName, fieldNamed } from "./operators.ts";
import { Scanner } from "./scan.ts";
import { readTerm } from "./terms.ts";
import { readValue } from "./values.ts";

/** More than anyone types; what is read stays within what one search can do. */
export const MAX_SIGNS = 400;
/** Each costs a pass over all that has it. */
export const MAX_TERMS = 32;

/**
 * Reads what was typed. Nothing is an error: what is no operator is a word. Too much is not read at all.
 *
 * @example
 * const read = parseQuery('fire OR smoke -"false alarm" removed:arson*');
 * read.kind === "query" && printQuery(read.tree)
 * // '(fire OR smoke) -"false alarm" removed:arson*'
 */
export function parseQuery(text: string): ReadQuery {
  const signs = countSigns(text);
  if (signs > MAX_SIGNS) return { kind: "too-long", signs, most: MAX_SIGNS };
  const reader: Reader = { scanner: new Scanner(text), remarks: [] };
  const pieces: Piece[] = [];
  while (reader.scanner.sign !== "") {
    pieces.push(group(reader, null));
    // A bracket that nothing opened.
    reader.scanner.take(")");
  }
  const tree = wholeOf(allOf(pieces));
  if (tree === null) return { kind: "empty" };
  const terms = countTerms(tree);
  return terms > MAX_TERMS
    ? { kind: "too-many-terms", terms, most: MAX_TERMS }
    : { kind: "query", tree, remarks: reader.remarks };
}

/** Ten megabytes are not taken apart to be counted. */
function countSigns(text: string): number {
  return text.length > 4 * MAX_SIGNS ? text.length : [...text].length;
}

export function countTerms(tree: QueryTree): number {
  if (tree.kind === "all" || tree.kind === "any") return tree.of.reduce((sum, member) => sum + countTerms(member), 0);
  return tree.kind === "not" || tree.kind === "in" ? countTerms(tree.of) : 1;
}

interface Reader {
  readonly scanner: Scanner;
  readonly remarks: QueryRemark[];
}

/** Where the word OR stands between two things. */
const OR = "OR";
type Item = { readonly piece: Piece } | typeof OR;

/** Up to the bracket that closes it, or the end. `field`: whose values the words in it are. */
function group(reader: Reader, field: FieldName | null): Piece {
  const { scanner } = reader;
  const items: Item[] = [];
  for (scanner.skipSpace(); scanner.sign !== "" && scanner.sign !== ")"; scanner.skipSpace())
    items.push(scanner.takeOr() ? OR : { piece: signed(reader, field) });
  return allOf(alternatives(reader, items, field));
}

/** Joins what stands on both sides of an OR, which binds closer than a space. */
function alternatives(reader: Reader, items: readonly Item[], field: FieldName | null): readonly Piece[] {
  const done: Piece[][] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    const next = items[at + 1];
    if (item !== OR) done.push([item.piece]);
    else if (done.length > 0 && next !== undefined && next !== OR) {
      done.at(-1)!.push(next.piece);
      at += 1;
    } else done.push([plainWord(reader, OR, field)]);
  }
  return done.map((pieces) => (pieces.length === 1 ? pieces[0]! : anyOf(pieces, words)));
}

function signed(reader: Reader, field: FieldName | null): Piece {
  const isNot = reader.scanner.takeMinus();
  const piece = single(reader, field);
  return isNot ? notOf(piece) : piece;
}

function single(reader: Reader, field: FieldName | null): Piece {
  const { scanner } = reader;
  if (scanner.take("(")) return bracketed(reader, field);
  if (scanner.isAtQuote) {
    const text = scanner.quoted();
    return valued(reader, field, text, `"${text}"`);
  }
  const word = scanner.word();
  const colon = word.indexOf(":");
  const named = colon > 0 ? fieldNamed(word.slice(0, colon)) : null;
  if (named === null) return plainWord(reader, word, field);
  const value = word.slice(colon + 1);
  if (value !== "") return valued(reader, named, value, word);
  if (scanner.take("(")) return bracketed(reader, named);
  if (!scanner.isAtQuote) return remarked(reader, "is-a-word", word);
  const text = scanner.quoted();
  return valued(reader, named, text, `${word}"${text}"`);
}

function bracketed(reader: Reader, field: FieldName | null): Piece {
  const piece = group(reader, field);
  reader.scanner.take(")");
  return piece;
}

/** Operators of other search engines, which people type by habit. */
const ELSEWHERE = new Set(["AND", "NOT", OR]);

function plainWord(reader: Reader, word: string, field: FieldName | null): Piece {
  if (field === null && ELSEWHERE.has(word)) return remarked(reader, "is-a-word", word);
  return valued(reader, field, word, word);
}

/** `typed`: with the field's name where that was typed. */
function valued(reader: Reader, field: FieldName | null, text: string, typed: string): Piece {
  if (field === null) return looseWords(reader, text);
  const value = readValue(field, text);
  // Marks alone say nothing in a group, as they say nothing outside.
  if (value === null && readTerm(text) === null && text === typed) return null;
  if (value === null) {
    const whole = typed.toLowerCase().startsWith(`${field}:`) ? typed : `${field}:${typed}`;
    return remarked(reader, DATED.has(field) ? "no-such-date" : "no-such-value", whole);
  }
  if (value.kind === "parts") return { kind: "scope", parts: value.parts, negative: false, text: `${field}:${text}` };
  if (value.short) reader.remarks.push({ kind: "short-prefix", text: typed });
  return anyOf(value.leaves, words);
}

const DATED: ReadonlySet<FieldName> = new Set(["after", "before", "published"]);

function looseWords(reader: Reader, text: string): QueryTree | null {
  const read = readTerm(text);
  if (read === null) return null;
  if (read.short) reader.remarks.push({ kind: "short-prefix", text });
  return { kind: "words", term: read.term };
}

/** It is no operator: its words are looked for as they stand. */
function remarked(reader: Reader, kind: QueryRemark["kind"], text: string): QueryTree | null {
  const tree = words(text);
  if (tree) reader.remarks.push({ kind, text });
  return tree;
}

/** Without a star, which was meant for something else. */
function words(text: string): QueryTree | null {
  const read = readTerm(text.replaceAll("*", " "));
  return read && { kind: "words", term: read.term };
}
