/** The paragraphs of one side of a group as one text; offsets of its edits count in it. */
export const joined = (indices: readonly number[], paragraphs: readonly string[]): string =>
  indices.length === 1 ? paragraphs[indices[0]!]! : indices.map((index) => paragraphs[index]!).join("\n");
