import { stripTypeScriptTypes } from "node:module";
import { type Token, tokensOf } from "./tokens.ts";

/** One operator of a file, turned. */
export interface Turn {
  /** Offset of the operator in the file. */
  readonly at: number;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** Offset of what runs whenever the operator does: a test that has not run this cannot tell the mutant. */
  readonly runsWith: number;
}

/** A comparison is turned twice: at its limit, and into its opposite. */
const TURNS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "&&": ["||"],
  "||": ["&&"],
  true: ["false"],
  false: ["true"],
};
/** Only where a one follows. */
const TURNS_BEFORE_ONE: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "+=": ["-="],
  "-=": ["+="],
};
/** What an operand can end with. */
const ENDS_VALUE = /^(?:[\p{ID_Start}$_#\d)\]].*|.*[`"'])$/su;
const ENDS_EXPRESSION = new Set([";", "{", "(", "[", ",", "?", ":", "=>", "=", "return", "${"]);

/** Every operator of a TypeScript file that can be turned, as often as it can. What the turn makes of the file is not looked at. */
export function turnsOf(source: string): readonly Turn[] {
  const code = codeOf(source);
  // Offsets in the one are those in the other only as long as types are replaced by as many blanks.
  if (code === null || code.length !== source.length) return [];
  const tokens = tokensOf(code);
  return tokens.flatMap((token, i) => {
    if (!source.startsWith(token.text, token.at)) return [];
    const line = source.slice(0, token.at).split("\n").length;
    const runsWith = token.text === "&&" || token.text === "||" ? startOfExpression(tokens, i) : token.at;
    return waysOf(tokens, i).map((to) => ({ at: token.at, line, from: token.text, to, runsWith }));
  });
}

/** The file with the turn made, or null when it is no program then. */
export function turned(source: string, turn: Turn): string | null {
  const text = source.slice(0, turn.at) + turn.to + source.slice(turn.at + turn.from.length);
  const code = codeOf(text);
  return code === null || code === codeOf(source) ? null : text;
}

function codeOf(source: string): string | null {
  try {
    return stripTypeScriptTypes(source, { mode: "strip" });
  } catch {
    return null;
  }
}

function waysOf(tokens: readonly Token[], i: number): readonly string[] {
  const { kind, text } = tokens[i]!;
  const [last, next] = [tokens[i - 1]?.text ?? "", tokens[i + 1]];
  if (kind === "word") {
    const isName = last === "." || last === "?." || next?.text === ":";
    return isName && last !== "?" ? [] : ownTurns(TURNS, text);
  }
  if (kind !== "sign") return [];
  const beforeOne = next?.kind === "number" && next.text === "1" && ENDS_VALUE.test(last);
  return [...ownTurns(TURNS, text), ...(beforeOne ? ownTurns(TURNS_BEFORE_ONE, text) : [])];
}

const ownTurns = (turns: Readonly<Record<string, readonly string[]>>, text: string): readonly string[] =>
  Object.hasOwn(turns, text) ? turns[text]! : [];

/** Where the expression begins whose operator this is: its left side may hold parts that did not run. */
function startOfExpression(tokens: readonly Token[], operator: number): number {
  let depth = 0;
  for (let i = operator - 1; i >= 0; i--) {
    const { text, at } = tokens[i]!;
    if (depth === 0 && (ENDS_EXPRESSION.has(text) || text.endsWith("${"))) return tokens[i + 1]!.at;
    if (text === ")" || text === "]" || text === "}") depth++;
    if (text === "(" || text === "[" || text === "{") depth--;
    if (i === 0) return at;
  }
  return tokens[operator]!.at;
}
