/** What a text is compared by: hashes of its streams and lines, never the text itself. All hashes are lower-case hex. */
export interface TextMark {
  /** First 16 digits of the fingerprint of the whole text: equal marks are equal texts. */
  readonly whole: string;
  /** First 8 digits per stream. */
  readonly headline: string;
  readonly standfirst: string;
  readonly corrections: string;
  readonly body: string;
  /** 8 digits for each line of the text (headline, correction notes, standfirst, paragraphs), in this order, bounded. */
  readonly lines: string;
  /** Characters of the body in canonical form. */
  readonly size: number;
}

/**
 * Why a text that differs from the latest version is not taken for a version yet:
 * - `confirm`: met once; a second look has to meet it too.
 * - `headline`: only the headline or the standfirst differ; later looks have to meet them until a test on readers would be over.
 * - `collapse`: most of the body is missing; it has to stay for hours, because walls and faults look like that.
 * - `return`: it was there before and another text replaced it; it has to stay for hours, because pages alternate.
 */
export type HoldRule = "confirm" | "headline" | "collapse" | "return";

/** A text that was seen and is not the latest version: an earlier version, or one that never became a version. */
export interface KnownText {
  readonly whole: string;
  /** Number of the version that it is or was; null when it never was one. */
  readonly version: number | null;
  /** The rule that it last waited for; null for a version that never came back. */
  readonly rule: HoldRule | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Looks that met it while it was not the latest version. */
  readonly looks: number;
  /** Stretches of such looks with nothing else between them. */
  readonly runs: number;
  /** Its headline and standfirst, as digits of the mark, where they were what differed from the latest version. */
  readonly head?: string;
}

/** What stands on the page in place of the latest version. */
export interface Away {
  /** First look that met another text than the latest version, and how many have since then. */
  readonly since: number;
  readonly looks: number;
  /** Texts that followed each other since then, each time another. */
  readonly runs: number;
  /** The text of the last look, the first and the last look that met it, and how many did, with nothing else between. */
  readonly text: TextMark;
  readonly textSince: number;
  readonly textSeenAt: number;
  readonly textLooks: number;
  readonly rule: HoldRule;
  /** A look from then on that still meets the text may decide. */
  readonly decidesAt: number;
}

/**
 * What deciding remembers of an article from look to look: plain JSON, bounded, and all that it needs. Null stands for an
 * article without versions.
 */
export interface Memory {
  /** Which way the marks were made: marks of another formula compare with nothing. */
  readonly formula: number;
  readonly latest: { readonly number: number; readonly text: TextMark };
  /** Earlier versions and passing texts, last seen first, each kind at most `RING_SIZE`. */
  readonly ring: readonly KnownText[];
  /** Null while the page shows the latest version. */
  readonly away: Away | null;
}
