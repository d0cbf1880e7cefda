import type { Block } from "#model/document";
import { block, type Edit, type EditKind, type Op, type StoryText } from "./story.ts";
import type { When } from "./times.ts";

/** The vocabulary of the edit scripts. An operation that finds nothing to do throws: the script is wrong. */
export const edit = (at: When, kind: EditKind, description: string, ...ops: readonly Op[]): Edit => ({
  at,
  kind,
  description,
  ops,
});

export const headline =
  (to: string): Op =>
  (text) => ({ ...text, headline: to });

export const standfirst =
  (to: string | null): Op =>
  (text) => ({ ...text, standfirst: to });

/** Rewords inside the one paragraph that contains `from`. */
export const replace =
  (from: string, to: string): Op =>
  (text) =>
    onBlock(text, from, (found) => [{ ...found, text: found.text.replace(from, () => to) }]);

export const removeParagraph =
  (part: string): Op =>
  (text) =>
    onBlock(text, part, () => []);

export const addAfter =
  (part: string, ...lines: readonly string[]): Op =>
  (text) =>
    onBlock(text, part, (found) => [found, ...lines.map(block)]);

export const append =
  (...lines: readonly string[]): Op =>
  (text) => ({ ...text, blocks: [...text.blocks, ...lines.map(block)] });

export const prepend =
  (...lines: readonly string[]): Op =>
  (text) => ({ ...text, blocks: [...lines.map(block), ...text.blocks] });

/** Moves the paragraph that contains `part` behind the one that contains `after`. */
export const move =
  (part: string, after: string): Op =>
  (text) => {
    const moved = text.blocks[find(text, part)]!;
    const without = { ...text, blocks: text.blocks.filter((b) => b !== moved) };
    return onBlock(without, after, (found) => [found, moved]);
  };

/** Breaks a paragraph in two; the second begins with `start`. */
export const split =
  (start: string): Op =>
  (text) =>
    onBlock(text, start, (found) => {
      const at = found.text.indexOf(start);
      return [
        { ...found, text: found.text.slice(0, at).trimEnd() },
        { ...found, text: found.text.slice(at) },
      ];
    });

/** Joins the paragraph that contains `part` with the one after it; `glue` is empty in scripts without spaces. */
export const merge =
  (part: string, glue = " "): Op =>
  (text) => {
    const at = find(text, part);
    const [first, second] = [text.blocks[at]!, text.blocks[at + 1]];
    if (!second) throw new Error(`nothing to merge behind: ${part}`);
    const joined = { ...first, text: `${first.text}${glue}${second.text}` };
    return { ...text, blocks: text.blocks.toSpliced(at, 2, joined) };
  };

/** Adds a correction, clarification or editor's note. */
export const note =
  (line: string): Op =>
  (text) => ({ ...text, corrections: [...text.corrections, line] });

/** The whole text as it stood after edit number `edits` (0: as first published). */
export const backTo =
  (edits: number): Op =>
  (_text, history) => {
    const earlier = history[edits];
    if (!earlier) throw new Error(`no text ${edits} to restore`);
    return earlier;
  };

export const become =
  (next: StoryText): Op =>
  () =>
    next;

function find(text: StoryText, part: string): number {
  const at = text.blocks.findIndex((b) => b.text.includes(part));
  if (at < 0) throw new Error(`no paragraph of “${text.headline}” contains: ${part}`);
  if (text.blocks.findLastIndex((b) => b.text.includes(part)) !== at) throw new Error(`more than one has: ${part}`);
  return at;
}

function onBlock(text: StoryText, part: string, change: (found: Block) => readonly Block[]): StoryText {
  const at = find(text, part);
  return { ...text, blocks: text.blocks.toSpliced(at, 1, ...change(text.blocks[at]!)) };
}
