import { sha256 } from "#lib/hash";
import type { VersionText } from "#model/version";
import type { SiteMemory, Stranger } from "./memory.ts";

/** Texts in place of articles that a site's memory keeps, and articles that each names: two beside the one that asks are enough. */
const MAX_STRANGERS = 20;
const MAX_ARTICLES = 4;
/** Lines of a text that are compared: a wall has fewer. */
const MAX_LINES = 24;
/** Two texts with this share of their lines in common are one, whatever number of the visit or name of the article they hold. */
const SAME = 0.5;
/** Shorter lines are labels, which all pages of a house have. */
const MIN_LETTERS = 8;

/** What a text is known by: hashes of its lines, without anything that has a digit in it, which is new at each visit. */
export function strangerLines({ headline, standfirst, blocks }: VersionText): readonly string[] {
  const lines = [headline ?? "", standfirst ?? "", ...blocks.map(({ text }) => text)].map((text) =>
    (text.toLowerCase().match(/[^\s]+/gu) ?? []).filter((word) => !/[\p{N}./]./u.test(word)).join(" "),
  );
  const long = lines.filter((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS);
  return [...new Set(long.map((line) => sha256(line).slice(0, 8)))].slice(0, MAX_LINES);
}

/** How many other articles the text was seen at in place of their own. */
export const othersWith = (memory: SiteMemory, article: number, lines: readonly string[]): number =>
  (find(memory, lines)?.articles ?? []).filter((other) => other !== article).length;

/** The memory with one more article that the text was seen at; the same where it is known. */
export function withStranger(memory: SiteMemory, article: number, lines: readonly string[]): SiteMemory {
  const known = find(memory, lines);
  if (lines.length === 0 || known?.articles.includes(article) || (known?.articles.length ?? 0) >= MAX_ARTICLES)
    return memory;
  const next: Stranger = { lines: known?.lines ?? lines, articles: [...(known?.articles ?? []), article] };
  const rest = (memory.strangers ?? []).filter((one) => one !== known);
  return { ...memory, strangers: [...rest, next].slice(-MAX_STRANGERS) };
}

function find({ strangers = [] }: SiteMemory, lines: readonly string[]): Stranger | undefined {
  const own = new Set(lines);
  return strangers.find((one) => {
    const common = one.lines.filter((line) => own.has(line)).length;
    return common > 0 && common >= Math.max(own.size, one.lines.length) * SAME;
  });
}
