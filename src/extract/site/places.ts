import type { Page } from "#extract/page/page";
import { sha256 } from "#lib/hash";
import { pathOf, sampleOf } from "./path.ts";
import type { PathTrace, TraceBlock } from "./trace.ts";

/** Places of a page that are reported: a news page has some sixty. */
const MAX_PLACES = 200;
/** Runs of a page that are looked at: what comes after is an endless list. */
const MAX_RUNS = 3_000;
/** Characters of a run that are compared. */
const MAX_COMPARED = 2_000;

/**
 * Every place of a page with a hash of its content. Places outside the body are reported too: a ticker that slips
 * into the body of one short article stands outside those of all the others, where it is known by now to move.
 */
export function placesOf(page: Page, blocks: readonly TraceBlock[], keptAll: boolean): readonly PathTrace[] {
  const places = new Map<string, { texts: string[]; sample: string; flow: boolean; dropped: boolean }>();
  for (const block of blocks) {
    const { path, sample, flow, named } = block;
    // Where it is known to move it tells nothing about the place.
    const key = named === "moving" ? "" : block.key;
    const dropped = named === "volatile" && !keptAll;
    const place = places.get(path);
    if (!place) places.set(path, { texts: [key], sample, flow, dropped });
    else {
      place.texts.push(key);
      place.flow ||= flow;
    }
  }
  const inBody = new Set(places.keys());
  const paths = new Map<number, string>();
  for (const { box, text } of page.runs.slice(0, MAX_RUNS)) {
    const path = paths.get(box) ?? pathOf(page.boxes[box]!);
    paths.set(box, path);
    if (inBody.has(path)) continue;
    const place = places.get(path);
    if (place) place.texts.push(text.slice(0, MAX_COMPARED));
    else if (places.size < MAX_PLACES)
      places.set(path, { texts: [text.slice(0, MAX_COMPARED)], sample: sampleOf(text), flow: false, dropped: false });
  }
  return [...places].map(([path, { texts, ...place }]) => ({
    path,
    digest: sha256(texts.join("\n")).slice(0, 8),
    inBody: inBody.has(path),
    ...place,
  }));
}
