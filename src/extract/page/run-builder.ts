import { MAX_BLOCKS } from "#extract/limits";
import type { SpanKind } from "#model/document";
import { begunBy, type FirstLetter } from "./first-letter.ts";
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
  #first: FirstLetter | null = null;
  #isApart = false;
  #last = "";
  readonly #kinds: SpanKind[] = [];
  #marks: Mark[] = [];
  /** Open links and bold elements; a link may go on over block boundaries. */
  links = 0;
  bolds = 0;

  /** Nothing stands in the run so far. */
  get isBlank(): boolean {
    return this.#buffer === "";
  }

  /** The last signs of the run so far; of what was added last, because a text that grows is slow to look into. */
  get lastSigns(): string {
    return this.#buffer === "" ? "" : this.#last.slice(-2);
  }

  /** The next text goes on with this letter, also in another block. */
  beginWith(first: FirstLetter): void {
    this.#first = first;
  }

  /** If a number follows at once, a space stands before it. */
  keepApart(): void {
    this.#isApart = true;
  }

  add(text: string): void {
    // Most text nodes are the white space between two blocks.
    if (this.#buffer === "" && this.#first === null && BLANK.test(text)) return;
    const value = this.#first === null && !this.#isApart ? text : this.#joined(text);
    if (value === null) return;
    this.#last = value;
    this.#buffer += value.includes(BREAK) ? value.replaceAll(BREAK, " ") : value;
    if (this.links > 0) this.#linkLength += value.length;
    if (this.bolds > 0) this.#boldLength += value.length;
  }

  /** Null for white space behind a first letter: what follows it says whether it counts. */
  #joined(text: string): string | null {
    const isApart = this.#isApart;
    this.#isApart = false;
    const first = this.#first;
    if (first === null) return isApart && /^\p{Nd}/u.test(text) ? ` ${text}` : text;
    if (BLANK.test(text)) {
      this.#first = { ...first, isPadded: first.isPadded || /[\n\r]/.test(text), isSpaced: true };
      return null;
    }
    this.#first = null;
    return begunBy(first, first.isSpaced ? ` ${text}` : text);
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
