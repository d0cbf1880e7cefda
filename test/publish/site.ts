import type { TestContext } from "node:test";
import type { Hono } from "hono";
import { createActions } from "#actions/actions";
import { createHubCallbacks } from "#actions/hub-callbacks";
import type { AddReport } from "#engine/engine";
import { DrivenClock } from "#lib/clock";
import { fail, ok, type Result } from "#model/failure";
import { createApp } from "#publish/app";
import type { Operator } from "#publish/http/operator";
import { Sessions } from "#publish/http/sessions";
import { DEFAULT_SETTINGS, type PublishSettings } from "#publish/http/settings";
import type { PushOutcome } from "#publish/websub/callbacks";
import type { Store } from "#store/store";
import { tokenStore } from "../../src/cli/token-store.ts";
import { NOW, type Seeded, seed } from "./seed.ts";

export const ORIGIN = "http://localhost";

const NO_METRICS = { meter: { turn() {}, read() {} }, text: async () => "" };

export interface TestSite extends Seeded {
  readonly app: Hono;
  readonly clock: DrivenClock;
  readonly sessions: Sessions;
  /** What the operator was asked to do, in order. */
  readonly deeds: readonly string[];
  /** What became of what hubs sent, in order. */
  readonly outcomes: readonly PushOutcome[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  /** Signs in through the link and returns the cookie for later requests. */
  signIn(userAgent?: string): Promise<string>;
}

/** The whole site over a seeded store, with an operator who really hides and notes the rest. */
export async function openSite(t: TestContext, settings: Partial<PublishSettings> = {}): Promise<TestSite> {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  return { ...seeded, ...siteOver(seeded.store, settings) };
}

export function siteOver(
  store: Store,
  settings: Partial<PublishSettings> = {},
  more: Pick<Parameters<typeof createApp>[0], "comparePool" | "templates" | "log"> = {},
) {
  const clock = new DrivenClock(NOW);
  const sessions = new Sessions(clock, tokenStore(store));
  const deeds: string[] = [];
  const outcomes: PushOutcome[] = [];
  const operator = notingOperator(store, clock, deeds);
  const app = createApp({
    reader: store.reader,
    operator,
    clock,
    sessions,
    callbacks: createHubCallbacks({
      store,
      clock,
      metrics: { ...NO_METRICS, pushed: (one) => void outcomes.push(one) },
    }),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    authority: "localhost",
    ...more,
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(ORIGIN + path, { headers: { host: new URL(ORIGIN).host, ...headers } });
  return {
    app,
    clock,
    sessions,
    deeds,
    outcomes,
    get,
    text: async (path: string) => (await get(path)).text(),
    async signIn(userAgent?: string) {
      const token = new URL(await sessions.newLink(ORIGIN)).searchParams.get("token")!;
      const answer = await app.request(`${ORIGIN}/sign-in`, {
        method: "POST",
        body: new URLSearchParams({ token }),
        headers: { host: new URL(ORIGIN).host, origin: ORIGIN, ...(userAgent && { "user-agent": userAgent }) },
      });
      return answer.headers.get("set-cookie")!.split(";")[0]!;
    },
  };
}

/** Notes what was asked for, and does it; only the network is left out. An address with "refused" in it cannot be added. */
function notingOperator(store: Store, clock: DrivenClock, deeds: string[]): Operator {
  const add = async (url: string): Promise<Result<AddReport>> => {
    deeds.push(`add ${url}`);
    if (url.includes("refused")) return fail("never", "no-feed", "No feed was found there.");
    const source = (await store.reader.sources())[0]!;
    return ok({ sources: [{ ...source, name: url, added: true, feeds: [], articles: 0 }] });
  };
  const addOpml = async (text: string): Promise<Result<AddReport>> => {
    deeds.push(`add OPML of ${text.length}`);
    return ok({ sources: [] });
  };
  const actions = createActions({ engine: { add, addOpml }, store, clock });
  return {
    ...actions,
    async hide(actor, input) {
      const hidden = await actions.hide(actor, input);
      if (hidden.ok) deeds.push(`hide ${input.article} ${input.reason}`);
      return hidden;
    },
    unhide(actor, id) {
      deeds.push(`unhide ${id}`);
      return actions.unhide(actor, id);
    },
    look(actor, id) {
      deeds.push(`look ${id}`);
      return actions.look(actor, id);
    },
  };
}
