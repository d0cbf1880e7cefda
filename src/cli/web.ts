import { createActions } from "#actions/actions";
import { createHubCallbacks } from "#actions/hub-callbacks";
import { hostKey } from "#lib/url";
import type { Services } from "./compose.ts";
import { listenOrExit } from "./listen.ts";
import { openPageThreads } from "./page-threads.ts";
import { readSiteReport } from "./site-report.ts";
import { statusOf } from "./status.ts";
import { tokenStore } from "./token-store.ts";

export interface Web {
  /** Where readers find it. */
  readonly url: string;
  /** Signs the operator in, once. */
  readonly signInUrl: string;
  close(): Promise<void>;
}

/**
 * Serves the pages; from the moment that `stopping` aborts they report that they are not ready.
 * @param threaded pages are made in threads, which go by the real time
 */
export async function openWeb(services: Services, stopping: AbortSignal, threaded: boolean): Promise<Web> {
  const { createApp } = await import("#publish/app");
  const { Sessions } = await import("#publish/http/sessions");
  const { config, clock, log, store } = services;
  const sessions = new Sessions(clock, tokenStore(store));
  const { publicUrl, siteName, host, contact } = config;
  const settings = { publicUrl, siteName, host, contact };
  const authority = await store.writer.settleAuthority(earlierAuthority(publicUrl));
  const { reader } = store;
  const templates = { of: (url: string) => readSiteReport(reader, hostKey(url)) };
  const pageThreads = threaded ? openPageThreads({ config, settings, authority }, log) : null;
  const status = statusOf(services, stopping, () => pageThreads?.damage() ?? null);
  const app = createApp({
    reader,
    operator: createActions(services),
    callbacks: createHubCallbacks(services),
    clock,
    settings,
    authority,
    sessions,
    log,
    templates,
    status,
    isDamaged: () => (store.damage() ?? pageThreads?.damage() ?? null) !== null,
    ...(pageThreads && { pageMaker: pageThreads }),
  });
  const listening = await listenOrExit(app, { host, port: config.port, trustedProxies: config.trustedProxies }).catch(
    async (error: unknown) => {
      await pageThreads?.close();
      throw error;
    },
  );
  const close = async () => {
    await listening.close();
    await pageThreads?.close();
  };
  const url = publicUrl ?? listening.url;
  try {
    return { url, signInUrl: await sessions.newLink(url), close };
  } catch (error) {
    // A database that cannot be written: an open port would keep the process, which serves nothing, for ever.
    await close();
    throw error;
  }
}

/** What the ids of feed entries carried when they came from this setting. A database made since then has its own already. */
const earlierAuthority = (publicUrl: string | null): string =>
  (publicUrl && URL.parse(publicUrl)?.hostname) || "localhost";
