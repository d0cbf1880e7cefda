import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { suite, test } from "node:test";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { type HubRig, openHubRig, rss } from "./hub-rig.ts";
import { page } from "./rig.ts";

/** Polled once, asked, verified. */
async function subscribed(rig: HubRig): Promise<void> {
  await rig.drive(MINUTE_MS);
  assert.equal(rig.asked.length, 1);
  const { status } = await rig.verify({ "hub.lease_seconds": "864000" });
  assert.equal(status, 200);
}

const feedOf = async (rig: HubRig) => (await rig.store.reader.feed(rig.feed))!;
const polls = (rig: HubRig) => rig.requests.filter(({ path }) => path === "/feed");

suite("a feed that names a hub", () => {
  test("is subscribed to: topic, callback of its own, secret, lease; and verified by asking back", async (t) => {
    const rig = await openHubRig(t);
    await rig.drive(MINUTE_MS);
    const [form] = rig.asked;
    assert.equal(form!.get("hub.mode"), "subscribe");
    assert.equal(form!.get("hub.topic"), rig.topic);
    assert.match(form!.get("hub.callback")!, new RegExp(`^${rig.address.base}/websub/[\\w-]{43}$`));
    assert.ok(form!.get("hub.secret")!.length >= 43 && form!.get("hub.secret")!.length < 200);
    assert.equal(form!.get("hub.lease_seconds"), "864000");
    assert.equal((await rig.standing()).state, "asked");
    const verified = await rig.verify({ "hub.lease_seconds": "3600" });
    assert.deepEqual(verified, { status: 200, body: "c <b>1</b>", type: "text/plain; charset=utf-8" });
    const { state, leaseUntil, activeSince } = await rig.standing();
    assert.deepEqual([state, leaseUntil, activeSince], ["active", rig.clock.now() + HOUR_MS, rig.clock.now()]);
    assert.equal(
      rig.requests.filter(({ headers }) => headers.host?.startsWith("hub.")).length,
      1,
      "no robots.txt of the hub",
    );
  });

  test("has a new article found with the push, long before it would have been polled", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    await rig.drive(DAY_MS);
    await rig.engine.driveTo(rig.clock, (await feedOf(rig)).dueAt! + 6 * MINUTE_MS);
    const { dueAt } = await feedOf(rig);
    assert.ok(dueAt! - rig.clock.now() > 10 * MINUTE_MS, "not due by itself");
    const entry = { path: "/1", title: "Harbour board meets" };
    rig.pages.set("/1", page({ headline: entry.title }));
    rig.list([entry]);
    assert.equal(await rig.push(rss(rig.base, [entry], null)), 202);
    await rig.drive(MINUTE_MS);
    const article = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
    assert.equal(article.versionCount, 1);
    assert.ok(rig.clock.now() < dueAt!);
    assert.deepEqual(rig.outcomes, ["taken"]);
    assert.equal(polls(rig).at(-1)!.headers["cache-control"], "no-cache", "past caches that are behind the hub");
    assert.deepEqual((await rig.standing()).announced, { hits: 1, misses: 0 });
    assert.equal((await rig.standing()).isPending, false);
  });

  test("has a known article looked at that was pushed alone, and pushes are believed the more for it", async (t) => {
    const rig = await openHubRig(t);
    const entry = { path: "/1", title: "Harbour board meets" };
    rig.pages.set("/1", page({ headline: entry.title }));
    rig.list([entry]);
    await subscribed(rig);
    await rig.drive(20 * HOUR_MS);
    const before = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
    await rig.engine.driveTo(rig.clock, before.nextLookAt! + 10 * MINUTE_MS);
    const planned = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!.nextLookAt!;
    const editedAt = rig.clock.now();
    assert.ok(planned - editedAt > HOUR_MS);
    rig.pages.set(
      "/1",
      page({ headline: entry.title, lead: "The board gave way late on Monday night, its chairman said." }),
    );
    // The feed has neither dates nor another title: only the push tells.
    await rig.push(rss(rig.base, [entry], null));
    await rig.drive(10 * MINUTE_MS);
    const after = (await rig.store.reader.articleByUrl(`${rig.base}/1`))!;
    assert.equal(after.versionCount, 2);
    assert.ok(after.lastChangedAt! < editedAt + 10 * MINUTE_MS);
    const { trust } = await rig.store.reader.outlook(before.sourceId);
    assert.deepEqual(trust.get("push"), { hits: 1, misses: 0 });
  });

  test("is never believed by the push alone: what only the hub lists is no article", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    rig.pages.set("/planted", page());
    await rig.drive(10 * MINUTE_MS);
    await rig.push(rss(rig.base, [{ path: "/planted", title: "Planted" }], null));
    await rig.drive(HOUR_MS);
    assert.equal(await rig.store.reader.articleByUrl(`${rig.base}/planted`), null);
    assert.equal(rig.requests.filter(({ path }) => path === "/planted").length, 0);
  });

  test("is polled ever less while pushes prove themselves, and as before when they stop", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    const entries: { path: string; title: string }[] = [];
    const publish = () => {
      const path = `/${entries.length}`;
      entries.unshift({ path, title: `Story ${path}` });
      rig.list(entries.slice(0, 30));
    };
    const pollsOf = async (hours: number, pushed: boolean) => {
      const before = polls(rig).length;
      for (let hour = 0; hour < hours; hour++) {
        publish();
        if (pushed) await rig.push(rss(rig.base, entries.slice(0, 1), null));
        await rig.drive(HOUR_MS);
      }
      return (polls(rig).length - before) / hours;
    };
    await pollsOf(36, true);
    const trusted = await pollsOf(12, true);
    await pollsOf(48, false);
    const untrusted = await pollsOf(12, false);
    assert.ok(trusted < 3, `${trusted} polls an hour, one of them for the push`);
    assert.ok(untrusted > 2 * (trusted - 1), `${untrusted} after ${trusted}`);
    const { hits, misses } = (await rig.standing()).announced;
    assert.ok(misses > 2 * hits, `${hits} ${misses}`);
  });

  test("is left when it names the hub no more: told so, verified, and whoever pushes then is sent away", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    rig.list([], false);
    await rig.drive(3 * HOUR_MS);
    const farewell = rig.asked.at(-1)!;
    assert.equal(farewell.get("hub.mode"), "unsubscribe");
    assert.equal(farewell.get("hub.callback"), rig.asked[0]!.get("hub.callback"));
    assert.equal(farewell.has("hub.secret"), false);
    assert.equal(await rig.push("anything"), 410);
    assert.equal((await rig.verify({ "hub.mode": "subscribe" })).status, 404, "a subscription is not wanted any more");
    assert.equal((await rig.verify()).status, 200);
    assert.equal((await rig.standing()).state, "left");
    const before = rig.asked.length;
    await rig.drive(2 * DAY_MS);
    assert.equal(rig.asked.length, before);
    assert.deepEqual(rig.outcomes, ["unknown"]);
  });
});

test("a feed from outside cannot have a place posted to that only the operator may reach", async (t) => {
  const inside = (url: string) => new URL(url).hostname === "hub.localhost";
  const rig = await openHubRig(t, { isOwn: inside });
  await rig.drive(3 * HOUR_MS);
  assert.ok(polls(rig).length > 0);
  assert.equal(rig.asked.length, 0);
  assert.deepEqual(await rig.store.reader.feedHubs(rig.feed), []);
  const own = await openHubRig(t, { isOwn: () => true });
  await own.drive(MINUTE_MS);
  assert.equal(own.asked.length, 1, "a feed in the same house may");
});

suite("without a public address", () => {
  test("no one is asked, but the hub is remembered, and asked with the next poll once there is one", async (t) => {
    const rig = await openHubRig(t);
    const base = rig.address.base;
    rig.address.base = null;
    await rig.drive(3 * HOUR_MS);
    assert.equal(rig.asked.length, 0);
    const { state, dueAt, hubUrl } = await rig.standing();
    assert.deepEqual([state, dueAt, hubUrl], ["wanted", null, rig.hubUrl]);
    rig.address.base = base;
    await rig.drive(3 * HOUR_MS);
    assert.equal(rig.asked[0]?.get("hub.mode"), "subscribe");
  });

  test("an active subscription is given up under the address that it had", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    const base = rig.address.base!;
    rig.address.base = null;
    await rig.drive(3 * HOUR_MS);
    assert.equal(rig.asked.at(-1)!.get("hub.mode"), "unsubscribe");
    assert.ok(rig.asked.at(-1)!.get("hub.callback")!.startsWith(base));
  });

  test("under another one it is asked for again", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    rig.address.base = "https://variorum.example";
    await rig.drive(3 * HOUR_MS);
    const [first, second] = rig.asked;
    assert.ok(second!.get("hub.callback")!.startsWith("https://variorum.example/websub/"));
    assert.equal(second!.get("hub.secret"), first!.get("hub.secret"));
  });
});

suite("a lease", () => {
  test("is renewed before it ends, without a pause", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    const { activeSince } = await rig.standing();
    await rig.drive(5 * DAY_MS);
    assert.equal(rig.asked.length, 1);
    rig.answer = async (response) => {
      response.writeHead(202).end();
    };
    await rig.drive(2.5 * DAY_MS);
    assert.ok(rig.asked.length >= 2, "between half and three quarters of ten days");
    assert.equal((await rig.standing()).state, "active");
    await rig.verify({ "hub.lease_seconds": "864000" });
    const renewed = await rig.standing();
    assert.equal(renewed.activeSince, activeSince);
    assert.equal(renewed.leaseUntil, rig.clock.now() + 10 * DAY_MS);
  });

  const granted: readonly (readonly [what: string, seconds: string | undefined, leaseMs: number])[] = [
    ["of a hundred years", "3153600000", 30 * DAY_MS],
    ["of a second", "1", 5 * MINUTE_MS],
    ["that is no number", "-5", 10 * DAY_MS],
    ["that is not told", undefined, 10 * DAY_MS],
  ];
  for (const [what, seconds, leaseMs] of granted)
    test(`${what} is bounded, and not renewed more often than every hour`, async (t) => {
      const rig = await openHubRig(t);
      await rig.drive(MINUTE_MS);
      await rig.verify(seconds === undefined ? {} : { "hub.lease_seconds": seconds });
      const { leaseUntil, dueAt } = await rig.standing();
      assert.equal(leaseUntil! - rig.clock.now(), leaseMs);
      assert.ok(dueAt! - rig.clock.now() >= HOUR_MS);
    });
});

suite("a hub that", () => {
  test("refuses is left alone for a month, with what it said", async (t) => {
    const rig = await openHubRig(t);
    rig.answer = (response) =>
      void response.writeHead(403, { "content-type": "text/plain" }).end("Not for\n\u001b[31myou.");
    await rig.drive(20 * DAY_MS);
    assert.equal(rig.asked.length, 1);
    const { state, reason } = await rig.standing();
    assert.deepEqual([state, reason], ["refused", { code: "hub-status", status: 403, quote: "Not for [31myou." }]);
    await rig.drive(12 * DAY_MS);
    assert.equal(rig.asked.length, 2);
    assert.ok(polls(rig).length > 32 * 4, "the feed is polled all the same");
  });

  test("denies later on is believed, and its pushes are not wanted then", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    const denied = { "hub.mode": "denied", "hub.reason": "too many subscribers" };
    assert.equal((await rig.verify({ ...denied, "hub.topic": "https://other.example/" })).status, 404);
    assert.equal((await rig.standing()).state, "active");
    assert.equal((await rig.verify(denied)).status, 200);
    const { state, reason, leaseUntil } = await rig.standing();
    assert.deepEqual(
      [state, reason, leaseUntil],
      ["refused", { code: "hub-denied", quote: "too many subscribers" }, null],
    );
    assert.equal(await rig.push("x"), 410);
  });

  test("is dead is asked ever less, and the next one that the feed names is tried", async (t) => {
    const rig = await openHubRig(t);
    rig.answer = (response) => void response.destroy();
    await rig.drive(10 * DAY_MS);
    assert.ok(rig.asked.length >= 8 && rig.asked.length <= 14, `${rig.asked.length} requests in ten days`);
    assert.equal((await rig.standing()).reason?.code, "reset");
    const second: string[] = [];
    rig.handlers.set("/second", (request, response) => {
      second.push(request.url!);
      response.writeHead(202).end();
    });
    const link = `<${rig.hubUrl}>; rel=hub, <${rig.hubUrl.replace(/hub$/, "second")}>; rel=hub`;
    rig.pages.set("/feed", { headers: { "content-type": "application/rss+xml", link }, body: rss(rig.base, [], null) });
    await rig.drive(3 * HOUR_MS);
    assert.ok(second.length >= 1);
  });

  test("answers that it is busy is left alone as long as it says", async (t) => {
    const rig = await openHubRig(t);
    rig.answer = (response) => void response.writeHead(503, { "retry-after": "7200" }).end();
    await rig.drive(110 * MINUTE_MS);
    assert.equal(rig.asked.length, 1);
    await rig.drive(30 * MINUTE_MS);
    assert.equal(rig.asked.length, 2);
  });

  test("redirects inside is not followed there", async (t) => {
    let inside = 0;
    const server = createServer((_, response) => {
      inside += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const rig = await openHubRig(t);
    const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`;
    rig.answer = (response) => void response.writeHead(307, { location }).end();
    await rig.drive(HOUR_MS);
    assert.equal(inside, 0);
    const { state, reason } = await rig.standing();
    assert.equal(state, "refused");
    assert.equal(reason?.code, "private-address");
  });

  test("has moved for good is followed with the whole form, but not by a redirect that would make it a GET", async (t) => {
    const rig = await openHubRig(t);
    rig.handlers.set("/moved", rig.handlers.get("/hub")!);
    const moved = rig.hubUrl.replace(/hub$/, "moved");
    let first = true;
    rig.answer = (response) => {
      if (first) response.writeHead(308, { location: moved }).end();
      else response.writeHead(202).end();
      first = false;
    };
    await rig.drive(MINUTE_MS);
    assert.equal(rig.asked.length, 2);
    assert.equal(rig.asked[0]!.toString(), rig.asked[1]!.toString());
    const other = await openHubRig(t);
    other.answer = (response) => void response.writeHead(302, { location: "/elsewhere" }).end();
    await other.drive(MINUTE_MS);
    assert.equal((await other.standing()).state, "refused");
    assert.equal(other.requests.filter(({ path }) => path === "/elsewhere").length, 0);
  });

  test("answers a gigabyte is not read", async (t) => {
    const rig = await openHubRig(t);
    let sent = 0;
    rig.answer = (response) => {
      const piece = Buffer.alloc(64 * 1024);
      const more = () => {
        while (!response.destroyed && sent < 1e9) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once("drain", more);
        }
        response.end();
      };
      response.on("error", () => {});
      response.writeHead(202);
      more();
    };
    await rig.drive(5 * MINUTE_MS);
    assert.ok(sent < 50e6, `${sent} bytes`);
    const { state, reason } = await rig.standing();
    assert.equal(state, "wanted");
    assert.deepEqual(reason, { code: "body-too-large", maxBytes: 65_536 });
  });

  test("verifies before it answers is believed, even when it then breaks off", async (t) => {
    const rig = await openHubRig(t);
    rig.answer = async (response) => {
      assert.equal((await rig.verify({ "hub.lease_seconds": "864000" })).status, 200);
      response.destroy();
    };
    await rig.drive(2 * DAY_MS);
    assert.equal(rig.asked.length, 1);
    assert.equal((await rig.standing()).state, "active");
  });
});

suite("a worker that dies while it asks", () => {
  /** The hub hears it, and never answers; nothing more is heard of the worker, whose leases end. */
  async function dying(rig: HubRig): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      rig.answer = () => resolve();
    });
    // It goes on only when the test is over.
    rig.engine.driveTo(rig.clock, rig.clock.now()).catch(() => {});
    await heard;
    rig.answer = (response) => void response.writeHead(202).end();
  }

  const successor = async (rig: HubRig, t: Parameters<typeof openHubRig>[0]) => {
    const { createFetcher } = await import("#fetch/fetcher");
    const allowPrivate = [`*.localhost:${new URL(rig.base).port}`];
    const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate }, rig.clock);
    const { store, clock } = rig;
    const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
    const publicBase = () => rig.address.base;
    const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "next", publicBase });
    t.after(async () => {
      await engine.close();
      await fetcher.close();
    });
    return engine;
  };

  test("is followed by another, which asks again", async (t) => {
    const rig = await openHubRig(t);
    await dying(rig);
    const engine = await successor(rig, t);
    await engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
    assert.equal(rig.asked.length, 2);
    assert.equal(rig.asked[0]!.get("hub.callback"), rig.asked[1]!.get("hub.callback"));
  });

  test("need not be, when the hub has verified meanwhile", async (t) => {
    const rig = await openHubRig(t);
    await dying(rig);
    assert.equal((await rig.verify({ "hub.lease_seconds": "864000" })).status, 200);
    const engine = await successor(rig, t);
    await engine.driveTo(rig.clock, rig.clock.now() + DAY_MS);
    assert.equal(rig.asked.length, 1);
    assert.equal((await rig.standing()).state, "active");
  });

  test("and of two that live one asks", async (t) => {
    const rig = await openHubRig(t);
    const other = await successor(rig, t);
    rig.answer = async (response) => {
      await other.driveTo(rig.clock, rig.clock.now());
      response.writeHead(202).end();
    };
    await rig.drive(SECOND_MS);
    assert.equal(rig.asked.length, 1);
  });
});

suite("pushes", () => {
  test("without a right signature are ignored under a status that tells no one so, and counted", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    const { dueAt } = await feedOf(rig);
    for (const signature of ["", "sha256=", `sha256=${"0".repeat(64)}`, "md5=00", "sha256"])
      assert.equal(await rig.push("x", { "x-hub-signature": signature }), 202);
    const { unsigned, pushes, isPending } = await rig.standing();
    assert.deepEqual([unsigned, pushes, isPending], [5, 0, false]);
    assert.equal((await feedOf(rig)).dueAt, dueAt);
    assert.deepEqual(new Set(rig.outcomes), new Set(["unsigned"]));
  });

  test("that come again have no effect again, and a flood has the feed polled every five minutes at most", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    await rig.drive(10 * MINUTE_MS);
    const before = polls(rig).length;
    const from = rig.clock.now();
    for (let minute = 0; minute < 60; minute++) {
      for (let i = 0; i < 5; i++) await rig.push(`<rss>${minute} ${i}</rss>`);
      await rig.drive(MINUTE_MS);
    }
    const during = polls(rig).slice(before);
    assert.ok(during.length >= 10 && during.length <= 13, `${during.length} polls in an hour`);
    assert.ok(during.every(({ at }, i) => i === 0 || at - during[i - 1]!.at >= 5 * MINUTE_MS));
    await rig.drive(6 * MINUTE_MS);
    const { dueAt } = await feedOf(rig);
    assert.equal(await rig.push("<rss>59 4</rss>"), 202);
    assert.equal((await feedOf(rig)).dueAt, dueAt);
    assert.equal(rig.outcomes.at(-1), "repeated");
    assert.ok(rig.clock.now() - from > HOUR_MS);
  });

  test("beyond thirty a minute are sent away before anything is looked up", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    rig.clock.advanceTo(Math.ceil(rig.clock.now() / MINUTE_MS) * MINUTE_MS);
    const statuses = [];
    for (let i = 0; i < 35; i++) statuses.push(await rig.push(`${i}`));
    assert.deepEqual(statuses, [...Array(30).fill(202), ...Array(5).fill(429)]);
    rig.clock.advance(MINUTE_MS);
    assert.equal(await rig.push("after"), 202);
  });

  test("that are no feed, or not whole, have it polled and nothing else", async (t) => {
    const rig = await openHubRig(t);
    await subscribed(rig);
    for (const body of ["x", "", "\u0000\u0001", "<rss><channel><item><link>/1", "{", "a".repeat(1024 * 1024)]) {
      await rig.drive(10 * MINUTE_MS);
      rig.list([{ path: `/${body.length}`, title: "Harbour board meets" }]);
      assert.equal(await rig.push(body), 202, `${body.length}`);
      await rig.drive(6 * MINUTE_MS);
      assert.ok(await rig.store.reader.articleByUrl(`${rig.base}/${body.length}`), `${body.length}`);
    }
    assert.equal(await rig.push("a".repeat(1024 * 1024 + 1)), 413);
    assert.equal(rig.outcomes.at(-1), "too-large");
  });
});
