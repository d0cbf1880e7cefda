import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { observe } from "#cli/commands/demo-score";
import { openServices, type Services } from "#cli/compose";
import { whileDriven } from "#cli/driven";
import { openWeb } from "#cli/web";
import { loadConfig } from "#config/load";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Assessment } from "#newsroom/assess";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";

/** A fixed Monday, so that pages and pictures change only when the program does. */
export const START_AT = Date.UTC(2026, 4, 4, 4, 30);

/** The day and the morning after it: what came late in the day has yet to be proved then. */
const WATCHED_MS = DAY_MS + 6 * HOUR_MS;

/** A day of the newsroom, watched from its home pages on and served. */
export interface Day {
  readonly services: Services;
  readonly newsroom: Newsroom;
  readonly clock: DrivenClock;
  readonly url: string;
  readonly score: Assessment;
  /** Path of the article whose address contains `slug`. */
  articlePath(slug: string): Promise<string>;
  close(): Promise<void>;
}

export async function watchDay(): Promise<Day> {
  const dataDir = mkdtempSync(join(tmpdir(), "variorum-day-"));
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 1 });
  const flags = { dataDir, port: 0, allowPrivate: [`*.localhost:${newsroom.port}`] };
  const loaded = loadConfig({ environment: { settings: {}, terminal: {} } as never, flags, cwd: dataDir });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  let url: string | null = null;
  const services = await openServices(loaded.value.config, { log: silentLog, clock, publicBase: () => url });
  const web = await openWeb(services, new AbortController().signal, false);
  url = web.url;
  for (const { homeUrl } of newsroom.sources) {
    const added = await whileDriven(clock, services.engine.add(homeUrl));
    assert.ok(added.ok, JSON.stringify(added));
  }
  await services.engine.driveTo(clock, START_AT + WATCHED_MS, { world: newsroom.hub });
  return {
    services,
    newsroom,
    clock,
    url: web.url,
    score: newsroom.assess(await observe(services.store.reader)),
    articlePath: async (slug) => {
      const known = newsroom.truth().articles.find(({ urls }) => urls.some((url) => url.includes(slug)));
      const article = known && (await services.store.reader.articleByUrl(known.urls.at(-1)!));
      assert.ok(article, `no article ${slug}`);
      return `/articles/${article.id}`;
    },
    close: async () => {
      await web.close();
      await services.close();
      await newsroom.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
