import { comparable } from "./comparable.ts";
import { isMonth } from "./months.ts";
import type { Token } from "./token.ts";

const DAY = /^\p{Nd}{1,2}(?:st|nd|rd|th|er|º|ª)?$/u;
const YEAR = /^\p{Nd}{4}$/u;
const LINKS: ReadonlySet<string> = new Set(["of", "de", "."]);
const YEAR_LINKS: ReadonlySet<string> = new Set([",", "de"]);

/** Joins the tokens of a date with a month name ("12 March 2024", "March 12, 2024", "5. Mai", "3 de marzo de 2024") into one. */
export function joinDates(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = dateEnd(text, tokens, at);
    if (end === at + 1) joined.push(tokens[at]!);
    else joined.push(span(text, tokens[at]!, tokens[end - 1]!));
    at = end;
  }
  return joined;
}

/** One past the last token of the date that starts at `at`; `at + 1` if none starts there. */
function dateEnd(text: string, tokens: readonly Token[], at: number): number {
  const first = tokens[at]!;
  if (first.kind === "number" && DAY.test(first.key)) {
    const month = LINKS.has(tokens[at + 1]?.key ?? "") ? at + 2 : at + 1;
    if (near(text, tokens, month) && isMonth(tokens[month]!.key)) return yearEnd(text, tokens, month + 1);
  } else if (first.kind === "word" && tokens[at + 1]?.kind === "number") {
    if (near(text, tokens, at + 1) && DAY.test(tokens[at + 1]!.key) && isMonth(first.key))
      return yearEnd(text, tokens, at + 2);
  }
  return at + 1;
}

function yearEnd(text: string, tokens: readonly Token[], at: number): number {
  const year = YEAR_LINKS.has(tokens[at]?.key ?? "") ? at + 1 : at;
  return near(text, tokens, year) && YEAR.test(tokens[year]!.key) ? year + 1 : at;
}

/** There is a token, on the same line as the one before and at most one space away. */
function near(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1]!.end;
  return before === token.start || (before + 1 === token.start && text.charCodeAt(before) !== LINE_FEED);
}

const LINE_FEED = 10;

const span = (text: string, first: Token, last: Token): Token => ({
  start: first.start,
  end: last.end,
  kind: "number",
  key: comparable(text.slice(first.start, last.end)),
});
