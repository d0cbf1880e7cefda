import type { Away, HoldRule, KnownText, Memory, TextMark } from "#model/memory";

/** How many earlier versions, and how many texts beside them, are searched for a text that comes back. */
export const RING_SIZE = 8;

/** The entry of a text that is not the latest version's; undefined for one that was never met, or so long ago that it was forgotten. */
export const inRing = (ring: Memory["ring"], whole: string): KnownText | undefined =>
  ring.find((known) => known.whole === whole);

/**
 * True for a head (headline and standfirst) that stood on the page for a while and had gone before `since`, under whatever
 * body: it is tested, or was. A version's own head is none.
 */
export const isPassingHead = (ring: Memory["ring"], text: TextMark, latest: TextMark, since: number): boolean =>
  headOf(text) !== headOf(latest) &&
  ring.some(
    ({ version, head, lastSeenAt, runs }) =>
      version === null && head === headOf(text) && (runs > 1 || lastSeenAt < since),
  );

/** An edit of headline and body that a stale cache took back for a while is no test. */
const isOfHead = (rule: HoldRule): boolean => rule === "headline" || rule === "return";

const headOf = ({ headline, standfirst }: TextMark): string => headline + standfirst;

/** The ring after a run of looks at a text ended, because another text was seen. */
export function withRun(ring: Memory["ring"], run: Away, latest: TextMark): Memory["ring"] {
  const before = inRing(ring, run.text.whole);
  const head = headOf(run.text);
  return withText(ring, {
    whole: run.text.whole,
    version: before?.version ?? null,
    rule: run.rule,
    firstSeenAt: before?.firstSeenAt ?? run.textSince,
    lastSeenAt: run.textSeenAt,
    looks: (before?.looks ?? 0) + run.textLooks,
    runs: (before?.runs ?? 0) + 1,
    ...(isOfHead(run.rule) && head !== headOf(latest) && { head }),
  });
}

/** Puts a text in front, in place of its older entry, and forgets what was seen longest ago. */
export function withText(ring: Memory["ring"], text: KnownText): Memory["ring"] {
  const rest = ring.filter((known) => known.whole !== text.whole);
  const all = [text, ...rest];
  const kept = (versions: boolean) => all.filter((known) => (known.version !== null) === versions).slice(0, RING_SIZE);
  const stay = new Set([...kept(true), ...kept(false)]);
  return all.filter((known) => stay.has(known));
}
