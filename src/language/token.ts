/** A word, a number or date, or one punctuation mark or symbol: never cut by an edit. White space lies between tokens. */
export interface Token {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  /** Equal keys: the same token but for cosmetics. */
  readonly key: string;
}
