const MARKS = /\p{M}/gu;

/** Lower case without accents: "Núñez" and "Nunez" are one name, spelled with more or less care. */
export const fold = (words: string): string =>
  words.normalize("NFD").replace(MARKS, "").normalize("NFC").toLowerCase().replace(/ß/g, "ss");
