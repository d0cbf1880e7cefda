import { comparable } from "#language/comparable";
import type { ApparatusSentence, Reading } from "./sentence.ts";

/**
 * A headline is one sentence however it is worded; all but the last wording are readings. `present` says of each state whether
 * it has one; the sentence is null when none has.
 */
export function singleField(states: readonly { readonly number: number; readonly text: string | null }[]): {
  readonly sentence: ApparatusSentence | null;
  readonly present: readonly boolean[];
} {
  const runs: Reading[] = [];
  let open = false;
  for (const { number, text } of states) {
    const last = runs.at(-1);
    if (text !== null && last && open && comparable(last.text) === comparable(text))
      runs[runs.length - 1] = { ...last, text, until: number };
    else if (text !== null) runs.push({ text, since: number, until: number });
    open = text !== null;
  }
  const present = states.map(({ text }) => text !== null);
  const last = runs.at(-1);
  if (!last) return { sentence: null, present };
  const same = runs.filter((run) => comparable(run.text) === comparable(last.text));
  const before = same.at(-2);
  const sentence: ApparatusSentence = {
    text: last.text,
    since: same[0]!.since,
    until: open ? null : last.until,
    restoredIn: before ? last.since : null,
    restoredFrom: before ? before.until : null,
    readings: runs.filter((run) => !same.includes(run)),
  };
  return { sentence, present };
}
