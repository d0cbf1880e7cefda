import { MAX_BLOCKS } from "#extract/limits";
import { withoutShortcodes } from "./lines.ts";
import type { Run } from "./page.ts";
import { collapse, weigh } from "./text.ts";

/** Stands for a line break while a run is gathered: two with nothing between them end a paragraph. */
const BREAK = "\n";

const BLANK = /^\s*$/;

/** What links say to screen readers about themselves, often inside a sentence. */
const LINK_LABEL =
  /\s*(?:\((?:öffnet (?:im|in einem) neuen? fenster|opens? (?:in )?(?:a )?new (?:window|tab))\)|, opens new tab\b)/giu;

/** Gathers text until a block boundary ends the run. */
export class RunBuilder {
  readonly runs: Run[] = [];
  #buffer = "";
  #linkLength = 0;
  #boldLength = 0;
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

  lineBreak(box: number): void {
    if (/\n\s*$/.test(this.#buffer.slice(-20))) this.end(box);
    else if (this.#buffer !== "") this.#buffer += BREAK;
  }

  /** Ends the run, if there is one, as the text of the box. */
  end(box: number): void {
    if (this.#buffer === "") return;
    const raw = this.#buffer;
    const labelled = this.#linkLength > 0 && /new|neue/i.test(raw);
    const text = withoutShortcodes(collapse(labelled ? raw.replace(LINK_LABEL, "") : raw));
    if (text !== "" && box >= 0 && this.runs.length < MAX_BLOCKS) {
      const size = weigh(text);
      // Shares of the raw text carry over to the weight; white space inside links is small change.
      const share = (length: number) => Math.min(size, Math.round((length / raw.length) * size));
      this.runs.push({ text, size, linkSize: share(this.#linkLength), boldSize: share(this.#boldLength), box });
    }
    this.#buffer = "";
    this.#linkLength = 0;
    this.#boldLength = 0;
  }
}
