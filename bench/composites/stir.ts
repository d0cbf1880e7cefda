import { squeezed, visible } from "./carriers.ts";

const SKIPPED = /<!--[\s\S]*?-->|<(script|style|noscript|template|textarea|title)\b[\s\S]*?<\/\1\s*>/gi;
/** "123 comments", "4.2k", "3 hours ago": a number and at most three words; years and longer digits are no counters. */
const COUNTER = /^[^\p{L}\p{N}]*\d{1,3}(?:[.,]\d+)?\s?[kKmM]?(?:\s+[\p{L}\p{M}]+){0,3}[^\p{L}\p{N}]*$/u;
const LIST = /(<(ul|ol)\b[^>]*>)((?:(?!<\/?(?:ul|ol)\b)[\s\S])*?)(<\/\2\s*>)/gi;

/**
 * The page as it might be an hour later without an edit: counters have moved and lists of links have turned by one place,
 * wherever the text is not part of the article.
 * @param isBody of squeezed text: whether the article has it
 */
export function stirred(html: string, isBody: (text: string) => boolean): string {
  const parts: string[] = [];
  const rest = html.replace(SKIPPED, (part) => {
    parts.push(part);
    return `<skipped-${parts.length - 1}>`;
  });
  const turned = rest.replace(LIST, (whole, open: string, _, items: string, close: string) => {
    const all = items.split(/(?=<li[\s>])/i).filter((item) => item.trim() !== "");
    const linked = all.every((item) => /<a\b/i.test(item) && !isBody(textOf(item)));
    return linked && all.length > 1 ? `${open}${[...all.slice(1), all[0]].join("")}${close}` : whole;
  });
  // A heading ("9 final tips") belongs to what it stands over.
  const counted = turned.replace(/(?<!<h[1-6]\b[^<>]*)>([^<>]+)</gi, (whole, text: string) =>
    COUNTER.test(text.trim()) && !isBody(textOf(text))
      ? `>${text.replace(/\d/, (digit) => `${(Number(digit) % 9) + 1}`)}<`
      : whole,
  );
  return counted.replace(/<skipped-(\d+)>/g, (_, index: string) => parts[Number(index)]!);
}

const textOf = (html: string): string => squeezed(visible(html));
