import type { RunBlock } from "#extract/body/clean";
import type { Structured } from "#extract/page/json-ld";
import { readLeadImage } from "#extract/page/lead-image";
import { readLinks } from "#extract/page/links";
import type { Metas } from "#extract/page/metas";
import { nextPage } from "#extract/page/next-page";
import type { Page, Span } from "#extract/page/page";
import { readSection } from "#extract/page/section";
import type { Document } from "#model/document";

/** What a document tells beside its text. */
export type Details = Pick<Document, "section" | "leadImage" | "links" | "continuesAt">;

export interface DetailsInput {
  readonly page: Page;
  readonly structured: Structured;
  readonly metas: Metas;
  readonly headline: string | null;
  readonly head: Span;
  /** The blocks that are kept. */
  readonly blocks: readonly RunBlock[];
  readonly url: string;
}

export function readDetails({ page, structured, metas, headline, head, blocks, url }: DetailsInput): Details {
  return {
    section: readSection(page, structured, metas, headline, url),
    leadImage: readLeadImage(page, structured, metas, head, url),
    links: readLinks(page, new Set(blocks.map(({ run }) => run)), url),
    continuesAt: blocks.length === 0 ? null : nextPage(page, url),
  };
}
