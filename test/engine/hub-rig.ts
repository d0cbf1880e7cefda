import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { TestContext } from "node:test";
import { createActions } from "#actions/actions";
import { createHubCallbacks } from "#actions/hub-callbacks";
import type { EngineSettings } from "#engine/settings";
import { MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { FeedId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import { createApp } from "#publish/app";
import { listen } from "#publish/http/listen";
import { Sessions } from "#publish/http/sessions";
import { DEFAULT_SETTINGS } from "#publish/http/settings";
import type { PushOutcome } from "#publish/websub/callbacks";
import { tokenStore } from "../../src/cli/token-store.ts";
import { openRig, type Rig } from "./rig.ts";

/** How a hub answers a request to subscribe. */
export type HubAnswer = (response: ServerResponse, form: URLSearchParams) => void | Promise<void>;

export interface HubRig extends Rig {
  readonly feed: FeedId;
  readonly topic: string;
  readonly hubUrl: string;
  /** Forms that the hub was sent, in order. */
  readonly asked: URLSearchParams[];
  readonly outcomes: PushOutcome[];
  /** Where the pages stand; what the engine takes for the public address. */
  address: { base: string | null };
  /** 202 at first. */
  answer: HubAnswer;
  /** The hub asks back about the request with this number, the latest by default. */
  verify(
    more?: Record<string, string>,
    form?: URLSearchParams,
  ): Promise<{ status: number; body: string; type: string }>;
  /** The hub pushes, signed; returns the status. */
  push(body: string, headers?: Record<string, string>): Promise<number>;
  /** Lists these entries in the feed, which names the hub unless told otherwise. */
  list(entries: readonly Entry[], hub?: boolean): void;
  drive(ms: number): Promise<void>;
  standing(): Promise<Awaited<ReturnType<Rig["store"]["reader"]["feedHubs"]>>[number]>;
}

export interface Entry {
  readonly path: string;
  readonly title: string;
}

const accepted: HubAnswer = (response) => void response.writeHead(202).end();

/** A real hub, a real web server with the real callback, and an engine between them, on a driven clock. */
export async function openHubRig(
  t: TestContext,
  settings: Partial<EngineSettings> = {},
  file?: string,
): Promise<HubRig> {
  const address: HubRig["address"] = { base: null };
  const rig = await openRig(t, settings, file, { publicBase: () => address.base });
  const { store, clock, base } = rig;
  const outcomes: PushOutcome[] = [];
  const metrics = {
    meter: { turn() {}, read() {} },
    pushed: (one: PushOutcome) => void outcomes.push(one),
    text: async () => "",
  };
  const app = createApp({
    reader: store.reader,
    operator: createActions({ engine: rig.engine, store, clock }),
    callbacks: createHubCallbacks({ store, clock, metrics }),
    clock,
    log: silentLog,
    settings: DEFAULT_SETTINGS,
    authority: "localhost",
    sessions: new Sessions(clock, tokenStore(store)),
  });
  const web = await listen(app, { host: "127.0.0.1", port: 0 });
  t.after(() => web.close());
  address.base = web.url;
  const { id: source } = await store.writer.addSource(
    { name: "Gazette", homeUrl: `${base}/`, patterns: NO_PATTERNS },
    clock.now(),
  );
  const topic = `${base}/feed`;
  const { id: feed } = await store.writer.addFeed(
    source,
    { url: topic, kind: "rss", title: null },
    15 * MINUTE_MS,
    clock.now(),
  );
  const hubUrl = `${base.replace("gazette", "hub")}/hub`;
  const asked: URLSearchParams[] = [];
  const hubRig: HubRig = {
    ...rig,
    feed,
    topic,
    hubUrl,
    asked,
    outcomes,
    address,
    answer: accepted,
    async verify(more = {}, form = asked.at(-1)!) {
      const url = new URL(form.get("hub.callback")!);
      const said = {
        "hub.mode": form.get("hub.mode")!,
        "hub.topic": form.get("hub.topic")!,
        "hub.challenge": "c <b>1</b>",
      };
      for (const [name, value] of Object.entries({ ...said, ...more })) url.searchParams.set(name, value);
      const answer = await fetch(url);
      return { status: answer.status, body: await answer.text(), type: answer.headers.get("content-type") ?? "" };
    },
    async push(body, headers = {}) {
      const form = asked.find((one) => one.has("hub.secret"))!;
      const signature = createHmac("sha256", form.get("hub.secret")!).update(body).digest("hex");
      const signed = {
        connection: "close",
        "content-type": "application/rss+xml",
        "x-hub-signature": `sha256=${signature}`,
      };
      const callback = form.get("hub.callback")!;
      return (await fetch(callback, { method: "POST", body, headers: { ...signed, ...headers } })).status;
    },
    list(entries, hub = true) {
      rig.pages.set("/feed", {
        headers: { "content-type": "application/rss+xml" },
        body: rss(base, entries, hub ? hubUrl : null),
      });
    },
    async drive(ms) {
      await rig.engine.driveTo(clock, clock.now() + ms);
    },
    async standing() {
      const [first] = await store.reader.feedHubs(feed);
      assert.ok(first, "a hub is known");
      return first;
    },
  };
  rig.handlers.set("/hub", (request, response) => {
    void formOf(request).then(async (form) => {
      asked.push(form);
      await hubRig.answer(response, form);
    });
  });
  hubRig.list([]);
  return hubRig;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  assert.equal(request.method, "POST");
  assert.equal(request.headers["content-type"], "application/x-www-form-urlencoded");
  let text = "";
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

export function rss(base: string, entries: readonly Entry[], hub: string | null): string {
  const items = entries.map(({ path, title }) => `<item><title>${title}</title><link>${base}${path}</link></item>`);
  const link = hub === null ? "" : `<atom:link rel="hub" href="${hub}"/>`;
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Gazette</title>${link}
<atom:link rel="self" href="${base}/feed"/>${items.join("")}</channel></rss>`;
}
