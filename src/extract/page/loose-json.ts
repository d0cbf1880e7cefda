import { MAX_JSON_OBJECTS } from "#extract/limits";

/** Characters read: the scripts that news pages break stay far below. */
const MAX_LENGTH = 300_000;
/** Deeper nesting is not read. */
const MAX_DEPTH = 64;
/** Characters looked at to see whether a key follows a comma. */
const MAX_KEY = 250;

/**
 * The values in a script of JSON that a strict reader refuses, read as far as they can be: raw line breaks, unescaped or wrongly
 * escaped quotes, missing or doubled commas, several values one after the other, a wrapper of comments or an assignment, an end
 * that is cut off. Every character is looked at a bounded number of times. Scalars at the top are left out.
 */
export function readLoosely(script: string): readonly unknown[] {
  const start = script.slice(0, MAX_LENGTH);
  // Some templates escape the whole script as if it were text.
  const text = start.includes('"') ? start : start.replaceAll("&quot;", '"');
  const reader = new Reader(text);
  const values: unknown[] = [];
  while (values.length < MAX_JSON_OBJECTS && reader.skipTo("{[")) values.push(reader.value(0));
  return values;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to the next of these signs; false when there is none. */
  skipTo(signs: string): boolean {
    while (this.#at < this.#text.length && !signs.includes(this.#text[this.#at]!)) this.#at++;
    return this.#at < this.#text.length;
  }

  value(depth: number, isItem = false): unknown {
    const sign = this.#next();
    if (depth > MAX_DEPTH) this.#at = this.#text.length;
    else if (sign === "{") return this.#object(depth);
    else if (sign === "[") return this.#list(depth);
    else if (sign === '"' || sign === "'") return this.#string(sign, isItem);
    return this.#scalar();
  }

  #object(depth: number): Readonly<Record<string, unknown>> {
    this.#at++;
    const entries: (readonly [string, unknown])[] = [];
    for (let sign = this.#next(); sign !== "}" && sign !== ""; sign = this.#next()) {
      if (sign === "]") break;
      if (sign !== '"' && sign !== "'") {
        this.#at++;
        continue;
      }
      const key = this.#key(sign);
      if (this.#next() === ":") this.#at++;
      entries.push([key, MISSING.test(this.#text.slice(this.#at, this.#at + MAX_KEY)) ? null : this.value(depth + 1)]);
    }
    if (this.#text[this.#at] === "}") this.#at++;
    return Object.fromEntries(entries);
  }

  #list(depth: number): readonly unknown[] {
    this.#at++;
    const items: unknown[] = [];
    for (let sign = this.#next(); sign !== "]" && sign !== "}" && sign !== ""; sign = this.#next()) {
      if (sign === "," || sign === ":") this.#at++;
      else items.push(this.value(depth + 1, true));
    }
    if (this.#text[this.#at] === "]") this.#at++;
    return items;
  }

  #key(quote: string): string {
    const start = ++this.#at;
    while (this.#at < this.#text.length && this.#text[this.#at] !== quote) this.#at++;
    return this.#text.slice(start, this.#at++);
  }

  /** A quote that nothing follows which may follow a string is a part of it. */
  #string(quote: string, isItem: boolean): string {
    const parts: string[] = [];
    let from = ++this.#at;
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at]!;
      if (sign === quote && this.#endsHere(quote, isItem)) break;
      if (sign !== "\\") this.#at++;
      else {
        parts.push(this.#text.slice(from, this.#at), this.#escape());
        from = this.#at;
      }
    }
    parts.push(this.#text.slice(from, this.#at++));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks such scripts.
    return parts.join("").replace(/[\u0000-\u001F]+/g, " ");
  }

  #endsHere(quote: string, isItem: boolean): boolean {
    FOLLOWING.lastIndex = this.#at + 1;
    const parting = FOLLOWING.exec(this.#text)![0];
    const next = this.#text.slice(FOLLOWING.lastIndex, FOLLOWING.lastIndex + MAX_KEY);
    if (next === "" || next[0] === "}" || next[0] === "]") return true;
    if (!/[,;\n]/.test(parting)) return false;
    return KEY.test(next) || (isItem && (quote === '"' ? ITEM : SINGLE_ITEM).test(next));
  }

  #escape(): string {
    const sign = this.#text[this.#at + 1] ?? "";
    const code = sign === "u" ? /^[0-9a-f]{4}/i.exec(this.#text.slice(this.#at + 2, this.#at + 6))?.[0] : undefined;
    this.#at += code === undefined ? 2 : 6;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return ESCAPES.get(sign) ?? sign;
  }

  #scalar(): unknown {
    SCALAR.lastIndex = this.#at;
    const word = SCALAR.exec(this.#text)?.[0] ?? "";
    // A sign that begins nothing is passed over, so that reading goes on.
    this.#at += Math.max(word.length, 1);
    if (word === "true" || word === "false") return word === "true";
    const number = Number(word);
    return word === "" || Number.isNaN(number) ? null : number;
  }

  /** The next sign that is no space and no comma before a value; "" at the end. */
  #next(): string {
    while (this.#at < this.#text.length && /[\s,;]/.test(this.#text[this.#at]!)) this.#at++;
    return this.#text[this.#at] ?? "";
  }
}

/** No value after a key. */
const MISSING = /^\s*[,}\]]/;
/** What parts two members, also doubled, also a line break alone. */
const FOLLOWING = /[\s,;]{0,400}/y;
const KEY = /^["'][\w@:$.-]{1,60}["']\s{0,20}:/;
/** What may follow a string in a list. */
const SCALAR_ITEM = String.raw`(?:-?\d[\d.eE+-]{0,30}|true|false|null)\s{0,200}[,\]]`;
const ITEM = new RegExp(`^(?:["[{]|${SCALAR_ITEM})`);
const SINGLE_ITEM = new RegExp(`^(?:['[{]|${SCALAR_ITEM})`);
const SCALAR = /[^\s,;:{}[\]"']{1,200}/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", " "],
  ["f", " "],
]);
