import { HOUR_MS } from "#lib/clock";
import type { Schedule } from "#newsroom/generator/schedule";
import type { NoiseSpan } from "#newsroom/noise";
import { mix, random } from "#newsroom/random";
import type { Site } from "#newsroom/site";
import type { Conduct } from "./spans.ts";

const TAKEN_BACK_SHARE = 0.4;

/**
 * The schedule of an article of a misbehaving site: what is removed is edited no more, and an edit may be taken back after so many
 * hours that a watcher has seen it.
 */
export function misbehavingSchedule(
  schedule: Schedule,
  { kinds }: Conduct,
  own: number,
  publishedAt: number,
  befalls: readonly NoiseSpan[],
): Schedule {
  const taken = kinds.has("taken-back") && !schedule.live ? takenBack(schedule, own) : schedule;
  const removedAt = befalls.find(({ kind }) => kind === "sent-away")?.from ?? Number.POSITIVE_INFINITY;
  const editsAfter = taken.editsAfter.filter((after) => publishedAt + after < removedAt);
  return { ...taken, editsAfter, takenBack: !!taken.takenBack && editsAfter.length === taken.editsAfter.length };
}

function takenBack(schedule: Schedule, own: number): Schedule {
  const next = random(mix(own, 71));
  if (next() > TAKEN_BACK_SHARE) return schedule;
  const edits = schedule.editsAfter.length > 0 ? schedule.editsAfter : [hours(0.5 + next() * 8)];
  return { ...schedule, editsAfter: [...edits, edits.at(-1)! + hours(7 + next() * 20)], takenBack: true };
}

const hours = (count: number): number => Math.round(count * 3600) * (HOUR_MS / 3600);

/** How addresses and lists name an article. A house that spells them in several ways has signs in them that can be spelled so. */
export function namesOf(site: Site, number: number, conduct: Conduct | null): { slug: string; guid?: string } {
  const isSpelled = conduct?.kinds.has("respelled") ?? false;
  const slug = isSpelled ? `story-${number}${SIGNS}` : `story-${number}`;
  const hasOwnName =
    conduct?.kinds.has("renamed") || ((isSpelled || conduct?.kinds.has("twin")) && mix(conduct!.seed, 72) % 2 === 0);
  return hasOwnName ? { slug, guid: `${site.host}:${number}` } : { slug };
}

/** Letters beyond ASCII, and signs that may be written as codes. */
const SIGNS = `~${encodeURIComponent("шлюз")}-a`;
