export type { Block, BlockKind, Document, PageState } from "#model/document";
export { EXTRACTOR, type ExtractOptions, extract } from "./extract.ts";
