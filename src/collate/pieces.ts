import type { Group, Piece } from "./collation.ts";
import { joined } from "./place.ts";

/**
 * A group as two columns: for each of its paragraphs the pieces to print. Old paragraphs consist of `equal` and `deleted`
 * pieces, new ones of `equal` and `inserted`; cosmetic differences print as equal. The pieces of a paragraph concatenate to it.
 *
 * @example
 * const old = ["Ten died."];
 * const next = ["Twelve died."];
 * sidesOf(collate(old, next).groups[0], old, next)
 * // {
 * //   old: [[{ op: "deleted", text: "Ten" }, { op: "equal", text: " died." }]],
 * //   new: [[{ op: "inserted", text: "Twelve" }, { op: "equal", text: " died." }]],
 * // }
 */
export function sidesOf(
  group: Group,
  oldParagraphs: readonly string[],
  newParagraphs: readonly string[],
): { old: Piece[][]; new: Piece[][] } {
  if (group.new.length === 0) return { old: group.old.map((i) => filled("deleted", oldParagraphs[i]!)), new: [] };
  if (group.old.length === 0) return { old: [], new: group.new.map((j) => filled("inserted", newParagraphs[j]!)) };
  const oldPrinter = new Printer(group.old.map((i) => oldParagraphs[i]!.length));
  const newPrinter = new Printer(group.new.map((j) => newParagraphs[j]!.length));
  const oldText = joined(group.old, oldParagraphs);
  const newText = joined(group.new, newParagraphs);
  let oldAt = 0;
  let newAt = 0;
  for (const edit of group.edits.filter((e) => !e.cosmetic)) {
    oldPrinter.print("equal", oldText.slice(oldAt, edit.oldStart));
    oldPrinter.print("deleted", oldText.slice(edit.oldStart, edit.oldEnd));
    newPrinter.print("equal", newText.slice(newAt, edit.newStart));
    newPrinter.print("inserted", newText.slice(edit.newStart, edit.newEnd));
    oldAt = edit.oldEnd;
    newAt = edit.newEnd;
  }
  oldPrinter.print("equal", oldText.slice(oldAt));
  newPrinter.print("equal", newText.slice(newAt));
  return { old: oldPrinter.paragraphs, new: newPrinter.paragraphs };
}

/**
 * A group as one sequence, in the paragraphs of its new side (of its old side when removed): deleted pieces stand before
 * what replaced them. A paragraph break inside deleted text prints as a space.
 *
 * @example
 * const old = ["Ten died."];
 * const next = ["Twelve died."];
 * inlineOf(collate(old, next).groups[0], old, next)
 * // [[{ op: "deleted", text: "Ten" }, { op: "inserted", text: "Twelve" }, { op: "equal", text: " died." }]]
 */
export function inlineOf(group: Group, oldParagraphs: readonly string[], newParagraphs: readonly string[]): Piece[][] {
  if (group.old.length === 0 || group.new.length === 0) {
    const sides = sidesOf(group, oldParagraphs, newParagraphs);
    return [...sides.old, ...sides.new];
  }
  const printer = new Printer(group.new.map((j) => newParagraphs[j]!.length));
  const oldText = joined(group.old, oldParagraphs);
  const newText = joined(group.new, newParagraphs);
  let newAt = 0;
  for (const edit of group.edits.filter((e) => !e.cosmetic)) {
    printer.print("equal", newText.slice(newAt, edit.newStart));
    printer.aside("deleted", oldText.slice(edit.oldStart, edit.oldEnd).replaceAll("\n", " "));
    printer.print("inserted", newText.slice(edit.newStart, edit.newEnd));
    newAt = edit.newEnd;
  }
  printer.print("equal", newText.slice(newAt));
  return printer.paragraphs;
}

const filled = (op: Piece["op"], text: string): Piece[] => (text === "" ? [] : [{ op, text }]);

/** Deals running text out to paragraphs of known lengths, leaving out the "\n" between them. */
class Printer {
  readonly paragraphs: Piece[][];
  readonly #lengths: readonly number[];
  #paragraph = 0;
  #used = 0;

  constructor(lengths: readonly number[]) {
    this.#lengths = lengths;
    this.paragraphs = lengths.map(() => []);
  }

  print(op: Piece["op"], text: string): void {
    let at = 0;
    while (at < text.length) {
      const room = this.#lengths[this.#paragraph]! - this.#used;
      const part = text.slice(at, at + room);
      this.aside(op, part);
      this.#used += part.length;
      at += part.length;
      if (at < text.length) {
        at += 1;
        this.#paragraph += 1;
        this.#used = 0;
      }
    }
  }

  /** Prints without counting: for text of the other side. */
  aside(op: Piece["op"], text: string): void {
    const pieces = this.paragraphs[this.#paragraph]!;
    const last = pieces.at(-1);
    if (last?.op === op) pieces[pieces.length - 1] = { op, text: last.text + text };
    else if (text !== "") pieces.push({ op, text });
  }
}
