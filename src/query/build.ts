import { QUERY_PARTS, type QueryPart, type QueryTree } from "#model/query";

/** Parts of a text that a group is limited to; `negative` when they were named as those that do not count. */
export interface Scope {
  readonly kind: "scope";
  readonly parts: readonly QueryPart[];
  readonly negative: boolean;
  /** As it was typed: where it can limit nothing, it is searched for as words. */
  readonly text: string;
}

/** What a stretch of a query was read as; null for nothing. */
export type Piece = QueryTree | Scope | null;

/** Asks for nothing in particular: everything. */
export const EVERYTHING: QueryTree = { kind: "all", of: [] };

const inOrder = (parts: Iterable<QueryPart>): readonly QueryPart[] => {
  const named = new Set(parts);
  return QUERY_PARTS.filter((part) => named.has(part));
};

export const without = (parts: readonly QueryPart[]): readonly QueryPart[] =>
  QUERY_PARTS.filter((part) => !parts.includes(part));

/** All of these together; scopes among them limit the others. */
export function allOf(pieces: readonly Piece[]): Piece {
  const scopes = pieces.filter((piece) => piece?.kind === "scope");
  const of = allTrees(pieces.filter((piece) => piece !== null && piece.kind !== "scope"));
  const scope = joinedScope(scopes);
  if (scope === null) return of;
  if (of === null) return scope;
  // A limit inside a limit is the one that counts.
  return of.kind === "in" ? of : { kind: "in", parts: scope.parts, of };
}

function allTrees(trees: readonly QueryTree[]): QueryTree | null {
  const members = distinct(trees.flatMap((tree) => (tree.kind === "all" ? tree.of : [tree])));
  return members.length > 1 ? { kind: "all", of: members } : (members[0] ?? null);
}

/** Named parts are added up, excluded ones are taken away; null when that leaves none, or all. */
function joinedScope(scopes: readonly Scope[]): Scope | null {
  if (scopes.length === 0) return null;
  const named = scopes.filter(({ negative }) => !negative).flatMap(({ parts }) => parts);
  const allowed = scopes.filter(({ negative }) => negative).map(({ parts }) => parts);
  const parts = inOrder(named.length > 0 ? named : QUERY_PARTS).filter((part) =>
    allowed.every((some) => some.includes(part)),
  );
  const text = scopes.map((scope) => scope.text).join(" ");
  return parts.length === 0 ? null : { kind: "scope", parts, negative: named.length === 0, text };
}

/** Any of these; `asWords` reads a scope that stands beside something else. */
export function anyOf(pieces: readonly Piece[], asWords: (text: string) => QueryTree | null): Piece {
  const found = pieces.filter((piece) => piece !== null);
  if (found.length > 0 && found.every((piece) => piece.kind === "scope")) {
    const text = found.map((scope) => scope.text).join(" OR ");
    return { kind: "scope", parts: inOrder(found.flatMap(({ parts }) => parts)), negative: false, text };
  }
  const trees = found.flatMap((piece) => (piece.kind === "scope" ? (asWords(piece.text) ?? []) : [piece]));
  const members = distinct(trees.flatMap((tree) => (tree.kind === "any" ? tree.of : [tree])));
  return members.length > 1 ? { kind: "any", of: members } : (members[0] ?? null);
}

export function notOf(piece: Piece): Piece {
  if (piece === null) return null;
  if (piece.kind === "scope") return { ...piece, parts: without(piece.parts), negative: !piece.negative };
  return piece.kind === "not" ? piece.of : { kind: "not", of: piece };
}

/** The whole query: a limit alone limits everything. */
export const wholeOf = (piece: Piece): QueryTree | null =>
  piece?.kind === "scope" ? { kind: "in", parts: piece.parts, of: EVERYTHING } : piece;

function distinct(trees: readonly QueryTree[]): readonly QueryTree[] {
  const byForm = new Map<string, QueryTree>();
  for (const tree of trees) {
    const form = JSON.stringify(tree);
    if (!byForm.has(form)) byForm.set(form, tree);
  }
  return [...byForm.values()];
}
