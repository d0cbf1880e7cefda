import type { Block, BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import type { Noise } from "./noise.ts";
import type { When } from "./times.ts";

export type SiteKey = "daily" | "wire" | "regional" | "archive" | "shiomi" | "marfa";

/** What a reader of the page should see; the same shape that a version has. */
export interface StoryText extends VersionText {
  readonly headline: string;
}

export type EditKind =
  | "headline"
  | "standfirst"
  | "number"
  | "quote"
  | "attribution"
  | "hedge-added"
  | "hedge-removed"
  | "name"
  | "typo"
  | "rewrite"
  | "paragraph-added"
  | "paragraph-removed"
  | "paragraph-moved"
  | "split"
  | "merged"
  | "restored"
  | "correction"
  | "refreshed"
  | "entry-added";

/** Turns a text into the next one. `history[0]` is the text as first published, the last item the present one. */
export type Op = (text: StoryText, history: readonly StoryText[]) => StoryText;

export interface Edit {
  readonly at: When;
  readonly kind: EditKind;
  /** One sentence: what the editor did. */
  readonly description: string;
  readonly ops: readonly Op[];
}

/**
 * One article and everything that will happen to it. A body line is a paragraph, or with a mark in front
 * "## " a heading, "> " a quotation, "- " a list item, "^ " a caption.
 * `{today}`, `{yesterday}` and `{tomorrow}` become weekdays of the simulated date.
 */
export interface Story {
  readonly site: SiteKey;
  readonly slug: string;
  readonly section: string;
  /** BCP 47; the site's language when absent. */
  readonly language?: string;
  readonly publishedAt: When;
  readonly byline: readonly string[];
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: readonly string[];
  readonly edits: readonly Edit[];
  readonly noise?: readonly Noise[];
}

const MARKS: Readonly<Record<string, BlockKind>> = { "##": "heading", ">": "quote", "-": "item", "^": "caption" };

export function block(line: string): Block {
  const space = line.indexOf(" ");
  const kind = MARKS[line.slice(0, space)];
  return kind ? { kind, text: line.slice(space + 1) } : { kind: "paragraph", text: line };
}
