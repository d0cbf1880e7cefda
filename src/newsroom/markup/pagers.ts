import { mix } from "#newsroom/random";

/** Below the text, the numbers of pages that hold the rest of it. */
export function withPagers(page: string, seed: number, article: number): string {
  const count = 2 + (mix(seed, article) % 3);
  const forms: readonly ((page: number) => string)[] = [(n) => `?page=${n}`, (n) => `?seite=${n}`, (n) => `?p=${n}`];
  const form = forms[mix(seed, 12) % forms.length]!;
  const numbers = Array.from({ length: count - 1 }, (_, i) => `<a href="${form(i + 2)}">${i + 2}</a>`).join(" ");
  const at = page.lastIndexOf("</main>");
  return at < 0 ? page : `${page.slice(0, at)}<div class="pagination">1 ${numbers}</div>${page.slice(at)}`;
}
