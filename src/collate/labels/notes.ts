import type { Place } from "#collate/place";
import { isCorrection, notesIn } from "#language/notes";
import type { Label, LabelPlace } from "#model/change";
import { became, quoted } from "./reason.ts";

/** Longer texts are not searched for notes. */
const MAX_LENGTH = 200_000;

/** True for a paragraph that is a note from beginning to end. */
export const isNote = ({ field, oldText, newText }: Place): boolean =>
  field === "body" && (oldText === "" || isCorrection(oldText)) && (newText === "" || isCorrection(newText));

/** Notes of correction that came, went or changed in the text itself: a paragraph, a sentence, words in brackets, a word before a headline. */
export function noteLabels(places: readonly Place[]): Label[] {
  return places.flatMap((place): Label[] => {
    const { field, group, oldText, newText } = place;
    if (field === "correction" || group.kind === "equal" || oldText.length + newText.length > MAX_LENGTH) return [];
    const [old, next] = [notesIn(oldText), notesIn(newText)];
    const gone = old.filter((note) => !next.includes(note));
    const come = next.filter((note) => !old.includes(note));
    const at: LabelPlace = { field, old: group.old[0] ?? null, new: group.new[0] ?? null };
    const label = (reason: string, sides: Partial<LabelPlace> = {}): Label => ({
      kind: "correction-note",
      reason,
      place: { ...at, ...sides },
    });
    if (gone.length > 0 && come.length > 0) return [label(became(gone[0]!, come[0]!))];
    if (come.length > 0) return [label(`a note was added: ${quoted(come[0]!)}`)];
    // A note taken away discloses nothing.
    return gone.length > 0 ? [label(`a note was removed: ${quoted(gone[0]!)}`, { new: null })] : [];
  });
}
