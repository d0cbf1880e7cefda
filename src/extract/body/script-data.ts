import { MAX_JSON_LENGTH } from "#extract/limits";

/** Scripts that are looked through; pages drawn by scripts have a dozen with data. */
const MAX_SCRIPTS = 40;
/** Values read of one script, and signs between its beginning and the first of them: code is no data. */
const MAX_VALUES = 8;
/** Signs of a page gone over for the ends of values: code has brackets in brackets. */
const MAX_SCANNED = 8_000_000;
/** Shorter scripts hold no article. */
const LEAST_LENGTH = 400;

const SCRIPT = /<script\b([^<>]{0,2000})>/gi;
const END = /<\/script/gi;
/** Where a value begins: `= {`, `= [`, `({`, `("...")`, and the text that a script parses itself. */
const BEGINS = /(?:[=(,:]\s*)(?=[[{])|(?:JSON\.parse\(|push\(\[\s*\d+\s*,\s*)\s*(?=["'`])/g;

/**
 * The data that a page gives its scripts, as JSON: what is drawn from it is not on the page until a script has run. Scripts are not
 * run; values are taken as they are written. Bounded in scripts, values and length.
 */
export function scriptData(html: string): readonly unknown[] {
  const found: unknown[] = [];
  const left = { signs: MAX_SCANNED };
  const streamed: string[] = [];
  SCRIPT.lastIndex = 0;
  for (let count = 0; count < MAX_SCRIPTS; ) {
    const open = SCRIPT.exec(html);
    if (!open) break;
    END.lastIndex = SCRIPT.lastIndex;
    const to = END.exec(html)?.index ?? html.length;
    const text = html.slice(SCRIPT.lastIndex, to);
    SCRIPT.lastIndex = to;
    if (text.length > MAX_JSON_LENGTH || /\bsrc\s*=|ld\+json/i.test(open[1]!)) continue;
    if (/__next_f/.test(text)) streamed.push(...stringsIn(text));
    if (text.length < LEAST_LENGTH) continue;
    count++;
    found.push(...valuesOf(text, left));
  }
  return [...found, ...rowsOf(streamed.join(""))];
}

function valuesOf(text: string, left: { signs: number }): readonly unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const values: unknown[] = [];
  BEGINS.lastIndex = 0;
  while (values.length < MAX_VALUES && left.signs > 0) {
    const begin = BEGINS.exec(text);
    if (!begin) break;
    const from = BEGINS.lastIndex;
    const to = endOf(text, from);
    left.signs -= to > from ? to - from : text.length - from;
    if (to - from < LEAST_LENGTH) continue;
    const value = dataOf(text.slice(from, to));
    if (value === undefined) continue;
    values.push(value);
    BEGINS.lastIndex = to;
  }
  return values;
}

/** A value, or the one that a text holds: `JSON.parse("{\"a\":1}")`. */
function dataOf(text: string): unknown {
  const value = /^["'`]/.test(text) ? parsed(unquoted(text)) : parsed(text);
  return typeof value === "string" ? parsed(value) : value;
}

/** A literal of the script as one of JSON. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  if (text.startsWith('"')) return text;
  return `"${inner
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"')
    .replace(/\n/g, "\\n")}"`;
}

/** Where the value that begins at `from` ends: behind its last bracket or quotation mark. One pass, whatever is in it. */
function endOf(text: string, from: number): number {
  const first = text[from]!;
  if (first !== "{" && first !== "[") return endOfString(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at) - 1;
    else if (sign === "{" || sign === "[") depth++;
    else if ((sign === "}" || sign === "]") && --depth === 0) return at + 1;
  }
  return from;
}

function endOfString(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at + 1;
  }
  return from;
}

/** Pieces that a page is streamed in, each a text of a script. */
const STREAMED = /push\(\[\s*\d+\s*,\s*(?=")/g;

function stringsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const { index, 0: begin } of text.matchAll(STREAMED)) {
    const from = index + begin.length;
    const value = parsed(text.slice(from, endOfString(text, from)));
    if (typeof value === "string") found.push(value);
  }
  return found;
}

/** Rows of a streamed page: a number, a colon and a value. */
const MAX_ROWS = 2_000;
function rowsOf(text: string): readonly unknown[] {
  return text
    .split("\n", MAX_ROWS)
    .map((row) => parsed(row.replace(/^[0-9a-f]{1,6}:[A-Z]?/, "")))
    .filter((value) => typeof value === "object" && value !== null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Most scripts are code and no data.
  }
}
