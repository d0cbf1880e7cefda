import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { type ArchiveSettings, openArchive } from "#archive/archive";
import { type Clock, DrivenClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Archive, RawExchange } from "#model/archive";

export const NOON = Date.UTC(2026, 2, 1, 12);

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Goes when the tests of the file are over, and after what is open in it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "variorum-archive-"));
  folders.push(folder);
  return folder;
}

export async function archiveIn(
  t: TestContext,
  folder: string,
  settings: Partial<ArchiveSettings> & { readonly clock?: Clock } = {},
): Promise<Archive> {
  const archive = await openArchive({
    folder,
    bucket: null,
    keep: "all",
    owner: "press:12:ab34",
    isDead: () => true,
    software: "Variorum/test",
    clock: new DrivenClock(NOON),
    log: silentLog,
    ...settings,
  });
  t.after(() => archive.close());
  return archive;
}

export function exchange(options: Partial<RawExchange> & { readonly headers?: readonly string[] } = {}): RawExchange {
  const { headers = ["Content-Type: text/html"], ...rest } = options;
  return {
    url: "https://daily.example/a",
    sentAt: NOON,
    request: "GET /a HTTP/1.1\r\nhost: daily.example\r\n",
    response: `HTTP/1.1 200 OK\r\n${headers.map((line) => `${line}\r\n`).join("")}`,
    body: Buffer.from("<p>the news</p>"),
    truncated: false,
    ...rest,
  };
}

export const CITED = { cited: true } as const;
export const UNCITED = { cited: false } as const;
