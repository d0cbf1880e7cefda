import type { Away, KnownText, Memory } from "#model/memory";
import type { Reason } from "#model/reason";
import { COLLAPSE_SHARE, demand, GONE_LOOKS, type OpenedBy } from "./hold.ts";

/** Why a look that met the latest version opened none. */
export function sameReason(away: Away | null, relearned: boolean): Reason {
  if (!away) return { code: "same-text" };
  if (relearned) return { code: "same-site-repeats" };
  const looks = away.textLooks;
  return away.rule === "collapse"
    ? { code: "same-whole-again", looks }
    : { code: "same-again", hold: away.rule, looks };
}

/** Why a text opened a version. */
export function openReason(away: Away, known: KnownText | undefined, by: OpenedBy): Reason {
  if (by === "replayed") return { code: "new-replayed" };
  if (by === "shared") return { code: "new-shared-lines" };
  if (by === "latest-gone") return { code: "new-latest-gone", looks: GONE_LOOKS };
  const { rule: hold } = away;
  const stayed = { looks: away.textLooks, overMs: away.textSeenAt - away.textSince };
  if (hold === "collapse") return { code: "new-shorter-stayed", belowPercent: COLLAPSE_SHARE * 100, ...stayed };
  if (hold !== "return") return { code: "new-stayed", hold, ...stayed };
  if (!known) return { code: "new-head-stayed", ...stayed };
  return known.version === null
    ? { code: "new-alternating-stayed", ...stayed }
    : { code: "restored-version", version: known.version, ...stayed };
}

/**
 * Why a text has to wait, and what it waits for.
 * @param firstReturn see `isFirstReturn`
 */
export function waitReason(memory: Memory, away: Away, known: KnownText | undefined, firstReturn: boolean): Reason {
  const { looks: needs, ms: overMs } = demand(away.rule, known);
  const held = { looks: away.textLooks, needs, overMs };
  switch (away.rule) {
    case "confirm":
      return { code: "held-text", ...held };
    case "headline":
      return away.text.body !== memory.latest.text.body || away.text.corrections !== memory.latest.text.corrections
        ? { code: "held-text-under-passing-head", ...held }
        : { code: "held-headline", differs: differing(memory, away), ...held };
    case "collapse": {
      const leftPercent = Math.round((100 * away.text.size) / Math.max(1, memory.latest.text.size));
      return { code: "held-shorter", leftPercent, ...held };
    }
    case "stranger":
      return { code: "held-stranger", ...held };
    case "return":
      if (!known) return { code: "alternating-head", ...held };
      if (known.version === null) return { code: "alternating-text", ...held };
      return { code: firstReturn ? "held-version" : "alternating-version", version: known.version, ...held };
  }
}

/** What of headline and standfirst is not the latest version's. */
function differing({ latest }: Memory, { text }: Away): "headline" | "standfirst" | "both" {
  if (text.standfirst === latest.text.standfirst) return "headline";
  return text.headline === latest.text.headline ? "standfirst" : "both";
}
