/** What a run is as a part of a row of titles that link to other articles, each with its summary. */
export const NO_TEASER = 0;
export const OF_OTHERS = 1;
export const OF_TEXT = 2;
