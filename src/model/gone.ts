/** The latest time when an article was gone, as far as looks saw it. */
export interface GoneStretch {
  /** First and last look that saw it gone, and how many did. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly looks: number;
  /** First look that saw a text again; null while none has. */
  readonly backAt: number | null;
  /** Whether the first text that was decided on after it was the latest version's; null while none was. */
  readonly isSame: boolean | null;
}
