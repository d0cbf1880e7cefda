import type { Drawing } from "./kinds.ts";
import type { Story } from "./stories.ts";

/** A story as an editor left it, and what has to be in the version after it, or must not be there any more. */
export interface Edited {
  readonly story: Story;
  readonly came: string | null;
  readonly went: string | null;
}

export type Edit = (drawing: Drawing, other: Story) => Edited | null;

/** Longest word of a text that is nowhere else in it. */
function wordIn(text: string): string | null {
  const words = (text.match(/\p{L}{5,}/gu) ?? []).filter((word) => text.split(word).length === 2);
  return words.sort((a, b) => b.length - a.length)[0] ?? null;
}

const withParagraph = (story: Story, at: number, text: string): Story => ({
  ...story,
  paragraphs: story.paragraphs.map((one, i) => (i === at ? text : one)),
});

function reworded({ story, draw }: Drawing, change: (text: string) => string | null): Edited | null {
  const from = draw(story.paragraphs.length);
  for (let step = 0; step < story.paragraphs.length; step++) {
    const at = (from + step) % story.paragraphs.length;
    const text = change(story.paragraphs[at]!);
    if (text !== null) return { story: withParagraph(story, at, text), came: text, went: story.paragraphs[at]! };
  }
  return null;
}

/** Edits of editors, the smallest first. */
export const EDITS: Readonly<Record<string, Edit>> = {
  word: (drawing, other) =>
    reworded(drawing, (text) => {
      const [word, instead] = [wordIn(text), wordIn(other.paragraphs[0]!)];
      return word === null || instead === null || word === instead ? null : text.replace(word, instead);
    }),
  number: (drawing) =>
    reworded(drawing, (text) =>
      /\p{Nd}/u.test(text) ? text.replace(/\p{Nd}(?!.*\p{Nd})/su, (digit) => String((Number(digit) + 3) % 10)) : null,
    ),
  sentence: (drawing, other) => reworded(drawing, (text) => `${text} ${other.paragraphs[1]!.slice(0, 160)}`),
  "paragraph added": ({ story, draw }, other) => {
    const at = 1 + draw(story.paragraphs.length - 1);
    const text = other.paragraphs[2]!;
    if (story.paragraphs.includes(text)) return null;
    return {
      story: { ...story, paragraphs: [...story.paragraphs.slice(0, at), text, ...story.paragraphs.slice(at)] },
      came: text,
      went: null,
    };
  },
  "paragraph cut": ({ story, draw }) => {
    const at = 1 + draw(story.paragraphs.length - 1);
    return {
      story: { ...story, paragraphs: story.paragraphs.filter((_, i) => i !== at) },
      came: null,
      went: story.paragraphs[at]!,
    };
  },
  "short paragraph added": ({ story, draw }) => {
    const at = 1 + draw(story.paragraphs.length - 1);
    const text = "He said no more.";
    return {
      story: { ...story, paragraphs: [...story.paragraphs.slice(0, at), text, ...story.paragraphs.slice(at)] },
      came: text,
      went: null,
    };
  },
  headline: ({ story }, other) =>
    other.headline === story.headline
      ? null
      : { story: { ...story, headline: other.headline }, came: other.headline, went: story.headline },
};
