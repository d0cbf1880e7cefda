import { type Article, articleOf, textAt } from "./article.ts";
import { become, edit } from "./edits.ts";
import type { Site } from "./site.ts";
import type { Story, StoryText } from "./story.ts";
import { offsetMs, type When } from "./times.ts";

/** A wire story under a subject heading of the archive: the text of a moment, sometimes fetched again later. */
export interface Copy {
  /** Slug of the original. */
  readonly of: string;
  /** Subject heading, as in the address. */
  readonly section: string;
  readonly takenAt: When;
  /** When the archive takes the text again; between these it carries whatever the original has corrected since. */
  readonly refreshedAt: readonly When[];
}

export const CREDIT = "Originally published by Meridian Wire. Republished under the library agreement.";

export function copyOf(site: Site, number: number, copy: Copy, original: Article, startAt: number): Article {
  const taken = (when: When): StoryText => {
    const text = textAt(original, startAt + offsetMs(when));
    if (!text) throw new Error(`${copy.of} was not yet published at ${when}`);
    return { ...text, blocks: [...text.blocks, { kind: "paragraph", text: CREDIT }] };
  };
  const first = taken(copy.takenAt);
  const story: Story = {
    site: "archive",
    slug: copy.of,
    section: copy.section,
    publishedAt: copy.takenAt,
    byline: original.byline,
    headline: first.headline,
    standfirst: first.standfirst,
    body: first.blocks.map((b) => (b.kind === "heading" ? `## ${b.text}` : b.text)),
    edits: copy.refreshedAt.map((at) =>
      edit(at, "refreshed", "The copy takes over what the agency has changed since.", become(taken(at))),
    ),
  };
  return articleOf(site, number, story, startAt, copy.of);
}
