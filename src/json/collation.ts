import { z } from "zod";
import { count } from "./shapes.ts";

const stretches = {
  oldStart: count.describe("UTF-16, into the old paragraphs of the group joined by a line feed"),
  oldEnd: count,
  newStart: count,
  newEnd: count,
};

const edit = z.strictObject({
  ...stretches,
  cosmetic: z.boolean().describe("Quotation marks, dashes or spaces only"),
  inner: z
    .array(z.strictObject(stretches))
    .optional()
    .describe("What differs within a phrase; left out where all of it does"),
  style: z.literal(true).optional().describe("The same words in another style, as p.m. and pm"),
});

/** Paragraphs of both texts that belong together. */
const group = z.strictObject({
  old: z.array(count).describe("Indices of paragraphs, from 0"),
  new: z.array(count),
  kind: z.enum(["equal", "edited", "added", "removed", "split", "merged"]),
  moved: z.boolean(),
  edits: z.array(edit),
});

const groups = z.strictObject({ groups: z.array(group) });

/** Two versions collated field by field; the texts themselves are in the records of the two versions. */
export const textCollation = z.strictObject({
  headline: group.nullable(),
  standfirst: group.nullable(),
  corrections: groups,
  body: groups,
});

const sentence = z.strictObject({ paragraph: count, start: count, end: count });

/** Sentences of the body that stand elsewhere now. */
export const movedSentences = z.array(z.strictObject({ old: sentence, new: sentence }));
