import type { Document } from "#model/document";
import type { RunBlock } from "./clean.ts";
import type { Structured } from "./json-ld.ts";
import { readLeadImage } from "./lead-image.ts";
import { readLinks } from "./links.ts";
import type { Metas } from "./metas.ts";
import type { Page, Span } from "./page.ts";
import { readSection } from "./section.ts";

/** What a document tells beside its text. */
export type Details = Pick<Document, "section" | "leadImage" | "links">;

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
  };
}
