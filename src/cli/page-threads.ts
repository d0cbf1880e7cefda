import type { Config } from "#config/schema";
import { systemClock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { PublishSettings } from "#publish/http/settings";
import { createPageThreads, type PageThreads } from "#publish/threads/page-threads";

/** What each thread that makes pages is given. */
export interface PageThreadData {
  readonly config: Config;
  readonly settings: PublishSettings;
  readonly authority: string;
}

/** Starts the threads that make pages; null when there are none, so that pages are made where they are asked for. */
export function openPageThreads(data: PageThreadData, log: Log): PageThreads | null {
  const threads = data.config.pageThreads;
  if (threads === 0) return null;
  // In a checkout the threads run TypeScript, in the published package JavaScript: whatever this file is.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const file = new URL(`./page-thread${extension}`, import.meta.url);
  return createPageThreads({ file, threads, workerData: data, log, clock: systemClock });
}
