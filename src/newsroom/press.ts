import { MINUTE_MS } from "#lib/clock";
import { generateStory } from "#newsroom/generator/generate";
import { generatedHouse, type Scale } from "#newsroom/generator/generated-house";
import { TOPICS } from "#newsroom/generator/topics";
import { COPIES, STORIES } from "#newsroom/stories/stories";
import { type Article, articleOf } from "./article.ts";
import { copyOf } from "./copies.ts";
import { type House, house } from "./house.ts";
import { generatedLabel } from "./misbehaviours/other-hosts.ts";
import { hashText, mix } from "./random.ts";
import type { Site } from "./site.ts";
import { SITES } from "./sites.ts";
import type { SiteKey, Story } from "./story.ts";

/** All houses of the newsroom, those of the benchmark made on demand. */
export interface Press {
  readonly houseOf: (label: string) => House | null;
  readonly houses: () => Iterable<House>;
}

/** Short items that no one ever edits stand between the written stories: every version of them is a false one. */
const QUIET_ITEMS: Readonly<Partial<Record<SiteKey, number>>> = { daily: 5, wire: 4, regional: 5 };

export function openPress(startAt: number, seed: number, scale: Scale): Press {
  const originals = new Map<string, Article>();
  const written = new Map(SITES.map((site) => [site.host, writtenHouse(site, startAt, seed, originals)] as const));
  const generated = new Map<number, House>();
  const hostOf = (number: number): House => {
    const known = generated.get(number) ?? generatedHouse(number, scale, seed, startAt);
    generated.set(number, known);
    return known;
  };
  return {
    houseOf: (label) => {
      const made = generatedLabel(label);
      if (made === null) return written.get(label) ?? null;
      const isOne = made.number >= 1 && made.number <= scale.hosts && (made.prefix === null || scale.misbehaves);
      return isOne ? hostOf(made.number) : null;
    },
    *houses() {
      yield* written.values();
      for (let number = 1; number <= scale.hosts; number++) yield hostOf(number);
    },
  };
}

/** `originals` collects the wire's articles for the archive, which comes after the wire in `SITES`. */
function writtenHouse(site: Site, startAt: number, seed: number, originals: Map<string, Article>): House {
  const stories = [...STORIES.filter((story) => story.site === site.key), ...quietItems(site.key as SiteKey, seed)];
  const articles = stories.map((story, i) => articleOf(site, FIRST_NUMBER + i * 7, story, startAt, null));
  if (site.key === "wire") for (const article of articles) originals.set(article.slug, article);
  if (site.key !== "archive") return house(site, articles);
  return house(
    site,
    COPIES.map((copy, i) => {
      const original = originals.get(copy.of);
      if (!original) throw new Error(`no wire story ${copy.of}`);
      return copyOf(site, FIRST_NUMBER + i, copy, original, startAt);
    }),
  );
}

/** Addresses of a paper that has been at it for a while. */
const FIRST_NUMBER = 4127;

/** The last digits of a seed choose the topic, so a site's items are about different things. */
function quietItems(site: SiteKey, seed: number): readonly Story[] {
  return Array.from({ length: QUIET_ITEMS[site] ?? 0 }, (_, i) => {
    const drawn = mix(seed, hashText(site), i);
    const own = drawn - (drawn % TOPICS.length) + ((site.length + i) % TOPICS.length);
    const publishedAfter = -(drawn % QUIET_MINUTES) * MINUTE_MS;
    return generateStory(site, own, publishedAfter, { editsAfter: [], noise: [], live: false });
  });
}

/** They were published during the fifteen hours before the day begins. */
const QUIET_MINUTES = 900;
