import type { ArchivedCapture } from "#archive/history";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { DAY_MS, DrivenClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Fetcher } from "#model/fetcher";
import type { Version } from "#model/version";
import { openStore } from "#store/open";

/** Takes captures in as `import` does: at their own instants, and no one can look again. */
export interface Importer {
  /** The versions that an article of its own, on a host of its own, gets from these pages, a year apart. */
  take(pages: readonly string[]): Promise<readonly Version[]>;
  close(): Promise<void>;
}

const START_AT = Date.UTC(2014, 4, 3, 6, 0);
const NO_NETWORK: Fetcher = {
  fetch: () => Promise.reject(new Error("An import asks for nothing.")),
  close: async () => {},
};

export async function openImporter(): Promise<Importer> {
  const store = await openStore(":memory:");
  const clock = new DrivenClock(START_AT + 3650 * DAY_MS);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({ store, fetcher: NO_NETWORK, clock, log: silentLog, settings, owner: "bench" });
  let number = 0;
  return {
    take: async (pages) => {
      const url = `https://paper${++number}.example/2014/05/03/the-story-of-the-day`;
      for (const [i, page] of pages.entries()) {
        const replayed = await engine.replay(captureOf(url, page, START_AT + i * 365 * DAY_MS));
        if (!replayed.ok) throw new Error(replayed.failure.message);
      }
      const article = await store.reader.articleByUrl(url);
      if (!article) return [];
      const heads = await store.reader.versions(article.id);
      const versions = await Promise.all(heads.map((head) => store.reader.version(article.id, head.number)));
      return versions.filter((version) => version !== null);
    },
    close: async () => {
      await engine.close();
      await store.close();
    },
  };
}

const captureOf = (url: string, page: string, at: number): ArchivedCapture => ({
  url,
  at,
  answeredAt: at,
  hops: [],
  finalUrl: url,
  answer: { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(page) },
  exchanges: [],
  from: "drawn",
  isOwnLook: false,
});
