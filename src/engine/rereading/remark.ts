import type { Memory, TextMark } from "#model/memory";

/** The same memory by new marks; a version whose bytes are not kept goes on by its old one. */
export function remarked(memory: Memory, marks: ReadonlyMap<number, TextMark>): Memory {
  const text = marks.get(memory.latest.number) ?? memory.latest.text;
  const ring = memory.ring
    .map((known) => ({ ...known, whole: (known.version !== null && marks.get(known.version)?.whole) || known.whole }))
    .filter(
      (known, at, all) => known.whole !== text.whole && all.findIndex((other) => other.whole === known.whole) === at,
    );
  return { ...memory, latest: { ...memory.latest, text }, ring };
}
