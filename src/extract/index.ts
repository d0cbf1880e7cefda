export type {
  Block,
  BlockKind,
  Document,
  LeadImage,
  Link,
  LiveEntry,
  PageState,
  Span,
  SpanKind,
} from "#model/document";
export type { Reason } from "#model/reason";
export { EXTRACTOR, type ExtractOptions, extract } from "./extract.ts";
