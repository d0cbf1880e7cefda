import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Away, HoldRule, KnownText, Memory } from "#model/memory";
import { COLLAPSE_SHARE, demand, GONE_LOOKS, type OpenedBy } from "./hold.ts";

const WHAT: Readonly<Record<HoldRule, string>> = {
  confirm: "a new text",
  headline: "a new headline or standfirst",
  collapse: "a text without most of its body",
  return: "a text from before",
};

/** Why a text that is read otherwise than the latest version's is that version's all the same. */
export const SAME_PAGE = "same text as the latest version: both pages say the same, and only their readings differed";

/** Why a look that met the latest version opened none. */
export function sameReason(away: Away | null, relearned: boolean): string {
  if (!away) return "same text as the latest version";
  if (relearned) return "same text as the latest version: what differed repeats on the pages of its site";
  const seen = `seen ${times(away.textLooks)}`;
  if (away.rule === "collapse") return `the whole text is back, after ${WHAT.collapse} was ${seen}`;
  return `the text of the latest version is back: ${WHAT[away.rule]}, ${seen}, did not stay`;
}

/** Why a text opened a version. */
export function openReason(away: Away, known: KnownText | undefined, by: OpenedBy): string {
  const seen = `seen at ${away.textLooks} looks over ${lasted(away.textSeenAt - away.textSince)}`;
  switch (by) {
    case "replayed":
      return "the text differs from the latest version; it was replayed, so that one sighting has to do";
    case "shared":
      return "the text differs from the latest version; it goes on changing, but two looks saw the same new lines";
    case "latest-gone":
      return `the text differs from the latest version, which ${GONE_LOOKS} looks or more did not see again`;
    case "met-again":
      break;
  }
  if (away.rule === "collapse")
    return `less than ${COLLAPSE_SHARE * 100} % of the body is left, and that stayed: ${seen}`;
  if (away.rule !== "return") return `${WHAT[away.rule]} that stayed: ${seen}`;
  if (!known) return `a headline or standfirst that had come and gone before stayed: ${seen}`;
  return known.version === null
    ? `a text that alternated with the latest version stayed: ${seen}`
    : `the text of version ${known.version} came back and stayed: ${seen}`;
}

/**
 * Why a text has to wait, and what it waits for.
 * @param firstReturn see `isFirstReturn`
 */
export function waitReason(memory: Memory, away: Away, known: KnownText | undefined, firstReturn: boolean): string {
  const { looks, ms } = demand(away.rule, known);
  const until = `it counts after ${looks} looks in a row over ${lasted(ms)}`;
  const seen = `seen ${times(away.textLooks)}`;
  switch (away.rule) {
    case "confirm":
      return `a new text, ${seen}: ${until}`;
    case "headline":
      if (away.text.body !== memory.latest.text.body || away.text.corrections !== memory.latest.text.corrections)
        return `a new text under a headline or standfirst that came and went before, ${seen}: ${until}`;
      return `only ${differing(memory, away)}, ${seen}: ${until}, because these are tested on readers`;
    case "collapse": {
      const left = Math.round((100 * away.text.size) / Math.max(1, memory.latest.text.size));
      return `${left} % of the body is left, ${seen}: ${until}, because walls and faults look like that`;
    }
    case "return":
      if (!known) return `a headline or standfirst that came and went before, ${seen}: ${until}`;
      if (known.version === null)
        return `a text that came and went before and alternates with the latest version, ${seen}: ${until}`;
      return firstReturn
        ? `the text of version ${known.version} came back, ${seen}: ${until}`
        : `the text of version ${known.version} came back and may go again, ${seen}: ${until}`;
  }
}

/** What of headline and standfirst is not the latest version's. */
function differing({ latest }: Memory, { text }: Away): string {
  if (text.standfirst === latest.text.standfirst) return "the headline differs";
  return text.headline === latest.text.headline ? "the standfirst differs" : "headline and standfirst differ";
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

function lasted(ms: number): string {
  if (ms >= 2 * HOUR_MS) return `${Math.round(ms / HOUR_MS)} hours`;
  if (ms >= 2 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} minutes`;
  return `${Math.round(ms / 1000)} seconds`;
}
