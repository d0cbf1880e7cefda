import { HOUR_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { lookUntilDecided, page, type Rig } from "./rig.ts";

export const OLD = "/news/bridge-shut-for-two-weeks";
export const NEW = "/news/bridge-shut-for-three-weeks";
export const LEADS = ["two weeks from Monday", "three weeks from Monday", "a month, with one lane for the buses"].map(
  (time) => `The old iron bridge over the river stays shut for ${time}, the district said on Friday evening.`,
);

/** Two articles of one text, each with versions of its own, as a store has them whose feed named the new address first. */
export async function twoStrands(rig: Rig): Promise<Strands> {
  rig.pages.set(OLD, page({ lead: LEADS[0]! }));
  const elder = await rig.article(OLD);
  await lookUntilDecided(rig, elder);
  rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
  rig.pages.set(NEW, page({ lead: LEADS[1]!, canonical: rig.base + NEW }));
  const younger = await rig.article(NEW);
  await lookUntilDecided(rig, younger);
  rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
  return { elder, younger };
}

export const moved = (rig: Rig, from: string, to: string, status: number) =>
  rig.pages.set(from, { status, headers: { location: rig.base + to } });

export interface Strands {
  readonly elder: ArticleId;
  readonly younger: ArticleId;
}

/** The older address redirects to the newer one for good, and a look sees it. */
export async function joinBoth(rig: Rig, { elder }: Strands): Promise<void> {
  moved(rig, OLD, NEW, 301);
  const looked = await rig.engine.look(elder);
  if (!looked.ok || looked.value.outcome !== "moved") throw new Error(JSON.stringify(looked));
  rig.clock.advanceTo(rig.clock.now() + HOUR_MS);
}

/** Two articles that were joined. */
export async function joinedStrands(rig: Rig): Promise<Strands> {
  const both = await twoStrands(rig);
  await joinBoth(rig, both);
  return both;
}
