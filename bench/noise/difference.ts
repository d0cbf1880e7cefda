import { canonical } from "#lib/canonical";
import type { VersionText } from "#model/version";

/** Lines of a text with the field or block kind they stand in; captions are left out, as they make no version. */
const linesOf = (text: VersionText): readonly string[] =>
  [
    `headline   ${text.headline ?? ""}`,
    `standfirst ${text.standfirst ?? ""}`,
    ...text.corrections.map((line) => `correction ${line}`),
    ...text.blocks.filter(({ kind }) => kind !== "caption").map(({ kind, text: line }) => `${kind.padEnd(10)} ${line}`),
  ].map((line) => line.trimEnd());

/** Block kinds make no difference to a version. */
const key = (line: string): string => canonical(line.replace(/^(paragraph|heading|item|quote) +/, "body "));

/** The lines that only one of two versions has, for whoever asks why there are two; at most `most` of each side. */
export function differenceOf(old: VersionText, next: VersionText, most = 12): readonly string[] {
  const [before, after] = [linesOf(old), linesOf(next)];
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  const side = (mark: string, lines: readonly string[], other: ReadonlySet<string>) => {
    const own = lines.filter((line) => !other.has(key(line)));
    const shown = own.slice(0, most).map((line) => `${mark} ${line.length > 160 ? `${line.slice(0, 157)}...` : line}`);
    return own.length > most ? [...shown, `${mark} and ${own.length - most} more`] : shown;
  };
  const lines = [...side("-", before, has), ...side("+", after, had)];
  return lines.length > 0 ? lines : ["  the same lines in another order or number"];
}
