/** What the time of an article's next look was computed from. */
export interface LookPlan {
  /** Edits to be expected until then, per hour. */
  readonly editsPerHour: number;
  /** Price of one request, in hours of delay. */
  readonly price: number;
  /** How many times dearer the host's requests are because it has more to do than it should; 1 usually. */
  readonly crowding: number;
}
