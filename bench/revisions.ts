import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import { printTable } from "./table.ts";

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly hours: number;
  readonly label: "edited" | "no-edit";
  readonly noise?: string;
  readonly what?: string;
}

export const help =
  "real pages captured twice, served in order: edits caught and false versions (--data DIR, --verbose)";

/**
 * Serves each pair of captures of DIR/revisions-dev from loopback, the older one first, lets the engine look at both and
 * counts versions: one more is right where the label says `edited`, and false where it says `no-edit`.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  if (data === undefined) throw new Error("The revisions benchmark needs --data DIR (with revisions-dev/ in it).");
  const folder = join(data, "revisions-dev");
  const lines = (await readFile(join(folder, "pairs.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
  const works = lines.map((line) => JSON.parse(line) as { readonly url: string; readonly pairs: readonly Pair[] });
  const press = await openPress(folder);
  const counts = new Map<string, { pairs: number; versions: number; unread: number }>();
  const store = await openStore(":memory:");
  const clock = new DrivenClock(Date.UTC(2026, 0, 1));
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate: [`*.localhost:${press.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "bench" });
  let number = 0;
  for (const { url, pairs } of works) {
    for (const pair of pairs) {
      const host = `http://pair${++number}.localhost:${press.port}`;
      const path = url.includes("/") ? url.slice(url.indexOf("/")) : "/article";
      const source = await store.writer.addSource(
        { name: host, homeUrl: `${host}/`, patterns: NO_PATTERNS },
        clock.now(),
      );
      const found = { url: host + path, title: null, publishedAt: null, updatedAt: null };
      const [id] = await store.writer.addArticles(source.id, [found], clock.now());
      if (id === undefined) throw new Error(`pair ${number} was not added`);
      const outcomes: string[] = [];
      for (const file of [pair.a, pair.b]) {
        press.serve(`pair${number}.localhost`, file);
        clock.advance(HOUR_MS);
        const looked = await engine.look(id);
        outcomes.push(looked.ok ? `${looked.value.outcome}: ${looked.value.reason}` : looked.failure.message);
      }
      const versions = (await store.reader.article(id))?.versionCount ?? 0;
      const kind = pair.label === "edited" ? "edited" : `no-edit, ${pair.noise}`;
      const count = counts.get(kind) ?? { pairs: 0, versions: 0, unread: 0 };
      counts.set(kind, count);
      count.pairs++;
      if (versions > 1) count.versions++;
      if (versions === 0) count.unread++;
      const wrong = pair.label === "edited" ? versions < 2 : versions !== 1;
      if (wrong && "verbose" in flags) console.log(`${kind}: ${url} ${pair.a}\n  ${outcomes.join("\n  ")}`);
    }
  }
  printTable(
    "revisions-dev: a second version is right for `edited` and false for `no-edit`",
    ["kind", "pairs", "second version", "no version at all"],
    [...counts].sort().map(([kind, { pairs, versions, unread }]) => [kind, pairs, versions, unread]),
  );
  await engine.close();
  await fetcher.close();
  await store.close();
  press.close();
}

/** Serves one file of the folder per host name, whatever the path; robots.txt allows all. */
async function openPress(folder: string) {
  const files = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const html = files.get((request.headers.host ?? "").split(":")[0] ?? "");
    if (request.url === "/robots.txt" || !html) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (host: string, file: string) => files.set(host, gunzipSync(readFileSync(join(folder, "html", file)))),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
