import type { Span as TextSpan } from "#model/document";
import type { Marks } from "./marks.ts";
import type { Element } from "./tree.ts";

/** A run of text between two block boundaries, as it stands on the page. */
export interface Run {
  /** White space collapsed, not empty. */
  readonly text: string;
  /** Its length, with the signs of scripts that write a word in one or two of them counted several times. */
  readonly size: number;
  /** Size of the text inside links, and inside bold or heading-like type. */
  readonly linkSize: number;
  readonly boldSize: number;
  /** Index of the innermost box. */
  readonly box: number;
  /** What the markup says of stretches of its text; null where it says nothing. */
  readonly spans: readonly TextSpan[] | null;
}

/** A block element and the runs it holds: `runs[from]` up to, not including, `runs[to]`. */
export interface Box {
  readonly index: number;
  readonly element: Element;
  readonly parent: Box | null;
  marks: Marks;
  readonly from: number;
  to: number;
  /** The boxes inside it follow it in the list, up to this index, not included. */
  end: number;
}

/** An element with the box around it and the run that begins there or that it is part of. */
export interface Placed {
  readonly element: Element;
  readonly box: number;
  readonly run: number;
}

/** Elements that carry facts rather than text, each kind in document order. */
export interface Facts {
  readonly language: string;
  readonly title: string;
  readonly metas: readonly Element[];
  readonly links: readonly Element[];
  readonly jsonLd: readonly string[];
  readonly times: readonly Element[];
  /** Elements that call themselves an author or byline. */
  readonly authors: readonly Placed[];
  readonly anchors: readonly Placed[];
  readonly images: readonly Placed[];
  /** Elements within a line around nothing but an amount. */
  readonly amounts: readonly Placed[];
  /** The `<time>` elements that are shown. */
  readonly stamps: readonly Placed[];
}

/** Runs from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A page as one pass over its tree leaves it. */
export interface Page {
  readonly runs: readonly Run[];
  /** In document order; the first is the body's. */
  readonly boxes: readonly Box[];
  readonly facts: Facts;
}
