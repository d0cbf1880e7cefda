const MARKS = /\p{M}/gu;
const INNER = /[.'’‘]/g;
const HYPHENS = /[-‐‑]/g;

/** Lower case without accents, dots and hyphens: "Núñez" and "Nunez", "U.S." and "US" are one name, spelled with more or less care. */
export const fold = (words: string): string =>
  words
    .normalize("NFD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(INNER, "")
    .replace(HYPHENS, " ")
    .toLowerCase()
    .replace(/ß/g, "ss");

/** The same without spaces: "Mobile Gov" and "MobileGov" differ in spelling only. */
export const squeezed = (words: string): string => fold(words).replace(/\s+/g, "");
