/** A thread whose site waits for its reader to go, ends the thread, fails, or gives a body that breaks off. */
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { answerPages, createNotes } from "#publish/threads/answer-pages";

let stopped = 0;

const brokenOff = () =>
  new ReadableStream({
    start: (body) => body.enqueue(new TextEncoder().encode("<p>The beg")),
    pull: (body) => body.error(new Error("the rest cannot be read")),
  });

answerPages(parentPort!, {
  fetch: async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/articles/13") process.exit(1);
    if (pathname === "/articles/21") throw new Error("no page");
    if (pathname === "/articles/22") return new Response(brokenOff());
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
