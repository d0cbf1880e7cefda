import { comparable } from "#language/comparable";
import { sentences } from "#language/sentences";

/** A sentence of one version. Equal keys: the same but for cosmetics. */
export interface Sentence {
  readonly text: string;
  readonly key: number;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** Reads paragraphs into sentences and names them by number; most paragraphs stay as they were and are read once. */
export class SentenceReader {
  readonly #known = new Map<string, readonly Omit<Sentence, "paragraph">[]>();
  readonly #keys = new Map<string, number>();

  read(paragraphs: readonly string[]): Sentence[] {
    return paragraphs.flatMap((text, paragraph) => this.#sentences(text).map((one) => ({ ...one, paragraph })));
  }

  #sentences(text: string): readonly Omit<Sentence, "paragraph">[] {
    const known = this.#known.get(text);
    if (known) return known;
    const read = sentences(text)
      .map(({ start, end }) => text.slice(start, end).trimEnd())
      .filter((sentence) => sentence !== "")
      .map((sentence) => ({ text: sentence, key: this.#key(comparable(sentence)) }));
    this.#known.set(text, read);
    return read;
  }

  #key(form: string): number {
    const known = this.#keys.get(form);
    if (known !== undefined) return known;
    this.#keys.set(form, this.#keys.size);
    return this.#keys.size - 1;
  }
}
