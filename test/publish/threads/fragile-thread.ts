/** A thread whose site waits for its reader to go, or ends the thread. */
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { answerPages, createNotes } from "#publish/threads/answer-pages";

let stopped = 0;

answerPages(parentPort!, {
  fetch: async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/articles/13") process.exit(1);
    if (pathname === "/articles/7") {
      if (!request.signal.aborted) await once(request.signal, "abort");
      stopped++;
    }
    return new Response(`${pathname} ${stopped} ${request.headers.get("cookie") ?? "no cookie"}`);
  },
  notes: createNotes(),
  damage: () => (stopped > 0 ? "a damaged page" : null),
  close: async () => {},
});
