import type { Away, KnownText, Memory } from "#model/memory";
import type { VariantSighting } from "#model/variant";
import { inRing, RING_SIZE } from "./ring.ts";

/** Runs after which a text is said to alternate. */
const ALTERNATES_FROM = 2;

/** The texts of a memory that are no versions, as they stand now: the one on the page first, then by last sighting. */
export function variantsIn({ away, ring }: Memory): readonly VariantSighting[] {
  const before = away ? inRing(ring, away.text.whole) : undefined;
  const present = away && !(before && before.version !== null) ? [standing(away, before)] : [];
  const past = ring.filter((known) => known.version === null && known !== before).map(gone);
  return [...present, ...past].slice(0, RING_SIZE);
}

const standing = (away: Away, before: KnownText | undefined): VariantSighting => ({
  hash: away.text.whole,
  state: away.rule === "return" ? "alternating" : "held",
  rule: away.rule,
  firstSeenAt: before?.firstSeenAt ?? away.textSince,
  lastSeenAt: away.textSeenAt,
  looks: (before?.looks ?? 0) + away.textLooks,
  runs: (before?.runs ?? 0) + 1,
  decidesAt: away.decidesAt,
});

const gone = (known: KnownText): VariantSighting => ({
  hash: known.whole,
  state: known.runs >= ALTERNATES_FROM ? "alternating" : "passing",
  rule: known.rule ?? "confirm",
  firstSeenAt: known.firstSeenAt,
  lastSeenAt: known.lastSeenAt,
  looks: known.looks,
  runs: known.runs,
  decidesAt: null,
});
