import type { AmountSeen } from "./memory.ts";
import type { Prior } from "./template.ts";

/** A block of a body as the site's learner sees it, also when the template dropped it. */
export interface TraceBlock {
  /** See `site-path.ts`. */
  readonly path: string;
  readonly key: string;
  /** See `textKey`; null for a block that is not long. */
  readonly textKey: string | null;
  /** See `wordsKey`; null for a block without figures, and for a list item, heading or table cell. */
  readonly wordsKey: string | null;
  /** Weighed length of the text. */
  readonly size: number;
  /** The first characters, to be shown to people. */
  readonly sample: string;
  /** Stands where the text itself stands: dropping by place alone would be dropping paragraphs. */
  readonly flow: boolean;
  /** Which part of the template named it; null for what no part names. Kept all the same when `keptAll`. */
  readonly named: "boilerplate" | "volatile" | "moving" | null;
}

/** One place of the page, in the body or around it. */
export interface PathTrace {
  readonly path: string;
  /** A hash of its content: of the body's blocks where some do, else of everything. */
  readonly digest: string;
  readonly sample: string;
  /** The text itself is there. */
  readonly flow: boolean;
  /** Some block of the body is there. */
  readonly inBody: boolean;
  /** The template named it volatile, and blocks of the body were dropped there. */
  readonly dropped: boolean;
}

/** What one reading of a page teaches about its site. */
export interface PageTrace extends Prior {
  /** Whether the box at the template's `bodyPath` holds the body; null without one. */
  readonly matched: boolean | null;
  /** In the order of the page, the first few hundred. */
  readonly blocks: readonly TraceBlock[];
  /** Each place once, the body's first; the first few hundred. */
  readonly paths: readonly PathTrace[];
  /** Amounts in elements of their own within the text's sentences, by place. */
  readonly amounts: Readonly<Record<string, AmountSeen>>;
}

/** A page that was not read. */
export const NO_TRACE: PageTrace = {
  container: null,
  keptAll: false,
  matched: null,
  blocks: [],
  paths: [],
  amounts: {},
};
