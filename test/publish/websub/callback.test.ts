import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { suite, type TestContext, test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { FeedId } from "#model/id";
import { reasonText } from "#words/reasons";
import { NOW } from "../seed.ts";
import { openSite, type TestSite } from "../site.ts";

const KEY = "k".repeat(43);
const SECRET = "secret-of-the-subscription";
const TOPIC = "https://ledger.example/feed?a=1&b=2";

interface CalledSite extends TestSite {
  readonly feed: FeedId;
  ask(query: Record<string, string>, key?: string): Promise<Response>;
  push(body: string, headers?: Record<string, string>, key?: string): Promise<Response>;
  state(): Promise<string>;
}

/** A site with one subscription, which a hub was asked for. */
async function openCalled(t: TestContext): Promise<CalledSite> {
  const site = await openSite(t);
  const { reader, writer } = site.store;
  const feed = { url: "https://ledger.example/feed", kind: "atom", title: null } as const;
  const { id } = await writer.addFeed(site.sources.ledger, feed, HOUR_MS, NOW + DAY_MS);
  const want = { kind: "want", hubUrl: "https://hub.example/", topicUrl: TOPIC, base: "https://v.example" } as const;
  await writer.changeHubs(id, [{ ...want, key: KEY, secret: SECRET, dueAt: NOW }]);
  return {
    ...site,
    feed: id,
    ask: (query, key = KEY) => site.get(`/websub/${key}?${new URLSearchParams(query)}`),
    async push(body, headers = {}, key = KEY) {
      const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
      return site.app.request(`http://localhost/websub/${key}`, {
        method: "POST",
        body,
        headers: {
          host: "localhost",
          "content-type": "application/atom+xml",
          "x-hub-signature": signature,
          ...headers,
        },
      });
    },
    state: async () => (await reader.feedHubs(id))[0]!.state,
  };
}

const SUBSCRIBE = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.challenge": "abc", "hub.lease_seconds": "86400" };

suite("a hub that asks whether it was us", () => {
  test("gets its challenge back as plain text that no browser runs, and no cache keeps it", async (t) => {
    const site = await openCalled(t);
    const challenge = "<script>alert(1)</script>é\u0001";
    const answer = await site.ask({ ...SUBSCRIBE, "hub.challenge": challenge });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), challenge);
    assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.match(answer.headers.get("content-security-policy")!, /default-src 'none'/);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const [hub] = await site.store.reader.feedHubs(site.feed);
    assert.deepEqual([hub!.state, hub!.leaseUntil], ["active", NOW + DAY_MS]);
  });

  const refused: readonly (readonly [what: string, query: Record<string, string>, key?: string])[] = [
    ["under an unknown key", SUBSCRIBE, "x".repeat(43)],
    ["under a text that is not a key", SUBSCRIBE, "short"],
    ["under the key and more", SUBSCRIBE, `${KEY}x`],
    ["about another topic", { ...SUBSCRIBE, "hub.topic": "https://ledger.example/feed" }],
    ["about no topic", { "hub.mode": "subscribe", "hub.challenge": "abc" }],
    ["to leave what is wanted", { ...SUBSCRIBE, "hub.mode": "unsubscribe" }],
    ["in another mode", { ...SUBSCRIBE, "hub.mode": "publish" }],
    ["without a challenge", { "hub.mode": "subscribe", "hub.topic": TOPIC }],
    ["with an endless challenge", { ...SUBSCRIBE, "hub.challenge": "x".repeat(1025) }],
    ["nothing at all", {}],
  ];
  for (const [what, query, key] of refused)
    test(`gets 404: ${what}`, async (t) => {
      const site = await openCalled(t);
      const answer = await site.ask(query, key);
      assert.equal(answer.status, 404);
      assert.doesNotMatch(await answer.text(), /abc|xxx/);
      assert.equal(await site.state(), "wanted");
    });

  test("is not heard when it asks for the head alone, as prefetchers do", async (t) => {
    const site = await openCalled(t);
    const path = `/websub/${KEY}?${new URLSearchParams(SUBSCRIBE)}`;
    const answer = await site.app.request(`http://localhost${path}`, {
      method: "HEAD",
      headers: { host: "localhost" },
    });
    assert.equal(answer.status, 404);
    assert.equal(await site.state(), "wanted");
  });

  test("gets a yes when it asks whether to leave, once that is wanted", async (t) => {
    const site = await openCalled(t);
    const [hub] = await site.store.reader.feedHubs(site.feed);
    await site.store.writer.changeHubs(site.feed, [{ kind: "leave", id: hub!.id, dueAt: NOW }]);
    assert.equal((await site.ask(SUBSCRIBE)).status, 404);
    const answer = await site.ask({ ...SUBSCRIBE, "hub.mode": "unsubscribe" });
    assert.deepEqual([answer.status, await answer.text()], [200, "abc"]);
    assert.equal(await site.state(), "left");
  });

  test("may deny, with a reason that is cut and cleaned before it is shown", async (t) => {
    const site = await openCalled(t);
    const reason = `<b>no</b>\n\u202e${"x".repeat(5000)}`;
    const answer = await site.ask({ "hub.mode": "denied", "hub.topic": TOPIC, "hub.reason": reason });
    assert.equal(answer.status, 200);
    const [hub] = await site.store.reader.feedHubs(site.feed);
    assert.equal(hub!.state, "refused");
    assert.match(reasonText(hub!.reason!), /^the hub denied it: <b>no<\/b> x{150,200}$/);
    const page = await site.text(`/sources/${site.sources.ledger}`);
    assert.match(
      page,
      /the hub hub\.example will not push \(the hub denied it: &lt;b&gt;no&lt;\/b&gt; x+\); asked again in 30 days/,
    );
  });
});

suite("a hub that pushes", () => {
  test("has the feed made due, without session, token or origin", async (t) => {
    const site = await openCalled(t);
    const foreign = { origin: "https://hub.example", "sec-fetch-site": "cross-site" };
    assert.equal((await site.push("<feed/>", foreign)).status, 202);
    assert.equal((await site.store.reader.feed(site.feed))!.dueAt, NOW);
    assert.deepEqual(site.outcomes, ["taken"]);
    assert.equal((await site.push("<feed/>")).status, 202);
    assert.deepEqual(site.outcomes, ["taken", "repeated"]);
  });

  test("may use each of the four algorithms", async (t) => {
    const site = await openCalled(t);
    for (const algorithm of ["sha1", "sha256", "sha384", "sha512"]) {
      const signature = `${algorithm}=${createHmac(algorithm, SECRET).update(algorithm).digest("hex")}`;
      await site.push(algorithm, { "x-hub-signature": signature });
    }
    assert.deepEqual(site.outcomes, Array(4).fill("taken"));
  });

  test("without a valid signature has no effect, and gets the same answer as the others", async (t) => {
    const site = await openCalled(t);
    const right = await site.push("<feed/>");
    const wrong = await site.push("<feed>forged</feed>", { "x-hub-signature": `sha256=${"0".repeat(64)}` });
    assert.deepEqual([wrong.status, await wrong.text()], [right.status, await right.text()]);
    assert.deepEqual(site.outcomes, ["taken", "unsigned"]);
    const [hub] = await site.store.reader.feedHubs(site.feed);
    assert.deepEqual([hub!.pushes, hub!.unsigned], [1, 1]);
    assert.match(await site.text(`/sources/${site.sources.ledger}`), /1 push without a valid signature was ignored/);
  });

  test("without a subscription gets 410, so that the hub stops", async (t) => {
    const site = await openCalled(t);
    for (const key of ["x".repeat(43), "short"]) assert.equal((await site.push("<feed/>", {}, key)).status, 410);
    const [hub] = await site.store.reader.feedHubs(site.feed);
    await site.store.writer.changeHubs(site.feed, [{ kind: "leave", id: hub!.id, dueAt: null }]);
    assert.equal((await site.push("<feed/>")).status, 410);
    assert.deepEqual(site.outcomes, ["unknown", "unknown", "unknown"]);
  });

  test("is refused when it is too large, with or without a stated length", async (t) => {
    const site = await openCalled(t);
    assert.equal((await site.push("x".repeat(1024 * 1024))).status, 202);
    assert.equal((await site.push("x".repeat(1024 * 1024 + 1))).status, 413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answer = await site.app.request(
      new Request(`http://localhost/websub/${KEY}`, {
        method: "POST",
        body: endless,
        duplex: "half",
        headers: { host: "localhost" },
      } as RequestInit),
    );
    assert.equal(answer.status, 413);
    assert.ok(sent < 3e6, `${sent}`);
    assert.equal(site.outcomes.at(-1), "too-large");
  });

  test("opens nothing else: forms stay small, and only the operator may use them", async (t) => {
    const site = await openCalled(t);
    const post = (path: string, body: string) =>
      site.app.request(`http://localhost${path}`, {
        method: "POST",
        body: new URLSearchParams({ url: body }),
        headers: { host: "localhost", "x-hub-signature": "sha256=00" },
      });
    assert.equal((await post("/sign-out", "x".repeat(40_000))).status, 413);
    assert.equal((await post("/operator/add", "https://news.example")).status, 403);
    assert.equal((await post("/operator/add", "x".repeat(40_000))).status, 413);
    assert.equal((await post(`/websub/${KEY}/../../operator/add`, "https://news.example")).status, 403);
    assert.equal((await post(`/websub/${KEY}/more`, "x")).status, 404);
    assert.equal((await post("/websub", "x")).status, 404);
    assert.deepEqual(site.deeds, []);
  });

  test("is asked to wait by its key alone, so that a flood looks nothing up", async (t) => {
    const site = await openCalled(t);
    const statuses = await Promise.all(Array.from({ length: 40 }, (_, i) => site.push(`${i}`)));
    assert.equal(statuses.filter(({ status }) => status === 429).length, 10);
    assert.equal(statuses.find(({ status }) => status === 429)!.headers.get("retry-after"), "60");
    assert.equal((await site.push("x", {}, "y".repeat(43))).status, 410, "others are not held up");
    site.clock.advance(MINUTE_MS);
    assert.equal((await site.push("x")).status, 202);
  });
});

suite("how a feed stands with its hub is shown", () => {
  const standing = async (site: CalledSite) => {
    const page = await site.text(`/sources/${site.sources.ledger}`);
    const cell = /<span class="apparatus" dir="auto">((?:the hub|the lease|pushed|names)[^<]*)/.exec(page);
    return cell?.[1] ?? null;
  };

  test("on the page of its source, from the first wish to the end", async (t) => {
    const site = await openCalled(t);
    const { writer } = site.store;
    const id = (await site.store.reader.feedHubs(site.feed))[0]!.id;
    assert.equal(await standing(site), "the hub hub.example will be asked soon");
    await writer.recordAsking(id, {
      askedAt: NOW,
      state: "wanted",
      reason: { code: "sentence", text: "no answer" },
      dueAt: NOW + HOUR_MS,
      failedTries: 3,
    });
    assert.equal(
      await standing(site),
      "the hub hub.example was asked three times without success (no answer); asked again in about an hour",
    );
    await writer.recordAsking(id, { askedAt: NOW, state: "asked", reason: null, dueAt: NOW + HOUR_MS, failedTries: 1 });
    assert.match((await standing(site))!, /^the hub hub\.example was asked and has not confirmed yet/);
    await site.ask(SUBSCRIBE);
    assert.match(
      (await standing(site))!,
      /^pushed by the hub hub\.example since .* UTC, until .* UTC; no push so far$/,
    );
    await site.push("<feed/>");
    assert.match((await standing(site))!, /last push just now, 1 push in all$/);
    site.clock.advance(2 * DAY_MS);
    assert.match((await standing(site))!, /^the lease at the hub hub\.example has ended/);
    await writer.changeHubs(site.feed, [{ kind: "again", id, base: null, dueAt: null }]);
    assert.match((await standing(site))!, /^names the hub hub\.example, which is not asked: .*public-url/);
    await writer.changeHubs(site.feed, [{ kind: "leave", id, dueAt: NOW }]);
    assert.match((await standing(site))!, /^the hub hub\.example is being asked to stop pushing/);
    await writer.endSubscription(id, NOW);
    assert.equal(await standing(site), null);
  });

  test("in the JSON of the health page, and no secret with it anywhere", async (t) => {
    const site = await openCalled(t);
    await site.ask(SUBSCRIBE);
    const health = await site.text("/health.json");
    const feeds = (JSON.parse(health) as { sources: { feeds: { hubs: object[] }[] }[] }).sources.flatMap(
      (one) => one.feeds,
    );
    assert.deepEqual(
      feeds.flatMap(({ hubs }) => hubs),
      [
        {
          hub: "https://hub.example/",
          topic: TOPIC,
          pushed: true,
          state: "active",
          reason: null,
          since: new Date(NOW).toISOString(),
          until: new Date(NOW + DAY_MS).toISOString(),
          lastPushAt: null,
          pushes: 0,
          unsigned: 0,
          nextRequestAt: (feeds.flatMap(({ hubs }) => hubs)[0] as { nextRequestAt: string }).nextRequestAt,
        },
      ],
    );
    for (const path of ["/health", "/health.json", "/sources", `/sources/${site.sources.ledger}`, "/about"])
      assert.doesNotMatch(await site.text(path), new RegExp(`${KEY}|${SECRET}`), path);
    assert.match(await site.text("/robots.txt"), /^Disallow: \/websub$/m);
  });
});
