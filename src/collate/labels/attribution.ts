import type { Label } from "#model/change";
import type { Rules } from "../rules/find.ts";
import { termAt } from "../rules/lexicon.ts";
import type { Context, Reading, SideReading } from "./reading.ts";
import { added, became, removed } from "./reason.ts";
import { exchanges, type Term, wordsOf } from "./terms.ts";

/** Words of a source read beside the verb: "the mayor said", "according to two officials". */
const SOURCE_WORDS = 3;

/** Who says so, and how they are said to have said it: changed, gone or added within a sentence that stayed. */
export function attributionLabels(reading: Reading, { rules }: Context): Label[] {
  const labels: Label[] = [];
  for (const { spot, removed: gone, added: come } of exchanges(reading, (side) => attributionsIn(side, rules))) {
    if (spot.wholeSentences) continue;
    const tell = (reason: string) => labels.push({ kind: "attribution", reason, place: spot.place });
    for (let k = 0; k < Math.max(gone.length, come.length); k += 1) {
      const old = gone[k] && wordsOf(reading.old, gone[k]!);
      const neu = come[k] && wordsOf(reading.new, come[k]!);
      if (old && neu) tell(became(old, neu));
      else if (old) tell(removed(old));
      else if (neu) tell(added(neu));
    }
  }
  return labels;
}

/** Verbs of speech with the few words of their source, up to the next mark. */
function attributionsIn(side: SideReading, rules: Rules): Term[] {
  const found: Term[] = [];
  if (rules.speech.size === 0) return found;
  for (let at = 0; at < side.tokens.length; at += 1) {
    const length = termAt(rules.speech, side.words, at);
    if (length === 0) continue;
    const after = termAt(rules.sourceAfter, side.words, at) > 0;
    let first = at;
    let end = at + length;
    const least = Math.max(at - SOURCE_WORDS, 0);
    while (!after && first > least && side.tokens[first - 1]!.kind === "word") first -= 1;
    while (after && end < Math.min(at + length + SOURCE_WORDS, side.tokens.length) && side.tokens[end]!.kind !== "mark")
      end += 1;
    const before = found.at(-1);
    const start = Math.max(side.tokens[first]!.start, before?.end ?? 0);
    found.push({ key: side.words.slice(first, end).join(" "), start, end: side.tokens[end - 1]!.end });
    at = end - 1;
  }
  return found;
}
