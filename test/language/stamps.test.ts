import assert from "node:assert/strict";
import { test } from "node:test";
import { isStamp } from "#language/stamps";

/** Lines that say when an article was made, how long it takes and how many read it, each around a figure. */
const LINES: Readonly<Record<string, (clock: string, count: string) => readonly string[]>> = {
  English: (clock, count) => [
    `Updated ${clock} GMT+1`,
    `(Last updated at ${clock})`,
    `This story was updated on Monday at ${clock}.`,
    `${count} people are reading this right now`,
    `${count} views`,
    `${clock}`,
    `Posted today, ${clock}`,
  ],
  German: (clock, count) => [
    `Zuletzt aktualisiert: ${clock} Uhr`,
    `Dieser Beitrag wurde um ${clock} Uhr aktualisiert.`,
    `${count} Nutzer lesen das gerade`,
    "Lesedauer: ca. 4 Minuten",
    `${clock} Uhr`,
  ],
  French: (clock, count) => [
    `Mis à jour le 3 mai à ${clock}`,
    `${count} personnes lisent cet article`,
    "Temps de lecture : 4 min",
  ],
  Spanish: (clock, count) => [
    `Actualizado a las ${clock} h`,
    `${count} personas leyendo ahora`,
    "Tiempo de lectura: 4 minutos",
  ],
  Italian: (clock, count) => [`Aggiornato alle ore ${clock}`, `${count} persone stanno leggendo`],
  Portuguese: (clock, count) => [`Atualizado em 3 de maio às ${clock}`, `${count} pessoas lendo agora`],
  Dutch: (clock, count) => [`Bijgewerkt om ${clock} uur`, `${count} mensen lezen dit artikel`],
  Swedish: (clock, count) => [`Uppdaterad kl ${clock}`, `${count} personer läser just nu`],
  Finnish: (clock) => [`Päivitetty klo ${clock}`, "Lukuaika 4 min"],
  Polish: (clock, count) => [`Aktualizacja: ${clock}`, `${count} osób czyta teraz ten artykuł`],
  Czech: (clock) => [`Článek byl naposledy aktualizováno v ${clock}`, "Doba čtení: 4 minuty"],
  Hungarian: (clock) => [`Utoljára frissítve: ${clock}`, "Olvasási idő: 4 perc"],
  Russian: (clock, count) => [`Обновлено в ${clock}`, `${count} человек читают сейчас`, "Время чтения: 4 минуты"],
  Greek: (clock) => [`Τελευταία ενημέρωση: ${clock}`],
  Turkish: (clock, count) => [`Son güncelleme: ${clock}`, `${count} kişi şu anda okuyor`],
  Arabic: (clock) => [`آخر تحديث في الساعة ${clock}`],
  Hebrew: (clock) => [`עודכן לאחרונה בשעה ${clock}`],
  Japanese: (clock, count) => [`最終更新 ${clock}`, `${count}人がこの記事を読んでいます`],
  Chinese: (clock, count) => [`更新于 ${clock}`, `${count}人正在阅读本文`],
  Korean: (clock) => [`최종 수정 ${clock}`],
};

for (const [language, lines] of Object.entries(LINES))
  test(`stamps and counts: ${language}`, () => {
    for (const [clock, count] of [
      ["15:10", "1,204"],
      ["9.05", "98"],
      ["23:59", "12 480"],
    ] as const)
      for (const line of lines(clock, count)) assert.equal(isStamp(line), true, line);
  });

for (const line of [
  "42 people were injured.",
  "Kick-off is at 15:10.",
  "The session begins at 9.05.",
  "1,204",
  "2-1",
  "Final score: 3-2",
  "The toll rose to 42.",
  "Der Zug fährt um 15:10 Uhr.",
  "1 204 personnes sont mortes.",
  "42人が死亡した",
  "The mill opened in 1961.",
  "9 May 2026",
  "Votes: 1,204",
  "Three readers wrote to us about this.",
])
  test(`text: ${line}`, () => assert.equal(isStamp(line), false));
