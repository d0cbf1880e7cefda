import { MAX_BLOCKS } from "#extract/limits";
import type { SpanKind } from "#model/document";
import { withoutShortcodes } from "./lines.ts";
import type { Run } from "./page.ts";
import { type Mark, spansIn } from "./spans-in.ts";
import { collapse, weigh } from "./text.ts";

/** Stands for a line break while a run is gathered: two with nothing between them end a paragraph. */
const BREAK = "\n";

const BLANK = /^\s*$/;

/** What links say to screen readers about themselves, often inside a sentence. */
const LINK_LABEL =
  /\s*(?:\((?:öffnet (?:im|in einem) neuen? fenster|opens? (?:in )?(?:a )?new (?:window|tab))\)|, opens new tab\b)/giu;

/** Marked stretches of one run are a few; a text of thousands was made to cost time. */
const MAX_MARKS = 1_000;

/** Gathers text until a block boundary ends the run. */
export class RunBuilder {
  readonly runs: Run[] = [];
  #buffer = "";
  #linkLength = 0;
  #boldLength = 0;
  readonly #kinds: SpanKind[] = [];
  #marks: Mark[] = [];
  /** Open links and bold elements; a link may go on over block boundaries. */
  links = 0;
  bolds = 0;

  add(value: string): void {
    // Most text nodes are the white space between two blocks.
    if (this.#buffer === "" && BLANK.test(value)) return;
    this.#buffer += value.includes(BREAK) ? value.replaceAll(BREAK, " ") : value;
    if (this.links > 0) this.#linkLength += value.length;
    if (this.bolds > 0) this.#boldLength += value.length;
  }

  /** From here on, until it is closed, the text is of this kind. */
  open(kind: SpanKind): void {
    this.#kinds.push(kind);
    this.#mark();
  }

  close(): void {
    this.#kinds.pop();
    this.#mark();
  }

  #mark(): void {
    if (this.#marks.length < MAX_MARKS) this.#marks.push({ at: this.#buffer.length, kind: this.#kind() });
  }

  /** What is struck is struck, whatever else it is. */
  #kind(): SpanKind | null {
    return this.#kinds.includes("struck") ? "struck" : (this.#kinds.at(-1) ?? null);
  }

  lineBreak(box: number): void {
    if (/\n\s*$/.test(this.#buffer.slice(-20))) this.end(box);
    else if (this.#buffer !== "") this.#buffer += BREAK;
  }

  /** Ends the run, if there is one, as the text of the box. */
  end(box: number): void {
    if (this.#buffer === "") {
      this.#restart();
      return;
    }
    const raw = this.#buffer;
    const labelled = this.#linkLength > 0 && /new|neue/i.test(raw);
    const text = withoutShortcodes(collapse(labelled ? raw.replace(LINK_LABEL, "") : raw));
    if (text !== "" && box >= 0 && this.runs.length < MAX_BLOCKS) {
      const size = weigh(text);
      // Shares of the raw text carry over to the weight; white space inside links is small change.
      const share = (length: number) => Math.min(size, Math.round((length / raw.length) * size));
      const spans = this.#marks.length === 0 ? null : spansIn(raw, text, this.#marks);
      this.runs.push({ text, size, linkSize: share(this.#linkLength), boldSize: share(this.#boldLength), box, spans });
    }
    this.#buffer = "";
    this.#linkLength = 0;
    this.#boldLength = 0;
    this.#restart();
  }

  /** What is open goes on in the next run. */
  #restart(): void {
    if (this.#marks.length > 0 || this.#kinds.length > 0)
      this.#marks = this.#kinds.length === 0 ? [] : [{ at: 0, kind: this.#kind() }];
  }
}
