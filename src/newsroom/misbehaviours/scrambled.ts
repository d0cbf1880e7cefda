import type { Block } from "#model/document";
import { mix, pick } from "#newsroom/random";
import type { StoryText } from "#newsroom/story";

type Scramble = (line: string) => string;

const shifted =
  (by: number): Scramble =>
  (line) =>
    line.replace(/[a-z]/gi, (letter) => {
      const first = letter < "a" ? 65 : 97;
      return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
    });

const SCRAMBLES: readonly Scramble[] = [
  (line) => [...line].toReversed().join(""),
  shifted(1),
  shifted(13),
  (line) => line.replace(/\p{L}+/gu, (word) => [...word].toReversed().join("")),
];

/** A text whose paragraphs behind the first ones only subscribers' browsers can put right. */
export function scrambled(text: StoryText, seed: number): StoryText {
  const scramble = pick(SCRAMBLES, mix(seed, 41));
  const clear = 1 + (mix(seed, 42) % 3);
  const block = (one: Block, i: number): Block => (i < clear ? one : { ...one, text: scramble(one.text) });
  return { ...text, blocks: text.blocks.map(block) };
}
