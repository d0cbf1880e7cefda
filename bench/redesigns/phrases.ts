/** What designs put among the paragraphs of a text, in our own words; by language, English where a language has none. */
export interface Phrases {
  readonly embedMarks: ByLanguage;
  readonly continues: ByLanguage;
  /** `#` is a number. */
  readonly slides: ByLanguage;
  readonly regions: ByLanguage;
  /** Lines of the controls of a player. */
  readonly controls: readonly (readonly string[])[];
  /** What was said in the player. */
  readonly spoken: ByLanguage;
  readonly posts: readonly Post[];
  /** Before a first paragraph: without an agency, and with one. */
  readonly datelines: readonly (readonly [without: string, withAgency: string])[];
  /** A search title made of a headline. */
  readonly searchTitles: readonly ((headline: string) => string)[];
  /** HTML around a line of furniture. */
  readonly shapes: readonly ((text: string) => string)[];
  /** The same for what stands before everything else. */
  readonly overlays: readonly ((lines: readonly string[]) => string)[];
  readonly players: readonly ((controls: readonly string[], spoken: readonly string[]) => string)[];
  /** A post with its signature, and as the other design shows it. */
  readonly postShapes: readonly (readonly [with_: (post: Post) => string, other: (post: Post) => string])[];
}

export type ByLanguage = Readonly<Record<string, readonly string[]>>;

export interface Post {
  readonly said: string;
  readonly name: string;
  readonly handle: string;
}
