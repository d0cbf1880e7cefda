import type { Strand } from "./strand.ts";

/** A paragraph of one version: the numbers of its sentences in its own order, never none. */
export interface ApparatusWitnessParagraph {
  readonly field: "headline" | "standfirst" | "correction" | "body";
  /** Sentences of the apparatus, counted from 0 over all its paragraphs. */
  readonly sentences: readonly number[];
}

/** How one version reads in terms of the apparatus. */
export interface ApparatusWitness {
  readonly version: number;
  readonly paragraphs: readonly ApparatusWitnessParagraph[];
}

/**
 * Takes down which sentences each version has, field by field in the order of the apparatus. Paragraphs that did not change
 * from one version to the next are one object: most are, and a live page has thousands.
 */
export class Witnesses {
  readonly list: readonly { readonly version: number; readonly paragraphs: ApparatusWitnessParagraph[] }[];
  /** Sentences of the fields before. */
  #counted = 0;

  constructor(versions: readonly number[]) {
    this.list = versions.map((version) => ({ version, paragraphs: [] }));
  }

  addOne(field: ApparatusWitnessParagraph["field"], present: readonly boolean[]): void {
    const paragraph = { field, sentences: [this.#counted] };
    for (const [v, has] of present.entries()) if (has) this.list[v]!.paragraphs.push(paragraph);
    this.#counted += 1;
  }

  add(
    field: ApparatusWitnessParagraph["field"],
    order: readonly Strand[],
    testimonies: readonly (readonly (readonly Strand[])[])[],
  ): void {
    const numbers = new Map(order.map((strand, k) => [strand, this.#counted + k]));
    let before = new Map<number, ApparatusWitnessParagraph>();
    for (const [v, testimony] of testimonies.entries()) {
      const present = new Map<number, ApparatusWitnessParagraph>();
      for (const strands of testimony) {
        const sentences = strands.map((strand) => numbers.get(strand)!);
        const known = before.get(sentences[0]!);
        const paragraph = known && alike(known.sentences, sentences) ? known : { field, sentences };
        present.set(sentences[0]!, paragraph);
        this.list[v]!.paragraphs.push(paragraph);
      }
      before = present;
    }
    this.#counted += order.length;
  }
}

const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, k) => number === b[k]);
