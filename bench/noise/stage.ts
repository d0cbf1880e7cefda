import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import type { Version } from "#model/version";
import { openStore } from "#store/open";
import { reasonText } from "#words/reasons";

/** What a watcher made of one article whose page was swapped under it. */
export interface Played {
  /** Versions with their texts, the first one first; empty when nothing was read. */
  readonly versions: readonly Version[];
  /** A line for each look. */
  readonly looks: readonly string[];
}

/** A whole engine over loopback on a driven clock, with a store in memory. */
export interface Stage {
  /**
   * Serves the pages one after the other at one new address and follows the engine's own next looks at each of them until
   * it has decided. `pages`: bytes or text of HTML; the later ones stand from one hour after the last decision.
   */
  play(path: string, pages: readonly (string | Uint8Array)[]): Promise<Played>;
  close(): Promise<void>;
}

/** Decisions after which the engine wants to see the same page again before it says more. */
const WAITING = new Set(["held", "alternating"]);
/** The longest rule asks for three looks over six hours; more looks than this and it does not decide at all. */
const MOST_LOOKS = 24;

export async function openStage(): Promise<Stage> {
  const press = await openPress();
  const store = await openStore(":memory:");
  const clock = new DrivenClock(Date.UTC(2026, 0, 1));
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate: [`*.localhost:${press.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "bench" });
  let number = 0;

  /** Looks, and looks again whenever the engine asks to, until it has made up its mind about the page that is there. */
  const follow = async (id: Parameters<typeof engine.look>[0]): Promise<readonly string[]> => {
    const lines: string[] = [];
    const from = clock.now();
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const looked = await engine.look(id);
      const minutes = Math.round((clock.now() - from) / 60_000);
      if (!looked.ok) return [...lines, `${minutes} min: ${looked.failure.message}`];
      const { outcome, decision, reason, nextLookAt } = looked.value;
      lines.push(`${minutes} min: ${outcome}, ${decision}: ${reasonText(reason)}`);
      if (!WAITING.has(decision) || nextLookAt === null) break;
      clock.advanceTo(nextLookAt);
    }
    return lines;
  };

  return {
    play: async (path, pages) => {
      // A host of its own: what is learned at a site must not carry over from one real page to another.
      const host = `page${++number}.localhost`;
      const base = `http://${host}:${press.port}`;
      const site = { name: host, homeUrl: `${base}/`, patterns: NO_PATTERNS };
      const source = await store.writer.addSource(site, clock.now());
      const found = { url: base + path, title: null, publishedAt: null, updatedAt: null };
      const [id] = await store.writer.addArticles(source.id, [found], clock.now());
      if (id === undefined) throw new Error(`${found.url} was not added`);
      const looks: string[] = [];
      for (const html of pages) {
        press.serve(host, html);
        clock.advance(HOUR_MS);
        looks.push(...(await follow(id)));
      }
      press.serve(host, null);
      const heads = await store.reader.versions(id);
      const versions = await Promise.all(heads.map(({ number }) => store.reader.version(id, number)));
      return { versions: versions.filter((version) => version !== null), looks };
    },
    close: async () => {
      await engine.close();
      await fetcher.close();
      await store.close();
      press.close();
    },
  };
}

/** One page per host name, whatever the path; robots.txt allows all. */
async function openPress() {
  const pages = new Map<string, string | Uint8Array>();
  const server = createServer((request, response) => {
    const html = pages.get((request.headers.host ?? "").split(":")[0] ?? "");
    if (request.url === "/robots.txt" || html === undefined) return response.writeHead(404).end();
    // Bytes say themselves how they are encoded; a text was decoded before, whatever its page still claims.
    const type = typeof html === "string" ? "text/html; charset=utf-8" : "text/html";
    return response.writeHead(200, { "content-type": type }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (host: string, html: string | Uint8Array | null) =>
      html === null ? pages.delete(host) : pages.set(host, html),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
