import type { SpanKind } from "#model/document";
import { type Collected, noFacts, noteFact, noteInline } from "./facts.ts";
import { beginsNextBlock, firstLetterOf } from "./first-letter.ts";
import { type MarkReader, markReader } from "./marks.ts";
import type { Box, Page } from "./page.ts";
import { endsAsNumber, signBefore } from "./raised.ts";
import { RunBuilder } from "./run-builder.ts";
import { spanKindOf } from "./span-kind.ts";
import { type Element, isText, type Node } from "./tree.ts";
import { isShownTwin } from "./twin.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Never read: code, forms' fields, pictures, embedded pages. */
const SKIPPED =
  names(`style noscript template iframe object embed svg math canvas audio video select option optgroup button input
  textarea datalist map area dialog progress meter frameset frame noframes applet param source track`);

/** Run on with the text around them. Anything else, also an element of unknown name, stands as a block. */
const INLINE =
  names(`a abbr acronym b basefont bdi bdo big blink cite code data del dfn em font i img ins kbd label mark nobr q
  rb rp rt rtc ruby s samp small span strike slot strong sub sup time tt u var wbr picture`);

/** No boxes: nothing of the page's text stands in them directly. */
const FRAME = names("#document html head");

/** One pass over the tree: runs of text, the boxes around them, and the elements that carry facts. */
export function walk(root: Element): Page {
  const walker = new Walker();
  walker.visit(root);
  return { runs: walker.text.runs, boxes: walker.boxes, facts: walker.facts };
}

class Walker {
  readonly text = new RunBuilder();
  readonly boxes: Box[] = [];
  readonly facts: Collected = noFacts();
  readonly #marksOf: MarkReader = markReader();
  #box: Box | null = null;

  /** @param at its place among its siblings */
  visit(node: Node, siblings: readonly Node[] = [node], at = 0): void {
    if (isText(node)) {
      if (this.#box) this.text.add(node.value);
      return;
    }
    if (node.name === "br") {
      this.text.lineBreak(this.#box?.index ?? -1);
      return;
    }
    if (SKIPPED.has(node.name) || noteFact(node, this.facts)) return;
    const first = this.#box && !INLINE.has(node.name) ? firstLetterOf(node) : null;
    if (first && beginsNextBlock(siblings, at)) {
      this.text.end(this.#box!.index);
      this.text.beginWith({ ...first, isPadded: true });
    } else if (INLINE.has(node.name)) this.#visitInline(node, siblings, at);
    else this.#visitBlock(node);
  }

  #visitInline(node: Element, siblings: readonly Node[], at: number): void {
    if (node.attrs.length > 0) {
      if (this.#marksOf(node).hidden && !isShownTwin(node, siblings, at)) return;
      noteInline(node, this.#box?.index ?? -1, this.text.runs.length, this.facts);
      const first = this.text.isBlank ? firstLetterOf(node) : null;
      if (first) {
        this.text.beginWith(first);
        return;
      }
    }
    if (node.name === "sup" || node.name === "sub") {
      this.#visitRaised(node, siblings[at + 1]);
      return;
    }
    const link = node.name === "a" ? 1 : 0;
    const bold = node.name === "b" || node.name === "strong" ? 1 : 0;
    this.text.links += link;
    this.text.bolds += bold;
    this.#visitIn(node, spanKindOf(node, true));
    this.text.links -= link;
    this.text.bolds -= bold;
  }

  /** A raised or lowered number does not run together with those around it. */
  #visitRaised(node: Element, next: Node | undefined): void {
    const sign = signBefore(node, this.text.lastSigns, next);
    if (sign !== null) this.text.add(sign);
    this.#visitIn(node, spanKindOf(node, true));
    if (endsAsNumber(node)) this.text.keepApart();
  }

  #visitIn({ children }: Element, kind: SpanKind | null): void {
    if (kind) this.text.open(kind);
    for (let at = 0; at < children.length; at++) this.visit(children[at]!, children, at);
    if (kind) this.text.close();
  }

  #visitBlock(element: Element): void {
    const parent = this.#box;
    this.text.end(parent?.index ?? -1);
    if (FRAME.has(element.name)) {
      for (const child of element.children) this.visit(child);
      return;
    }
    const from = this.text.runs.length;
    const box: Box = {
      index: this.boxes.length,
      element,
      parent,
      marks: this.#marksOf(element),
      from,
      to: from,
      end: 0,
    };
    this.boxes.push(box);
    noteInline(element, box.index, from, this.facts);
    this.#box = box;
    this.#visitIn(element, spanKindOf(element, false));
    this.text.end(box.index);
    box.to = this.text.runs.length;
    box.end = this.boxes.length;
    this.#box = parent;
  }
}
