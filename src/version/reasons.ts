import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Away, HoldRule, KnownText, Memory } from "#model/memory";
import { COLLAPSE_SHARE, demand, GONE_LOOKS, type OpenedBy } from "./hold.ts";

const WHAT: Readonly<Record<HoldRule, string>> = {
  confirm: "the new text",
  headline: "the new head",
  collapse: "the text without most of its body",
  return: "the text that had stood there before",
};

/** Why a text that is read otherwise than the latest version's is that version's all the same. */
export const SAME_PAGE = "same text as the latest version: both pages say the same, and only their readings differed";

/** Why a look that met the latest version opened none. */
export function sameReason(away: Away | null, relearned: boolean): string {
  if (!away) return "same text as the latest version";
  if (relearned) return "same text as the latest version: what differed repeats on the pages of its site";
  const looks = times(away.textLooks);
  if (away.rule === "collapse") return `the whole text is back, after ${WHAT.collapse} was met ${looks}`;
  return `the text of the latest version is back; ${WHAT[away.rule]} was met ${looks} and did not stay`;
}

/** Why a text opened a version. */
export function openReason(away: Away, known: KnownText | undefined, by: OpenedBy): string {
  const met = `${away.textLooks} looks over ${lasted(away.textSeenAt - away.textSince)} met it`;
  switch (by) {
    case "replayed":
      return "the text differs from the latest version; it was replayed, so that one sighting has to do";
    case "shared":
      return "the text differs from the latest version; it goes on changing, but two looks met the same new lines";
    case "latest-gone":
      return `the text differs from the latest version, which ${GONE_LOOKS} looks or more did not meet again`;
    case "met-again":
      break;
  }
  if (away.rule === "collapse")
    return `less than ${COLLAPSE_SHARE * 100} % of the body is left, and that stayed: ${met}`;
  if (away.rule !== "return") return `${WHAT[away.rule]} stayed: ${met}`;
  if (!known) return `a head that had come and gone before stayed: ${met}`;
  return known.version === null
    ? `a text that alternated with the latest version stayed: ${met}`
    : `the text of version ${known.version} came back and stayed for ${away.textLooks} looks`;
}

/**
 * Why a text has to wait, and what it waits for.
 * @param firstReturn see `isFirstReturn`
 */
export function waitReason(memory: Memory, away: Away, known: KnownText | undefined, firstReturn: boolean): string {
  const { looks, ms } = demand(away.rule, known);
  const until = `it counts once ${looks} looks in a row over ${lasted(ms)} met it`;
  switch (away.rule) {
    case "confirm":
      return `a new text, met ${times(away.textLooks)}: ${until}`;
    case "headline":
      if (away.text.body !== memory.latest.text.body || away.text.corrections !== memory.latest.text.corrections)
        return `a new text under a head that came and went before, met ${times(away.textLooks)}: ${until}`;
      return `only ${headOf(memory, away)} differs, met ${times(away.textLooks)}: ${until}, because these are tested on readers`;
    case "collapse": {
      const left = Math.round((100 * away.text.size) / Math.max(1, memory.latest.text.size));
      return `${left} % of the body is left, met ${times(away.textLooks)}: ${until}, because walls and faults look like that`;
    }
    case "return":
      if (!known) return `a head that came and went before; ${until}`;
      if (known.version === null)
        return `alternates with the latest version: a text that came and went before; ${until}`;
      return firstReturn
        ? `the text of version ${known.version} came back; ${until}`
        : `flipped back to the text of version ${known.version}; ${until}`;
  }
}

/** What of the head differs from the latest version's. */
function headOf({ latest }: Memory, { text }: Away): string {
  if (text.standfirst === latest.text.standfirst) return "the headline";
  return text.headline === latest.text.headline ? "the standfirst" : "the head (headline and standfirst)";
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

function lasted(ms: number): string {
  if (ms >= 2 * HOUR_MS) return `${Math.round(ms / HOUR_MS)} hours`;
  if (ms >= 2 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} minutes`;
  return `${Math.round(ms / 1000)} seconds`;
}
