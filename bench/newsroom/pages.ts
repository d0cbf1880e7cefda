import { createActions } from "#actions/actions";
import { createHubCallbacks } from "#actions/hub-callbacks";
import type { Clock } from "#lib/clock";
import { silentLog } from "#lib/log";
import { fail } from "#model/failure";
import { createApp } from "#publish/app";
import { type Listening, listen } from "#publish/http/listen";
import { Sessions } from "#publish/http/sessions";
import { DEFAULT_SETTINGS } from "#publish/http/settings";
import type { Store } from "#store/store";
import { tokenStore } from "../../src/cli/token-store.ts";

/** The pages over a store, for the press's hub to call back. */
export function openPages(store: Store, clock: Clock): Promise<Listening> {
  const refuse = async () => fail("never", "no-engine", "These pages add nothing.");
  const metrics = { meter: { turn() {}, read() {} }, pushed() {}, text: async () => "" };
  const app = createApp({
    reader: store.reader,
    operator: createActions({ engine: { add: refuse, addOpml: refuse }, store, clock }),
    callbacks: createHubCallbacks({ store, clock, metrics }),
    clock,
    log: silentLog,
    settings: DEFAULT_SETTINGS,
    authority: "localhost",
    sessions: new Sessions(clock, tokenStore(store)),
  });
  return listen(app, { host: "127.0.0.1", port: 0 });
}
