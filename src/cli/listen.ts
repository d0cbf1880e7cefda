import type { Hono } from "hono";
import type { Listening, ListenOptions } from "#publish/http/listen";
import { Exit } from "./exit.ts";

/** Puts an app on an address, or ends the command with what to do about it. */
export async function listenOrExit(app: Hono, options: ListenOptions): Promise<Listening> {
  const { listen } = await import("#publish/http/listen");
  try {
    return await listen(app, options);
  } catch (error) {
    throw new Exit("failed", error instanceof Error ? error.message : String(error));
  }
}
