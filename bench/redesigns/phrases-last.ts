import type { Phrases } from "./phrases.ts";
import { KEPT_PHRASES } from "./phrases-kept.ts";

/** A third set of wordings, made when the rules had been improved beside the second; shapes are those of the second. */
export const LAST_PHRASES: Phrases = {
  ...KEPT_PHRASES,
  embedMarks: {
    en: [
      "Video unavailable",
      "This map needs your consent to Mapland.",
      "Open in Photogram",
      "We cannot show you this chirp.",
    ],
    de: ["Zum Abspielen bitte zustimmen.", "Vidbox-Video", "Der Beitrag wurde vom Nutzer gelöscht."],
    fr: ["Vidéo non disponible", "Cliquez ici pour charger la carte."],
    es: ["Necesitamos su permiso para mostrar este mapa."],
    it: ["Il video non è più disponibile."],
    nl: ["Klik hier om de kaart te laden."],
    da: ["Du skal acceptere cookies for at se videoen."],
    pl: ["Film niedostępny"],
    ru: ["Видео недоступно", "Чтобы увидеть пост, разрешите файлы cookie."],
    ja: ["埋め込みコンテンツを読み込めません。"],
  },
  continues: {
    en: ["Read on below the map.", "Report continues after the advert"],
    de: ["Hier geht der Text weiter", "Fortsetzung nach dem Bild."],
    fr: ["L'article se poursuit plus bas."],
    es: ["Continúa leyendo tras la publicidad"],
    it: ["Continua dopo il video"],
    nl: ["Het verhaal gaat verder na de foto."],
    da: ["Artiklen fortsætter efter billedet"],
    ru: ["Текст продолжается после рекламы"],
    ja: ["続きは写真の下に"],
  },
  slides: {
    en: ["Photo 1 of #", "In pictures (#)", "# slides"],
    de: ["Alle Bilder (#)", "Klicken Sie sich durch # Aufnahmen."],
    fr: ["Voir les # images"],
    es: ["Ver # fotos"],
    it: ["Foto (#)"],
    ru: ["Фотогалерея: # снимков"],
  },
  regions: {
    en: ["Some parts of this site work differently where you are."],
    de: ["Sie scheinen in einem anderen Land zu sein."],
    fr: ["Vous semblez être dans un autre pays."],
  },
  controls: [
    ["Next up", "Volume", "2x"],
    ["Hear the story", "6:30"],
  ],
  posts: [
    { said: "Trains to the coast run every hour again from tomorrow.", name: "Rail North", handle: "railnorth" },
    { said: "Proud of this team and of everyone who came out in the rain.", name: "Ida Falk", handle: "idafalk" },
  ],
  datelines: [
    ["ATHENS, Greece — ", "ATHENS, Greece (AP) — "],
    ["Genf (sda) ", "Genf "],
    ["MADRID ", "MADRID (Europa Press) - "],
    ["", "NEW DELHI, Oct 7 (PTI): "],
    ["Warszawa. ", "Warszawa (PAP). "],
  ],
  searchTitles: [(headline) => `${headline.split(" ").slice(-4).join(" ")}: all the facts`],
};
