import type { ArticleTrace } from "./memory.ts";
import type { PageTrace } from "./trace.ts";

/** One look that met an article's text. */
export interface Lesson {
  readonly trace: PageTrace;
  /** See `sectionOf`. */
  readonly section: string;
  /** Number of the article. */
  readonly article: number;
  /** What the look before left; null at the first. */
  readonly previous: ArticleTrace | null;
  /** Instant of the look; only alarms are dated by it. */
  readonly at: number;
}
