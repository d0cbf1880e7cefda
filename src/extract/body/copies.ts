import { weigh } from "#extract/page/text";
import type { RunBlock } from "./clean.ts";

/** No one writes so many blocks in a row, of so many letters together, twice. A refrain or a table's cells are shorter. */
const MIN_BLOCKS = 3;
const MIN_SIZE = 400;

/** Without the copies of a text that stands on its page once for each width of screen: the first is kept. */
export function withoutCopies(blocks: readonly RunBlock[]): readonly RunBlock[] {
  const first = new Map<string, number>();
  const kept: RunBlock[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const at = first.get(blocks[i]!.text);
    const length = at === undefined ? 0 : copied(blocks, at, i);
    if (length > 0) i += length - 1;
    else {
      if (at === undefined) first.set(blocks[i]!.text, i);
      kept.push(blocks[i]!);
    }
  }
  return kept;
}

/** How many blocks from `copy` on repeat those from `at` on; 0 when they are too few to be a copy. */
function copied(blocks: readonly RunBlock[], at: number, copy: number): number {
  let size = 0;
  let length = 0;
  while (at + length < copy && blocks[at + length]!.text === blocks[copy + length]?.text) {
    size += weigh(blocks[copy + length]!.text);
    length++;
  }
  return length >= MIN_BLOCKS && size >= MIN_SIZE ? length : 0;
}
