import { canonical } from "#lib/canonical";
import { DAY_MS } from "#lib/clock";
import { hash128 } from "#lib/hash";
import { block, type Edit, type Story, type StoryText } from "./story.ts";
import { offsetMs } from "./times.ts";

/** The text from `at` until the next state; `edit` is what led to it, null for the first. */
export interface State {
  readonly at: number;
  readonly text: StoryText;
  readonly edit: Edit | null;
}

/** All texts that a story will ever have, in order of time; the first begins with publication. */
export function timeline(story: Story, startAt: number, language: string): readonly State[] {
  const first: StoryText = {
    headline: story.headline,
    standfirst: story.standfirst,
    corrections: [],
    blocks: story.body.map(block),
  };
  const history = [first];
  const states: State[] = [{ at: startAt + offsetMs(story.publishedAt), text: first, edit: null }];
  for (const edit of story.edits) {
    const next = edit.ops.reduce((text, op) => op(text, history), history.at(-1)!);
    history.push(next);
    states.push({ at: startAt + offsetMs(edit.at), text: next, edit });
  }
  const dated = (text: StoryText) => withWeekdays(text, startAt, story.language ?? language);
  return states.map((state) => ({ ...state, text: dated(state.text) }));
}

/** Index of the state at `now`; -1 before publication. */
export function stateIndex(states: readonly { readonly at: number }[], now: number): number {
  return states.findLastIndex((state) => state.at <= now);
}

/** Equal for texts that differ only cosmetically. */
export function textHash(text: StoryText): string {
  const parts = [text.headline, text.standfirst ?? "", ...text.corrections, "", ...text.blocks.map((b) => b.text)];
  return hash128(parts.map(canonical).join("\n"));
}

function withWeekdays(text: StoryText, startAt: number, language: string): StoryText {
  const dated = (line: string) =>
    line.includes("{") ? line.replace(/\{(yesterday|today|tomorrow)\}/g, (_, day) => weekday(day)) : line;
  const weekday = (day: string) => {
    const at = startAt + (day === "today" ? 0 : day === "tomorrow" ? DAY_MS : -DAY_MS);
    return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(at);
  };
  return {
    headline: dated(text.headline),
    standfirst: text.standfirst && dated(text.standfirst),
    corrections: text.corrections.map(dated),
    blocks: text.blocks.map((b) => (b.text.includes("{") ? { ...b, text: dated(b.text) } : b)),
  };
}
