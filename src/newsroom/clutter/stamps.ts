import { MINUTE_MS } from "#lib/clock";
import { mix, pick } from "#newsroom/random";

/** What houses print about their articles, in the language that their system came with: a clock, a count, a time to read. */
const LINES: readonly ((clock: string, count: string) => string)[] = [
  (clock) => `Updated ${clock} GMT`,
  (_, count) => `${count} people are reading this`,
  (clock) => `This article was updated at ${clock}.`,
  (clock) => `Zuletzt aktualisiert: ${clock} Uhr`,
  (_, count) => `${count} Nutzer lesen diesen Artikel`,
  (clock) => `Mis à jour à ${clock.replace(":", "h")}`,
  (_, count) => `${count} personnes lisent cet article en ce moment`,
  (clock) => `Actualizado a las ${clock}`,
  (_, count) => `${count} osób czyta teraz ten artykuł`,
  (clock) => `Обновлено в ${clock}`,
  (_, count) => `${count}人がこの記事を読んでいます`,
  (clock) => `${clock}`,
  (_, count) => `Antal visningar: ${count}`,
];
const TAGS = ["p", "div", "section"];

/** The house's line at an instant, which is another one every few minutes. */
export function stampLine(seed: number, article: number, now: number): string {
  const minute = Math.floor(now / MINUTE_MS);
  const clock = new Date(minute * MINUTE_MS).toISOString().slice(11, 16);
  const count = (200 + (mix(seed, article, minute) % 2_400)).toLocaleString("en");
  const tag = pick(TAGS, mix(seed, 4));
  return `<${tag}>${pick(LINES, mix(seed, 3))(clock, count)}</${tag}>`;
}
