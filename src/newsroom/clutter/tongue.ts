import { pick, random } from "#newsroom/random";

/** A made-up language: what a rule says of a text must not hang on its words. */
export interface Tongue {
  readonly sentence: (seed: number, words: number) => string;
  readonly title: (seed: number, words: number) => string;
}

interface Script {
  readonly syllables: readonly string[];
  readonly space: string;
  readonly stop: string;
}

const SCRIPTS: readonly Script[] = [
  { syllables: "ka ren tol vis mar ond sel bri nac per lus dan".split(" "), space: " ", stop: "." },
  { syllables: "ве ло нар тис гор ми ста рен ду ков аль пер".split(" "), space: " ", stop: "." },
  { syllables: "λα μον τις κε ρος ναι φε δο σαν πι θελ γα".split(" "), space: " ", stop: "." },
  { syllables: "ما رن تو سل كي بر دا نو فى حل قر ست".split(" "), space: " ", stop: "." },
  { syllables: "ひ と な ま か り の は し た ら き".split(" "), space: "", stop: "。" },
  { syllables: "가 나 다 라 마 도 시 은 정 부 하 여".split(" "), space: " ", stop: "." },
  { syllables: "को मा रा ने त ली स पु हा द भी वा".split(" "), space: " ", stop: "।" },
];

/** The language number `seed` of some. */
export function tongue(seed: number): Tongue {
  const { syllables, space, stop } = pick(SCRIPTS, seed);
  const words = (own: number, count: number): string => {
    const next = random(own);
    const word = () =>
      Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(syllables, Math.floor(next() * 997))).join("");
    const text = Array.from({ length: count }, word).join(space);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return { sentence: (own, count) => words(own, count) + stop, title: words };
}
