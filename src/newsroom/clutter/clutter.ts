import type { AmbientKind } from "#newsroom/noise";
import { hashText, mix, pick } from "#newsroom/random";
import type { Site } from "#newsroom/site";
import { movingLine } from "./moving-line.ts";
import { PLACES, type Place, putInto } from "./place.ts";
import { stampLine } from "./stamps.ts";
import { streamLook, teaserStream } from "./teaser-stream.ts";

/** Something that a house puts on its pages beside the text, drawn from its name: each house has another one. */
interface Clutter {
  readonly kind: AmbientKind;
  readonly place: (seed: number) => Place;
  /** The same for all of a house's articles at one time, but for what depends on the article's number. */
  readonly html: (seed: number, article: number, now: number) => string;
}

const CLUTTER: readonly Clutter[] = [
  {
    kind: "teaser-stream",
    place: (seed) => pick(PLACES, seed),
    html: (seed, _, now) => teaserStream(streamLook(seed), seed, now),
  },
  { kind: "stamps", place: (seed) => pick(PLACES, mix(seed, 2)), html: stampLine },
  { kind: "moving-line", place: (seed) => pick(PLACES, mix(seed, 5)), html: movingLine },
];

/** A page of a site with all that the site puts on it. */
export function withClutter(page: string, site: Site, article: number, now: number): string {
  const seed = hashText(site.host);
  return CLUTTER.filter(({ kind }) => site.ambient.includes(kind)).reduce(
    (made, { place, html }) => putInto(made, html(seed, article, now), place(seed)),
    page,
  );
}
