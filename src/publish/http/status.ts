import { Hono } from "hono";
import { SECURITY_HEADERS } from "./guard.ts";

/** How the process is doing, for the machines that watch over it. */
export interface Status {
  /** Null if the store answers and the process is not stopping; else why it is not ready. */
  notReady(): Promise<NotReady | null>;
  /** In the text format of Prometheus. */
  metrics(): Promise<string>;
}

export type NotReady = "stopping" | "no-answer" | "damaged";

const SAID: Readonly<Record<NotReady, string>> = {
  stopping: "it is stopping",
  "no-answer": "the database does not answer",
  damaged: "the database is damaged; see `variorum doctor`",
};

/** Where the status is served. */
export const STATUS_PATHS = { ready: "/ready", metrics: "/metrics" } as const;

/** Of the text exposition format. */
const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Puts `/ready` and `/metrics` on an app; both are asked for every few seconds and never kept. */
export function mountStatus(app: Hono, status: Status): void {
  app.get(STATUS_PATHS.ready, async (c) => {
    c.header("cache-control", "no-store");
    const why = await status.notReady();
    return why === null ? c.text("ready\n") : c.text(`not ready: ${SAID[why]}\n`, 503);
  });
  app.get(STATUS_PATHS.metrics, async () => {
    const headers = { "content-type": METRICS_TYPE, "cache-control": "no-store" };
    return new Response(await status.metrics(), { headers });
  });
}

/** All that a worker without pages serves. */
export function createStatusApp(status: Status): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  mountStatus(app, status);
  app.notFound((c) => c.text("A worker serves /ready and /metrics, and no pages.\n", 404));
  return app;
}
