/** Marks that open and close a phrase, whichever a keyboard gives. */
const QUOTES = '"“”„‟«»＂';
const QUOTE = new RegExp(`[${QUOTES}]`);
const WORD_END = new RegExp(`[\\s()${QUOTES}]`);
const SPACE = /\s/;
/** An operator only in capitals: "or" is a word. */
const OR = /^OR(?=$|[\s()"“”„‟«»＂])/;

/** A place in what was typed. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next sign; "" at the end. */
  get sign(): string {
    return this.text[this.at] ?? "";
  }

  get isAtQuote(): boolean {
    return this.sign !== "" && QUOTE.test(this.sign);
  }

  skipSpace(): void {
    while (this.sign !== "" && SPACE.test(this.sign)) this.at += 1;
  }

  /** Goes past minus signs that belong to what follows them. */
  takeMinus(): boolean {
    let end = this.at;
    while (this.text[end] === "-") end += 1;
    const next = this.text[end] ?? "";
    if (end === this.at || next === "" || next === ")" || SPACE.test(next)) return false;
    this.at = end;
    return true;
  }

  takeOr(): boolean {
    if (!OR.test(this.text.slice(this.at, this.at + 3))) return false;
    this.at += 2;
    return true;
  }

  take(sign: string): boolean {
    if (this.sign !== sign) return false;
    this.at += 1;
    return true;
  }

  /** What stands between quotes; one that is not closed reaches to the end. */
  quoted(): string {
    const from = this.at + 1;
    let end = from;
    while (end < this.text.length && !QUOTE.test(this.text[end]!)) end += 1;
    this.at = Math.min(end + 1, this.text.length);
    return this.text.slice(from, end);
  }

  /** Up to the next space, bracket or quote; at least one sign. */
  word(): string {
    const from = this.at;
    this.at += 1;
    while (this.sign !== "" && !WORD_END.test(this.sign)) this.at += 1;
    return this.text.slice(from, this.at);
  }
}
