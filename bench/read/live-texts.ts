import type { Block } from "#model/document";
import type { VersionText } from "#model/version";
import { generateStory } from "#newsroom/generator/generate";
import { mix } from "#newsroom/random";
import { block } from "#newsroom/story";

/** An older entry is edited in one version of so many; the others only add one. */
const EDIT_EVERY = 9;
const PARAGRAPHS_PER_ENTRY = 2;

/**
 * Every version of a page that is live for a day: an entry more at its top each time, now and then a word in an older one. The
 * last of 240 versions has some 700 paragraphs, as long pages of that kind have.
 */
export function liveTexts(seed: number, versions: number): readonly VersionText[] {
  const lead = storyOf(mix(seed, 0));
  const entries: Block[][] = [];
  return Array.from({ length: versions }, (_, at) => {
    const story = storyOf(mix(seed, at + 1));
    entries.unshift([
      { kind: "heading", text: `${clock(at, versions)} ${story.headline}` },
      ...story.body.slice(0, PARAGRAPHS_PER_ENTRY).map(block),
    ]);
    const older = entries[at % EDIT_EVERY];
    if (at % EDIT_EVERY === EDIT_EVERY - 1 && older)
      older[1] = { ...older[1]!, text: `${older[1]!.text} This entry was updated at ${clock(at, versions)}.` };
    return { headline: lead.headline, standfirst: lead.standfirst, corrections: [], blocks: entries.flat() };
  });
}

/** The time of day that stands over an entry. */
function clock(at: number, of: number): string {
  const minutes = 6 * 60 + Math.floor((at * 16 * 60) / of);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const storyOf = (seed: number) => generateStory("daily", seed, 0, { editsAfter: [], noise: [], live: false });
