/** A wording in an unbroken run of versions, by number, both included. */
export interface Reading {
  readonly text: string;
  readonly since: number;
  readonly until: number;
}

/** A sentence of the latest version, or one that it no longer has. */
export interface ApparatusSentence {
  readonly text: string;
  /** Version that first had these words. */
  readonly since: number;
  /** Last version that had them; null when the latest still does. */
  readonly until: number | null;
  /**
   * Version in which these words came back after having been away, and the last one before that had them. Where a text has
   * a sentence twice, each of the two has a life of its own.
   */
  readonly restoredIn: number | null;
  readonly restoredFrom: number | null;
  /** Other wordings of the sentence, oldest first. */
  readonly readings: readonly Reading[];
}
