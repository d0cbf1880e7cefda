import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { type Article, active, pathAt } from "#newsroom/article";
import type { House } from "#newsroom/house";
import { MISBEHAVIOURS, type Misbehaviour } from "#newsroom/misbehaviours/kinds";
import { openNewsroom } from "#newsroom/newsroom";
import { openPress } from "#newsroom/press";
import { type Answer, ask, START_AT } from "./ask.ts";

const SCALE = { hosts: 60, articles: 600, arriveOverMs: 4 * DAY_MS, misbehaves: MISBEHAVIOURS };
const SEED = 7;
const AT = START_AT + 3 * DAY_MS;
const houses = [...openPress(START_AT, SEED, SCALE).houses()];

const housesThat = (kind: Misbehaviour): readonly House[] => houses.filter(({ conduct }) => conduct?.kinds.has(kind));

/** An article of each such house that the misbehaviour befalls at `AT`, and nothing that would stand before it. */
function befallen(kind: Misbehaviour): readonly Article[] {
  return housesThat(kind).flatMap((house) => {
    const others = ["outage", "sent-away", "walled-off", "led-away", "gone-and-back", "site-moved", "renamed"] as const;
    const found = [...house.articles()].find(
      (article) =>
        article.publishedAt < AT &&
        active(article, kind, AT) &&
        others.every((other) => other === kind || !active(article, other, AT)) &&
        article.noise.every(
          ({ kind: noise, from, to }) => noise === kind || !OBSTACLES.has(noise) || from > AT || to <= AT,
        ),
    );
    return found ?? [];
  });
}

/** What would be seen instead of a wall. */
const HIDING: ReadonlySet<string> = new Set(["outage", "sent-away", "led-away", "gone-and-back", "gone", "site-moved"]);

const OBSTACLES: ReadonlySet<string> = new Set(["gone", "server-error", "bot-challenge", "soft-error", "consent-wall"]);

async function answers(
  t: { after(fn: () => unknown): void },
  asks: (get: (host: string, path: string) => Promise<Answer>, base: (host: string) => string) => Promise<void>,
): Promise<void> {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: SEED, scale: SCALE, slowMs: 1 });
  t.after(() => newsroom.close());
  clock.advanceTo(AT);
  await asks(
    (host, path) => ask(newsroom.port, host, path),
    (host) => `http://${host}.localhost:${newsroom.port}`,
  );
}

suite("a press that misbehaves", () => {
  test("has each misbehaviour at some of its houses, and not at all of them", () => {
    for (const kind of MISBEHAVIOURS) {
      const count = housesThat(kind).length;
      assert.ok(count >= 3 && count <= houses.length / 2, `${kind}: ${count}`);
    }
  });

  test("does none of it unless it is asked for", () => {
    for (const { conduct, articles } of openPress(START_AT, SEED, { hosts: 12, articles: 120 }).houses()) {
      assert.equal(conduct, undefined);
      for (const { noise } of articles())
        assert.ok(noise.every(({ kind }) => !(MISBEHAVIOURS as readonly string[]).includes(kind)));
    }
  });

  test("leads some looks away, each house to another page, and shows the article at the others", async (t) => {
    const found = befallen("led-away");
    await answers(t, async (get, base) => {
      const pages = new Set<string>();
      for (const article of found) {
        const path = pathAt(article, AT);
        const all: Answer[] = [];
        for (let i = 0; i < 12; i++) all.push(await get(article.site.host, path));
        const headline = article.firstHeadline().slice(0, 12);
        assert.ok(
          all.some(({ status, text }) => status === 200 && text.includes(headline)),
          path,
        );
        for (const { status, headers, text } of all) {
          if (status === 200 && !text.includes("http-equiv")) continue;
          assert.ok(status === 200 || [302, 303, 307].includes(status), `${status}`);
          const to = new URL(headers["location"] ?? /url=([^"]+)"/.exec(text)![1]!, base(article.site.host));
          const page = await get(to.hostname.replace(".localhost", ""), to.pathname + to.search);
          assert.equal(page.status, 200);
          if (status !== 200) assert.ok(!page.text.includes(headline));
          pages.add(page.text.replace(/<small>.*<\/small>/, ""));
        }
      }
      assert.ok(found.length >= 2 && pages.size >= 2, `${found.length} houses, ${pages.size} pages`);
    });
  });

  test("sends who asks for a removed article to its front page, a section, a tag or another article", async (t) => {
    const found = befallen("sent-away");
    await answers(t, async (get, base) => {
      const ends = new Set<string>();
      for (const article of found) {
        const { status, headers } = await get(article.site.host, pathAt(article, AT));
        assert.ok([301, 302, 307, 308].includes(status));
        const to = new URL(headers["location"]!);
        assert.equal(to.origin, base(article.site.host));
        assert.notEqual(to.pathname, pathAt(article, AT));
        const page = await get(article.site.host, to.pathname);
        assert.equal(page.status, 200);
        ends.add(to.pathname.replace(/story.*/, "story"));
        if (to.pathname.includes("story")) continue;
        const teasers = page.text.split("<h2>").length - 1;
        assert.ok(teasers >= 8 && teasers <= 60, `${teasers}`);
        assert.ok(!page.text.includes("<a "), "without links of their own");
      }
      assert.ok(ends.size >= 2, [...ends].join());
    });
  });

  test("walls its articles off with status 200, each house in another wording", async (t) => {
    const clock = new DrivenClock(START_AT);
    const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: SEED, scale: SCALE, slowMs: 1 });
    t.after(() => newsroom.close());
    const walls = housesThat("walled-off")
      .filter(({ conduct }) => conduct!.kinds.size === 1 || !conduct!.kinds.has("site-moved"))
      .map((house) => ({ house, from: house.conduct!.spans.find(({ kind }) => kind === "walled-off")!.from }))
      .toSorted((a, b) => a.from - b.from);
    const pages = new Set<string>();
    for (const { house, from } of walls) {
      clock.advanceTo(Math.max(clock.now(), from));
      const article = [...house.published(clock.now())].find(
        ({ noise }) =>
          !noise.some(
            ({ kind, from, to }) =>
              kind !== "walled-off" && HIDING.has(kind) && from <= clock.now() && to > clock.now(),
          ),
      );
      for (let i = 0; article && i < 8; i++) {
        const { status, text } = await ask(newsroom.port, house.site.host, pathAt(article, clock.now()));
        assert.equal(status, 200);
        if (!text.includes("<nav>")) pages.add(text.replace(/<small>.*<\/small>/, ""));
      }
    }
    assert.ok(pages.size >= 2, `${pages.size}`);
  });

  test("names an article anew under the same guid, and the old address ends in its own way", async (t) => {
    const found = befallen("renamed");
    const ways = new Set<number>();
    await answers(t, async (get, base) => {
      for (const article of found) {
        const old = article.site.articlePath(article);
        const renamed = pathAt(article, AT);
        assert.notEqual(renamed, old);
        assert.equal((await get(article.site.host, renamed)).status, 200);
        const { status, headers, text } = await get(article.site.host, old);
        ways.add(status);
        const to = status === 301 ? headers["location"] : /(?:url=|canonical" href=")([^"]+)"/.exec(text)?.[1];
        assert.equal(to, base(article.site.host) + renamed);
        const feed = await get(article.site.host, "/feed.xml");
        if (feed.text.includes(renamed)) assert.ok(feed.text.includes(`>${article.site.host}:${article.number}<`));
      }
    });
    assert.ok(found.length >= 2 && ways.size === 2, [...ways].join());
  });

  test("moves a whole site: the old host leads to the same path at the new one", async (t) => {
    const [house] = housesThat("site-moved").filter(({ conduct }) => conduct!.movesAt! < AT);
    await answers(t, async (get) => {
      const { status, headers } = await get(house!.site.host, "/feed.xml");
      const to = new URL(headers["location"]!);
      assert.deepEqual([status, to.pathname], [301, "/feed.xml"]);
      const feed = await get(to.hostname.replace(".localhost", ""), "/feed.xml");
      assert.equal(feed.status, 200);
      assert.ok(feed.text.includes(to.host) && !feed.text.includes(`//${house!.site.host}.`));
    });
  });

  test("spells addresses otherwise from hour to hour, and each leads to the article", async (t) => {
    const clock = new DrivenClock(START_AT);
    const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: SEED, scale: SCALE, slowMs: 1 });
    t.after(() => newsroom.close());
    clock.advanceTo(AT - 9 * HOUR_MS);
    const house = housesThat("respelled").find(
      ({ conduct }) =>
        !["outage", "site-moved", "undated", "twin"].some((kind) => conduct!.kinds.has(kind as Misbehaviour)),
    );
    const seen = new Set<string>();
    for (let hour = 0; hour < 9; hour++) {
      const feed = await ask(newsroom.port, house!.site.host, "/feed.xml");
      const link = /<item>[\s\S]*?<link>(.*?)<\/link>/.exec(feed.text)![1]!.replaceAll("&amp;", "&");
      seen.add(link);
      const { pathname, search } = new URL(link);
      assert.equal((await ask(newsroom.port, house!.site.host, pathname + search)).status, 200, link);
      clock.advance(HOUR_MS);
    }
    assert.ok(seen.size >= 2, [...seen].join("\n"));
  });

  test("takes an edit back after hours: the text before it is there again", () => {
    let count = 0;
    for (const house of housesThat("taken-back"))
      for (const article of house.articles()) {
        const states = article.states();
        const back = states.findIndex(({ edit }) => edit?.kind === "restored");
        if (back < 0) continue;
        count += 1;
        assert.deepEqual(states[back]!.text, states[back - 2]!.text);
        assert.ok(states[back]!.at - states[back - 1]!.at >= 7 * HOUR_MS);
      }
    assert.ok(count >= 5, `${count}`);
  });
});
