import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { ask, START_AT } from "./ask.ts";

interface Received {
  readonly body: string;
  readonly signature: string;
  readonly type: string;
  readonly link: string;
}

/** A subscriber that says yes to everything and keeps what it is sent. */
async function openSubscriber(t: TestContext, status = 204) {
  const received: Received[] = [];
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, "http://x");
    if (request.method === "GET") {
      asked.push(url.searchParams);
      return void response.end(url.searchParams.get("hub.challenge"));
    }
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { headers } = request;
    const signature = String(headers["x-hub-signature"]);
    received.push({ body, signature, type: headers["content-type"]!, link: String(headers["link"]) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, asked, callback: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback` };
}

async function open(t: TestContext) {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 1 });
  t.after(() => newsroom.close());
  const post = (form: Record<string, string>) =>
    ask(newsroom.port, "hub", "/", {}, new URLSearchParams(form).toString());
  return { clock, newsroom, post, topic: `http://daily.localhost:${newsroom.port}/rss.xml` };
}

/** Until the hub has nothing to do before this instant. */
async function play({ hub }: Newsroom, clock: DrivenClock, until: number): Promise<void> {
  for (let next = hub.nextAt(); next !== null && next <= until; next = hub.nextAt()) {
    clock.advanceTo(next);
    await hub.happen();
  }
  clock.advanceTo(until);
}

test("feeds of the press name its hub, in the document or in the headers", async (t) => {
  const { newsroom } = await open(t);
  const hub = `http://hub.localhost:${newsroom.port}/`;
  const daily = await ask(newsroom.port, "daily", "/rss.xml");
  assert.ok(daily.text.includes(`<atom:link rel="hub" href="${hub}"/>`));
  const wire = await ask(newsroom.port, "wire", "/file.atom");
  assert.ok(wire.headers["link"]!.includes(`<${hub}>; rel="hub"`));
  assert.doesNotMatch(wire.text, /rel="hub"/);
  const json = JSON.parse((await ask(newsroom.port, "wire", "/file.json")).text) as { hubs: object[] };
  assert.deepEqual(json.hubs, [{ type: "WebSub", url: hub }]);
});

test("whoever subscribes is asked back, and then sent what is published or edited, when it is, signed", async (t) => {
  const { clock, newsroom, post, topic } = await open(t);
  const { received, asked, callback } = await openSubscriber(t);
  const form = { "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback, "hub.secret": "s" };
  assert.equal((await post({ ...form, "hub.lease_seconds": "864000" })).status, 202);
  assert.equal(asked.length, 0, "not before it happens");
  await play(newsroom, clock, START_AT + DAY_MS);
  assert.deepEqual([asked[0]!.get("hub.mode"), asked[0]!.get("hub.topic")], ["subscribe", topic]);
  assert.equal(asked[0]!.get("hub.lease_seconds"), "432000", "five days are the most that it grants");
  const daily = newsroom.truth().articles.filter(({ urls }) => urls[0]!.includes("//daily."));
  const instants = new Set(daily.flatMap(({ publishedAt, edits }) => [publishedAt, ...edits.map(({ at }) => at)]));
  for (const { noise } of daily) for (const { kind, from } of noise) if (kind === "bumped-date") instants.add(from);
  const during = [...instants].filter((at) => at > START_AT && at <= START_AT + DAY_MS);
  assert.equal(received.length, during.length);
  assert.equal(newsroom.hub.tally.pushes, during.length);
  for (const { body, signature, type, link } of received) {
    assert.equal(signature, `sha256=${createHmac("sha256", "s").update(body).digest("hex")}`);
    assert.match(type, /rss/);
    assert.ok(link.includes(`<${topic}>; rel="self"`));
    const items = body.split("<item>").length - 1;
    assert.ok(items >= 1 && items <= 3, `${items}: only what was changed`);
  }
  assert.equal(newsroom.hub.nextAt(), null);
});

test("who says no, or is not there, or has gone is sent nothing", async (t) => {
  const { clock, newsroom, post, topic } = await open(t);
  const gone = await openSubscriber(t, 410);
  const form = { "hub.mode": "subscribe", "hub.topic": topic, "hub.secret": "s" };
  await post({ ...form, "hub.callback": gone.callback });
  await post({ ...form, "hub.callback": "http://127.0.0.1:1/nobody" });
  assert.equal(
    (await post({ ...form, "hub.callback": gone.callback, "hub.topic": "http://else.example/" })).status,
    404,
  );
  assert.equal((await post({ ...form, "hub.callback": "no address" })).status, 404);
  assert.equal((await post({ ...form, "hub.callback": gone.callback, "hub.mode": "other" })).status, 404);
  await play(newsroom, clock, START_AT + 12 * HOUR_MS);
  assert.equal(gone.received.length, 1, "410 ends it");
  assert.deepEqual(newsroom.hub.tally, { verified: 1, pushes: 1, refused: 1 });
  assert.ok(gone.asked.length === 1);
});

test("who leaves is asked back about that, too", async (t) => {
  const { clock, newsroom, post, topic } = await open(t);
  const { received, asked, callback } = await openSubscriber(t);
  const form = { "hub.topic": topic, "hub.callback": callback, "hub.secret": "s" };
  await post({ ...form, "hub.mode": "subscribe" });
  await newsroom.hub.happen();
  await post({ ...form, "hub.mode": "unsubscribe" });
  await newsroom.hub.happen();
  assert.deepEqual(
    asked.map((query) => query.get("hub.mode")),
    ["subscribe", "unsubscribe"],
  );
  await play(newsroom, clock, START_AT + DAY_MS);
  assert.equal(received.length, 0);
});
