import { isReason, type Reason } from "#model/reason";
import { storable } from "#store/storable";
import { olderReason } from "./old-sentences.ts";

/**
 * A reason as its column holds it: a line of JSON. A sentence of an older program is written as it was, so that a row that is
 * written again says what it said.
 */
export function reasonColumn(reason: Reason): string {
  if (reason.said !== undefined) return reason.said;
  if (reason.code === "sentence" && !reason.text.startsWith("{")) return reason.text;
  return JSON.stringify(reason, (_, fact: unknown) => (typeof fact === "string" ? storable(fact) : fact));
}

/** The same of a column that is empty while there is no reason. */
export const reasonColumnOrEmpty = (reason: Reason | null): string => (reason === null ? "" : reasonColumn(reason));

export const toReason = (text: string): Reason => coded(text) ?? olderReason(text) ?? { code: "sentence", text };

/** Null for an empty column, as for none. */
export const toReasonOrNull = (text: string | null): Reason | null =>
  text === null || text === "" ? null : toReason(text);

/** An older sentence may begin with a brace, too: only what is a reason in all its parts is taken for one. */
function coded(text: string): Reason | null {
  if (!text.startsWith('{"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isReason(value) ? value : null;
  } catch {
    return null;
  }
}
