import type { Memory } from "#model/memory";
import { decide } from "#version/decide";
import { markOf } from "#version/fingerprint";
import type { Opened, Rule } from "./rules.ts";

/** The rule itself: title and nothing else, so that every change is one of the headline alone. */
export const VARIORUM: Rule = {
  name: "Variorum",
  start: () => {
    const versions: Opened[] = [];
    const asVariant = (number: number, at: number) => {
      const version = versions[number - 1]!;
      versions[number - 1] = { ...version, variantAt: version.variantAt ?? at };
    };
    let memory: Memory | null = null;
    let latestSeenAt: number | undefined;
    return {
      see: (title, at) => {
        const text = markOf({ headline: title, standfirst: null, corrections: [], blocks: BODY });
        const latest = memory?.latest.number;
        const decided = decide(memory, { text, ...(latestSeenAt !== undefined && { latestSeenAt }) }, at);
        memory = decided.memory;
        if (decided.opens) versions.push({ title, firstSeenAt: decided.opens.firstSeenAt, variantAt: null });
        if (decided.opens || decided.saw === decided.memory.latest.number) latestSeenAt = at;
        // As the store does: the version that came back and the one that it flips with are marked.
        if (decided.decision === "alternating" && decided.saw !== null && latest !== undefined) {
          for (const number of [decided.saw, latest]) asVariant(number, at);
        }
        return decided.lookAgainAt ?? null;
      },
      opened: () => versions,
    };
  },
};

const BODY = [{ kind: "paragraph", text: "The body, which no one edits." }] as const;
