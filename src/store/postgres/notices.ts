import pg from "pg";
import { SECOND_MS, systemClock } from "#lib/clock";
import { createNotifier } from "#store/notifier";
import type { Address } from "./address.ts";
import { clientConfig } from "./pool.ts";

/** After a lost connection; whoever waits also looks by itself, so that nothing hangs on it. */
const RECONNECT_MS = 5 * SECOND_MS;

export interface Notices {
  /** See `Store.onDue`. The first listener opens the connection. */
  readonly onDue: (listener: () => void) => () => void;
  close(): Promise<void>;
}

/** A connection of its own that does nothing but wait for what others announce. */
export function openNotices(address: Address, channel: string): Notices {
  const notifier = createNotifier();
  const ending = new AbortController();
  let listening: Promise<void> | null = null;
  return {
    onDue: (listener) => {
      listening ??= listenUntil(ending.signal, address, channel, notifier.tell);
      return notifier.listen(listener);
    },
    close: async () => {
      ending.abort();
      await listening;
    },
  };
}

async function listenUntil(signal: AbortSignal, address: Address, channel: string, tell: () => void): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(signal, address, channel, tell);
    await systemClock.sleep(RECONNECT_MS, signal);
  }
}

/** Resolves when the connection is lost or the signal aborts. */
async function listenOnce(signal: AbortSignal, address: Address, channel: string, tell: () => void): Promise<void> {
  const client = new pg.Client(clientConfig(address));
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", tell);
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    // Something may have been announced before we listened.
    tell();
    await lost;
  } catch {
    // The server is away: the next try comes by and by, and its other connections say so meanwhile.
  }
  await client.end().catch(() => {});
}
