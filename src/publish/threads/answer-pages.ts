import type { MessagePort } from "node:worker_threads";
import type { RecentAnswer, RecentAnswers } from "#publish/http/recent";
import type { AskedPage, FailedPage, MadePage, PageCall } from "./page-call.ts";

/** What the thread makes pages with. */
export interface PageMaking {
  /** The site as one function from requests to answers. */
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly notes: Notes;
  damage(): string | null;
  close(): Promise<void>;
}

/** Notes what would be remembered of each answer, for the thread that remembers it. */
export interface Notes extends RecentAnswers {
  of(request: Request): RecentAnswer | null;
}

export function createNotes(): Notes {
  const noted = new WeakMap<Request, RecentAnswer>();
  return {
    find: () => null,
    note: ({ request }, answer) => void noted.set(request, answer),
    of: (request) => noted.get(request) ?? null,
  };
}

/** The thread's side: answers calls until the one that ends it. */
export function answerPages(port: MessagePort, making: PageMaking): void {
  const underWay = new Map<number, AbortController>();
  const make = async (id: number, asked: AskedPage): Promise<void> => {
    const gone = new AbortController();
    underWay.set(id, gone);
    try {
      const made = await madePage(id, asked, gone.signal, making);
      // Small bodies may share the memory of others, and then cannot be handed over.
      const isAlone = made.body !== null && made.body.byteLength === made.body.buffer.byteLength;
      if (!gone.signal.aborted) port.postMessage(made, isAlone ? [made.body.buffer] : []);
    } catch (error) {
      // Whoever has gone waits for nothing, and breaking off is often what failed.
      if (!gone.signal.aborted) port.postMessage(failedPage(id, error, making));
    } finally {
      underWay.delete(id);
    }
  };
  port.on("message", (call: PageCall) => {
    if (call.kind === "make") void make(call.id, call.asked);
    else if (call.kind === "stop") underWay.get(call.id)?.abort();
    else void making.close().finally(() => port.close());
  });
}

const failedPage = (id: number, error: unknown, making: PageMaking): FailedPage => ({
  kind: "failed",
  id,
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  damage: making.damage(),
});

async function madePage(id: number, asked: AskedPage, signal: AbortSignal, making: PageMaking): Promise<MadePage> {
  const headers = new Headers(asked.headers.map(([...pair]) => pair));
  const request = new Request(asked.url, { method: asked.method, headers, signal });
  const response = await making.fetch(request, { incoming: { socket: { remoteAddress: asked.from } } });
  return {
    kind: "made",
    id,
    status: response.status,
    headers: [...response.headers],
    body: response.body === null ? null : new Uint8Array(await response.arrayBuffer()),
    recent: making.notes.of(request),
    damage: making.damage(),
  };
}
