/** A piece of JavaScript that is neither blank nor a comment. Strings, templates' texts and regular expressions are one token each. */
export interface Token {
  readonly kind: "word" | "number" | "text" | "sign";
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
}

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const WORD = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /(?:0[xob][\da-f_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?|\.\d[\d_]*(?:e[+-]?\d+)?)n?/iy;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** A piece of a template: up to its end, or up to the code in it. */
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const SIGN =
  />>>=|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|===|!==|\.\.\.|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|[-+*/%&|^]=|<<|>>|\*\*|[\s\S]/y;

/** Words after which a value begins, so that a slash opens a regular expression. */
const BEFORE_VALUE = new Set(
  "return typeof instanceof in of new delete void throw case do else yield await default extends".split(" "),
);
const HEADED = new Set(["if", "while", "for", "with"]);

/** Tokens of JavaScript, of which the types have been taken out. */
export function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  /** Open brackets: with the word before a round one, and `${` for the code in a template. */
  const open: string[] = [];
  let closedHead = false;
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(code)?.[0] ?? null;
  };
  const push = (kind: Token["kind"], text: string): void => {
    tokens.push({ kind, text, at });
    at += text.length;
  };
  const pushTemplate = (): void => {
    const start = at++;
    const text = take(TEMPLATE);
    if (text === null) throw new Error(`A template without an end at ${start}.`);
    at = start;
    if (text.endsWith("${")) open.push("${");
    push("text", code[start] + text);
  };
  for (;;) {
    at += take(BLANK)?.length ?? 0;
    if (at >= code.length) return tokens;
    const [last, next] = [tokens.at(-1), code[at]!];
    const simple = take(STRING) ?? (next === "/" && valueMayBegin(last, closedHead) ? take(REGEX) : null);
    const [word, number] = [take(WORD), take(NUMBER)];
    if (simple !== null) push("text", simple);
    else if (next === "`" || (next === "}" && open.at(-1) === "${")) {
      if (next === "}") open.pop();
      pushTemplate();
    } else if (word !== null) push("word", word);
    else if (number !== null) push("number", number);
    else {
      if ("([{".includes(next)) open.push(next === "(" ? (last?.text ?? "") : next);
      if (")]}".includes(next)) closedHead = HEADED.has(open.pop() ?? "");
      push("sign", take(SIGN)!);
    }
  }
}

function valueMayBegin(last: Token | undefined, closedHead: boolean): boolean {
  if (last === undefined) return true;
  if (last.kind === "word") return BEFORE_VALUE.has(last.text);
  if (last.kind === "sign") return last.text === ")" ? closedHead : last.text !== "]";
  return last.kind === "text" && last.text.endsWith("${");
}
