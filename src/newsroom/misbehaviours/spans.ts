import { DAY_MS, HOUR_MS } from "#lib/clock";
import { WORDS } from "#newsroom/generator/words";
import type { Meets, NoiseSpan } from "#newsroom/noise";
import type { Outage } from "#newsroom/outages";
import { mix, pick, random } from "#newsroom/random";
import type { Misbehaviour } from "./kinds.ts";

/** A site that misbehaves: what it does, and everything that is drawn for it. */
export interface Conduct {
  readonly kinds: ReadonlySet<Misbehaviour>;
  readonly seed: number;
  /** When the whole site goes to another host; null if it stays. */
  readonly movesAt: number | null;
  /** Of the whole site: a wall for hours, a leading away for days. */
  readonly spans: readonly NoiseSpan[];
}

/** @param overMs over which articles arrive */
export function conductOf(
  host: number,
  seed: number,
  kinds: ReadonlySet<Misbehaviour>,
  startAt: number,
  overMs: number,
): Conduct {
  const own = mix(seed, host, 0x636f);
  const next = random(own);
  const within = () => startAt + Math.floor(next() * Math.max(DAY_MS, overMs * 0.7));
  const span = (kind: "walled-off" | "led-away", leastH: number, mostH: number, meets: Meets): NoiseSpan => {
    const from = within();
    const lastsMs = (leastH + next() ** 2 * (mostH - leastH)) * HOUR_MS;
    return { kind, from, to: from + Math.floor(lastsMs), meets, seed: own };
  };
  const spans = [
    ...(kinds.has("walled-off") ? [span("walled-off", 1, 40, pick(WHOM, Math.floor(next() * 97)))] : []),
    ...(kinds.has("led-away") ? [span("led-away", 6, 60, "lots")] : []),
    ...(kinds.has("astray")
      ? [lasting("astray", pick([startAt - DAY_MS, within()], Math.floor(next() * 97)), own)]
      : []),
    ...(kinds.has("frozen") ? [lasting("frozen", startAt - DAY_MS, own)] : []),
    ...(kinds.has("twin") ? [lasting("twin", startAt - DAY_MS, own)] : []),
    ...(kinds.has("respelled") ? [lasting("respelled", startAt - DAY_MS, own)] : []),
  ];
  const movesAt = kinds.has("site-moved") ? within() : null;
  return {
    kinds,
    seed: own,
    movesAt,
    spans: movesAt === null ? spans : [...spans, lasting("site-moved", movesAt, own)],
  };
}

const WHOM: readonly Meets[] = ["all", "lots", "windows"];

const lasting = (
  kind: "frozen" | "astray" | "twin" | "respelled" | "site-moved",
  from: number,
  seed: number,
): NoiseSpan => ({
  kind,
  from,
  to: Number.POSITIVE_INFINITY,
  seed,
});

/** What befalls one article of a site: its own turn of what only some articles have, and what all of them have. */
export function spansOf(
  { kinds, seed, spans }: Conduct,
  number: number,
  publishedAt: number,
  outages: readonly Outage[],
): readonly NoiseSpan[] {
  const own = mix(seed, number);
  const next = random(own);
  const later = (leastH: number, mostH: number) =>
    publishedAt + Math.floor(HOUR_MS * leastH * (mostH / leastH) ** next());
  const made: NoiseSpan[] = [];
  const some = (kind: Misbehaviour, share: number) => kinds.has(kind) && next() < share;
  if (some("sent-away", 0.4)) made.push({ kind: "sent-away", from: later(2, 60), to: Infinity, seed });
  if (some("scrambled", 0.4)) made.push(during("scrambled", later(1, 40), 2 + next() * 40, seed));
  if (some("renamed", 0.5)) made.push(renamed(later(1, 40), seed, own));
  if (some("gone-and-back", 0.4)) {
    const status = pick([404, 410], own);
    made.push({ ...during("gone-and-back", later(1, 40), 4 + next() * 40, seed), status });
  }
  if (some("new-byline", 0.6)) {
    const byline = [`${pick(WORDS["first"]!, mix(own, 7))} ${pick(WORDS["last"]!, mix(own, 8))}`];
    made.push({ kind: "new-byline", from: later(1, 40), to: Infinity, seed, byline });
  }
  const struck = outages.map(({ from, to }): NoiseSpan => ({ kind: "outage", from, to, seed }));
  return [...made, ...spans, ...struck];
}

const during = (kind: "scrambled" | "gone-and-back", from: number, hours: number, seed: number): NoiseSpan => ({
  kind,
  from,
  to: from + Math.floor(hours * HOUR_MS),
  seed,
});

/** The site decides how its old addresses end, the article what its new one is and how long the old one goes on. */
function renamed(from: number, seed: number, own: number): NoiseSpan {
  const words = [1, 2].map((at) =>
    pick(WORDS["last"]!, mix(own, at))
      .toLowerCase()
      .replace(/[^a-z]/g, ""),
  );
  const lagMs = pick([0, 0.2, 1, 6], mix(own, 4)) * HOUR_MS;
  return { kind: "renamed", from, to: Infinity, seed, slug: words.join("-"), lagMs };
}
