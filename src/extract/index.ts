export type { Block, BlockKind, Document, LeadImage, Link, LiveEntry, PageState } from "#model/document";
export { EXTRACTOR, type ExtractOptions, extract } from "./extract.ts";
