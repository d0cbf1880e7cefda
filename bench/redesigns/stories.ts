import { existsSync } from "node:fs";
import { join } from "node:path";
import { extract } from "#extract/index";
import { BODY_SETS } from "../extract/pages.ts";

/** A gold text, to be shown in designs of our own. */
export interface Story {
  readonly id: string;
  readonly language: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly byline: string;
  readonly paragraphs: readonly string[];
}

const SETS = ["news-gold-dev", "extraction-dev"];
/** Notices are shorter; a longer text only costs time. */
const LEAST_PARAGRAPHS = 5;
const MOST_PARAGRAPHS = 24;
/** What is shorter is a heading, a name or a list. */
const LEAST_SIGNS = 60;

/** The texts of DIR/news-gold-dev and DIR/extraction-dev; headline and language are what we read on their pages. */
export function readStories(data: string): readonly Story[] {
  return SETS.filter((set) => existsSync(join(data, set))).flatMap((set) =>
    BODY_SETS[set]!(join(data, set)).flatMap(({ id, url, html, body, standfirst, byline }) => {
      const lines = [...new Set((body ?? "").split("\n").map((line) => line.trim()))];
      const paragraphs = lines.filter((line) => line.length >= LEAST_SIGNS).slice(0, MOST_PARAGRAPHS);
      if (paragraphs.length < LEAST_PARAGRAPHS) return [];
      const { headline, language } = extract(html(), { url });
      if (headline === null) return [];
      const summary = standfirst?.split("\n")[0]?.trim() || null;
      return {
        id,
        language: language?.slice(0, 2) ?? "en",
        headline,
        standfirst: summary !== null && !paragraphs.includes(summary) ? summary : null,
        byline: byline?.[0] ?? "Ada Lind",
        paragraphs,
      };
    }),
  );
}
