import type { RunBlock } from "#extract/body/clean";
import type { Selection } from "#extract/body/select";
import type { Structured } from "#extract/page/json-ld";
import type { Page } from "#extract/page/page";
import type { Reason } from "#model/reason";

/** What the judgement rests on. */
export interface Evidence {
  readonly page: Page;
  readonly selection: Selection | null;
  readonly blocks: readonly RunBlock[];
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly publishedAt: string | null;
  readonly structured: Structured;
  readonly url: string;
  /** What makes the page a live blog; null when it is not one. */
  readonly live: Reason | null;
}
