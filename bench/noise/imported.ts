import type { ArchivedCapture } from "#archive/history";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { DAY_MS, DrivenClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Fetcher } from "#model/fetcher";
import { openStore } from "#store/open";
import { reasonText } from "#words/reasons";
import type { Played, Stage } from "./stage.ts";

const CAPTURED_AT = Date.UTC(2025, 0, 1);
const ASKS_NO_ONE: Fetcher = {
  fetch: () => Promise.reject(new Error("An import asks no one.")),
  close: async () => {},
};

/** Takes the pages in as `import` does, a day apart, each at its own instant: no one can look at any of them a second time. */
export async function openImport(): Promise<Stage> {
  const store = await openStore(":memory:");
  const clock = new DrivenClock(CAPTURED_AT + 365 * DAY_MS);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({ store, fetcher: ASKS_NO_ONE, clock, log: silentLog, settings, owner: "bench" });
  let number = 0;
  return {
    play: async (path, pages): Promise<Played> => {
      // A host of its own: what is learned at a site must not carry over from one real page to another.
      const url = `https://page${++number}.example${path}`;
      const looks: string[] = [];
      for (const [at, page] of pages.entries()) {
        const replayed = await engine.replay(captureOf(url, page, CAPTURED_AT + at * DAY_MS));
        if (!replayed.ok) throw new Error(replayed.failure.message);
        const { value } = replayed;
        if (value.kind === "look") looks.push(`${value.report.decision}: ${reasonText(value.report.reason)}`);
        else looks.push(value.kind === "skipped" ? `skipped: ${reasonText(value.reason)}` : value.kind);
      }
      const article = await store.reader.articleByUrl(url);
      const heads = article ? await store.reader.versions(article.id) : [];
      const versions = await Promise.all(heads.map((head) => store.reader.version(article!.id, head.number)));
      return { versions: versions.filter((version) => version !== null), looks };
    },
    close: async () => {
      await engine.close();
      await store.close();
    },
  };
}

const captureOf = (url: string, page: string | Uint8Array, at: number): ArchivedCapture => ({
  ...{ url, at, answeredAt: at, hops: [], finalUrl: url, exchanges: [], from: "bench", isOwnLook: false },
  answer: {
    status: 200,
    // Bytes say themselves how they are encoded; a text was decoded before, whatever its page still claims.
    headers: { "content-type": typeof page === "string" ? "text/html; charset=utf-8" : "text/html" },
    body: Buffer.from(page),
  },
});
