import { hostKey } from "#lib/url";
import type { Listening } from "#publish/listen";
import type { House } from "./compose.ts";
import { Exit } from "./exit.ts";
import { createOperator } from "./operator.ts";
import { readSiteReport } from "./site-report.ts";

export interface Web {
  /** Where readers find it. */
  readonly url: string;
  /** Signs the operator in, once. */
  readonly signInUrl: string;
  close(): Promise<void>;
}

/** Puts the pages of a house on its address. */
export async function openWeb(house: House): Promise<Web> {
  const { createApp } = await import("#publish/app");
  const { listen } = await import("#publish/listen");
  const { Sessions } = await import("#publish/sessions");
  const { config, clock, log, store } = house;
  const sessions = new Sessions(clock);
  const { publicUrl, siteName, host, contact } = config;
  const settings = { publicUrl, siteName, host, contact };
  const { reader } = store;
  const templates = { of: (url: string) => readSiteReport(reader, hostKey(url)) };
  const app = createApp({ reader, operator: createOperator(house), clock, settings, sessions, log, templates });
  const listening = await listenOrExit(() => listen(app, { host, port: config.port }));
  return {
    url: publicUrl ?? listening.url,
    signInUrl: sessions.newLink(publicUrl ?? listening.url),
    close: () => listening.close(),
  };
}

async function listenOrExit(start: () => Promise<Listening>): Promise<Listening> {
  try {
    return await start();
  } catch (error) {
    throw new Exit("failed", error instanceof Error ? error.message : String(error));
  }
}
