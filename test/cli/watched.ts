import { openArchive } from "#archive/archive";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";

const START_AT = Date.UTC(2026, 4, 4, 4, 30);

export interface Watching {
  /** File or address of the store. */
  readonly place: string;
  /** Folder of the archive; null keeps the pages in the database. */
  readonly archive: string | null;
  readonly hours: number;
  readonly maxFileBytes?: number;
}

/** Fills a store with some hours of three generated houses and a written one, the ledger's day closed at the end. */
export async function watchInto({ place, archive: folder, hours, maxFileBytes }: Watching): Promise<void> {
  const clock = new DrivenClock(START_AT);
  const scale = { hosts: 3, articles: 24, arriveOverMs: hours * HOUR_MS };
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 5, scale, slowMs: 1 });
  const store = await openStore(place);
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0 };
  const owner = "press:1:ab";
  const archive =
    folder === null
      ? null
      : await openArchive({
          ...{ folder, bucket: null, keep: "all", owner, isDead: () => false, software: "Variorum/test" },
          ...{ clock, log: silentLog, ...(maxFileBytes !== undefined && { maxFileBytes }) },
        });
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner, ...(archive && { archive }) });
  for (const { name, homeUrl, feedUrls, kind } of newsroom.sources) {
    if (kind !== "generated" && name !== newsroom.sources[0]!.name) continue;
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
    for (const url of feedUrls) await store.writer.addFeed(id, { url, kind: "rss", title: null }, HOUR_MS, START_AT);
  }
  await engine.driveTo(clock, START_AT + hours * HOUR_MS);
  await store.closeDay(clock.now());
  await engine.close();
  await fetcher.close();
  await archive?.close();
  await store.close();
  await newsroom.close();
}
