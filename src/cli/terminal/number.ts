import { Exit } from "#cli/exit";

/** A positive whole number as typed after `flag`. */
export function readCount(flag: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text.trim()) && value >= 1 && Number.isSafeInteger(value)) return value;
  throw new Exit("usage", `${flag} must be a whole number, 1 or more; it is "${text}".`);
}
