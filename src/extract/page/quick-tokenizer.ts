import { Token, Tokenizer } from "parse5";

const { TokenType } = Token;

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LESS_THAN = 0x3c;
const CARRIAGE_RETURN = 0x0d;

/**
 * Takes stretches of plain text, attribute values, names and comments in one go, where parse5 goes through its state machine sign
 * by sign. Whatever may have a meaning of its own (`<`, `&`, quotes, NUL, CR, halves of a pair) is left to parse5. Words and
 * the white space between them become one token instead of one each: the tree is the same, because white space behind a word is
 * put where the word was put. (In framesets it is not, whose text no one sees.) Lines and columns are not counted.
 */
export class QuickTokenizer extends Tokenizer {
  protected override _stateData(cp: number): void {
    super._stateData(cp);
    const { preprocessor, currentCharacterToken: token } = this;
    const from = preprocessor.pos + 1;
    if (token === null || !this.#isTaken(from)) return;
    const { html } = preprocessor;
    let to = from;
    if (token.type === TokenType.CHARACTER) while (isPlain(html.charCodeAt(to), LESS_THAN)) to++;
    else if (token.type === TokenType.WHITESPACE_CHARACTER) while (isWhiteSpace(html.charCodeAt(to))) to++;
    this.#take(to);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp);
    this.#takeUntil(QUOTE);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    super._stateAttributeValueSingleQuoted(cp);
    this.#takeUntil(APOSTROPHE);
  }

  protected override _stateComment(cp: number): void {
    super._stateComment(cp);
    if (cp !== LESS_THAN) this.#takeComment();
  }

  protected override _stateAttributeName(cp: number): void {
    super._stateAttributeName(cp);
    if (isNameSign(cp)) this.currentAttr.name += this.#takeName();
  }

  protected override _stateTagName(cp: number): void {
    super._stateTagName(cp);
    if (isNameSign(cp)) (this.currentToken as Token.TagToken).tagName += this.#takeName();
  }

  /** The sign before `from` is the end of the run that parse5 gathers. Behind a CR it has to meet the LF, which is none. */
  #isTaken(from: number): boolean {
    return this.runEnd === from && this.preprocessor.html.charCodeAt(from - 1) !== CARRIAGE_RETURN;
  }

  #take(to: number): void {
    this.runEnd = to;
    this.preprocessor.pos = to - 1;
  }

  #takeUntil(end: number): void {
    const { html, pos } = this.preprocessor;
    if (!this.#isTaken(pos + 1)) return;
    let to = pos + 1;
    while (isPlain(html.charCodeAt(to), end)) to++;
    this.#take(to);
  }

  #takeComment(): void {
    const { html, pos } = this.preprocessor;
    if (!this.#isTaken(pos + 1)) return;
    let to = pos + 1;
    for (let code = html.charCodeAt(to); code !== HYPHEN && isPlain(code, LESS_THAN); code = html.charCodeAt(to)) to++;
    this.#take(to);
  }

  #takeName(): string {
    const { html, pos } = this.preprocessor;
    let to = pos + 1;
    while (isNameSign(html.charCodeAt(to))) to++;
    this.preprocessor.pos = to - 1;
    return html.slice(pos + 1, to);
  }
}

const isWhiteSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c;

/** Means nothing but itself, in a text or value that ends with `end`. Beyond the end of the page codes are NaN. */
const isPlain = (code: number, end: number): boolean =>
  code !== end && code !== AMPERSAND && code !== CARRIAGE_RETURN && code > 0 && (code < 0xd800 || code > 0xdfff);

/** Lower-case letters, digits and hyphens. */
const isNameSign = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || code === HYPHEN || (code >= 0x30 && code <= 0x39);
