import type { PublicReader } from "#store/public-reader";
import type { Collator } from "./compare/collator.ts";
import type { Evolver } from "./compare/evolver.ts";
import type { Samples } from "./compare/sample.ts";
import type { SiteTemplates } from "./site-templates.ts";

/** All that a view is made from: no request, no language, no address under which it goes out. */
export interface ViewContext {
  readonly reader: PublicReader;
  readonly collator: Collator;
  readonly evolver: Evolver;
  readonly samples: Samples;
  readonly templates: SiteTemplates;
  /** Epoch ms: what "due" and "today" mean. */
  readonly now: number;
  /** Ends when the one who asks has gone: what costs much is not made for no one. */
  readonly signal?: AbortSignal;
}
