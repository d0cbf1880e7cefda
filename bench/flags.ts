/**
 * The flags of a benchmark, checked before anything is measured: a name that is unknown, or a value that cannot be read, is
 * an error that says what would be right. A table of figures that come from a mistyped flag looks like any other table.
 */

/** Reads the text of one flag; undefined where it was not given. */
type Flag<T> = (text: string | undefined, name: string) => T;
export type Flags = Readonly<Record<string, Flag<unknown>>>;
export type FlagValues<F extends Flags> = { readonly [name in keyof F]: ReturnType<F[name]> };
/** As they were typed, by name; a flag without a value is "true". */
export type GivenFlags = Readonly<Record<string, string>>;

/** @throws Error that names the flag, and what it takes */
export function readFlags<F extends Flags>(given: GivenFlags, flags: F): FlagValues<F> {
  const names = Object.keys(flags);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const known = names.length === 0 ? "It takes none." : `It takes ${names.map((each) => `--${each}`).join(", ")}.`;
    throw new Error(`This benchmark has no flag --${name}. ${known}`);
  }
  return Object.fromEntries(names.map((name) => [name, flags[name]!(given[name], name)])) as FlagValues<F>;
}

/** There, or not there. */
export const isGiven: Flag<boolean> = (text, name) => {
  if (text !== undefined && text !== "true") throw new Error(`--${name} takes no value, and "${text}" was given.`);
  return text !== undefined;
};

/** A whole number of at least `least`. */
export const whole = <U>(usual: U, least = 0): Flag<number | U> => {
  return (text, name) => (text === undefined ? usual : wholeOf(text, name, least, "a whole number"));
};

/** A number above 0, which may have a fraction. */
export const positive = (usual: number): Flag<number> => {
  return (text, name) => {
    const value = text === undefined ? usual : decimalOf(text);
    if (value === null || value <= 0) throw wrong(name, "a number above 0", text!);
    return value;
  };
};

/** Whole numbers with commas between them. */
export const wholes = (usual: readonly number[], least = 1): Flag<readonly number[]> => {
  return (text, name) =>
    text === undefined
      ? usual
      : text.split(",").map((part) => wholeOf(part, name, least, "whole numbers with commas between them"));
};

/** One of these words; `usual` where it was not given. */
export const oneOf = <const W extends string, const U>(words: readonly W[], usual: U): Flag<W | U> => {
  return (text, name) => (text === undefined ? usual : wordOf(text, name, words, "one of"));
};

/** Some of these words, with commas between them. */
export const someOf = <const W extends string>(
  words: readonly W[],
  usual: readonly W[] = words,
): Flag<readonly W[]> => {
  return (text, name) =>
    text === undefined ? usual : text.split(",").map((part) => wordOf(part, name, words, "some, with commas, of"));
};

/** A folder, which is made when it is missing; null where it was not given. */
export const folder: Flag<string | null> = (text, name) => {
  if (text === "true" || text === "") throw new Error(`--${name} needs a folder.`);
  return text ?? null;
};

function wholeOf(text: string, name: string, least: number, what: string): number {
  const value = decimalOf(text);
  if (value === null || !Number.isSafeInteger(value) || value < least)
    throw wrong(name, `${what}${least > 0 ? `, ${least} or more` : ""}`, text);
  return value;
}

const decimalOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);

function wordOf<W extends string>(text: string, name: string, words: readonly W[], what: string): W {
  const word = words.find((each) => each === text);
  if (word === undefined) throw wrong(name, `${what} ${words.join(", ")}`, text);
  return word;
}

const wrong = (name: string, what: string, text: string): Error =>
  new Error(`--${name} takes ${what}; "${text}" was given.`);
