import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { type Answer, openRig, page, type Rig } from "./rig.ts";

/** Drives the loop; what the article went through, look by look: hours since the beginning and outcome. */
async function played(
  rig: Rig,
  answers: readonly (readonly [afterHours: number, answer: Answer | null])[],
  hours: number,
) {
  const id = await rig.article("/a");
  const startAt = rig.clock.now();
  for (const [afterHours, answer] of answers) {
    if (afterHours > 0) await rig.engine.driveTo(rig.clock, startAt + afterHours * HOUR_MS);
    if (answer === null) rig.pages.delete("/a");
    else rig.pages.set("/a", answer);
  }
  await rig.engine.driveTo(rig.clock, startAt + hours * HOUR_MS);
  const { items } = await rig.store.reader.captures(id, { limit: 200 });
  return { ...(await rig.store.reader.watched(id))!, startAt, looks: items.toReversed() };
}

suite("a page that goes", () => {
  for (const status of [404, 410])
    test(`with ${status} counts as gone once it was seen so again a day later`, async (t) => {
      const rig = await openRig(t);
      const { article, looks } = await played(
        rig,
        [
          [0, page()],
          [12, { status }],
        ],
        12 + 72,
      );
      const gone = looks.filter(({ outcome }) => outcome === "gone");
      assert.equal(article.status, "gone");
      assert.deepEqual(article.statusReason, { code: "gone-for-good" });
      assert.ok(gone.length >= 3);
      assert.ok(gone[2]!.capturedAt - gone[0]!.capturedAt >= DAY_MS);
      assert.equal(article.versionCount, 1, "what was there is kept");
    });

  test("is watched on while that is not confirmed", async (t) => {
    const rig = await openRig(t);
    const { article, watch } = await played(
      rig,
      [
        [0, page()],
        [12, { status: 404 }],
        [24, page()],
      ],
      72,
    );
    assert.deepEqual([article.status, watch.failures], ["watched", 0]);
  });

  test("after a night of other faults has to be confirmed all the same", async (t) => {
    const rig = await openRig(t);
    const { looks, startAt } = await played(
      rig,
      [
        [0, page()],
        [12, { status: 502 }],
        [36, null],
      ],
      36 + 24 * 7,
    );
    assert.ok(looks.filter(({ outcome }) => outcome === "error").length >= 3);
    const gone = looks.filter(({ outcome }) => outcome === "gone");
    assert.ok(gone[0]!.capturedAt >= startAt + 36 * HOUR_MS);
    assert.ok(gone[1]!.capturedAt - gone[0]!.capturedAt <= HOUR_MS + MINUTE_MS, "it is asked again after an hour");
    assert.ok(gone[2]!.capturedAt - gone[0]!.capturedAt >= DAY_MS);
  });

  test("and comes back is watched as before", async (t) => {
    const rig = await openRig(t);
    const { article, looks } = await played(
      rig,
      [
        [0, page()],
        [12, { status: 410 }],
        [96, page()],
      ],
      24 * 12,
    );
    assert.match(article.status, /^(?:watched|quiet)$/);
    assert.ok(looks.some(({ outcome }) => outcome === "gone"));
    assert.equal(looks.at(-1)!.outcome, "unchanged");
  });
});

suite("a page that moves", () => {
  test("is known by every address that led there for good, and by none that did so for the moment", async (t) => {
    const rig = await openRig(t);
    const id = await rig.article("/a");
    rig.pages.set("/a", page());
    await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
    const hop = (status: number, to: string): Answer => ({ status, headers: { location: to } });
    rig.pages.set("/a", hop(301, "/b?utm_source=x"));
    rig.pages.set("/b?utm_source=x", hop(308, "/session"));
    rig.pages.set("/session", hop(302, "/new/place"));
    rig.pages.set("/new/place", page());
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 2 * DAY_MS);
    const article = (await rig.store.reader.article(id))!;
    assert.equal(article.url, `${rig.base}/a`, "a way that is for the moment at one point moves no article");
    for (const path of ["/a", "/b", "/new/place"]) {
      assert.equal((await rig.store.reader.articleByUrl(rig.base + path))?.id, id, path);
    }
    assert.equal(await rig.store.reader.articleByUrl(`${rig.base}/session`), null);
    const { items } = await rig.store.reader.captures(id, { limit: 50 });
    assert.ok(items.every(({ outcome }) => outcome === "unchanged" || outcome === "changed"));
    assert.equal(article.versionCount, 1);
  });
});

test("a page behind a wall, or that is kept from us, loses nothing and is asked again", async (t) => {
  const cases: readonly (readonly [answer: Answer, outcome: string, leastMs: number])[] = [
    [{ status: 401 }, "walled", 0],
    [{ status: 402 }, "walled", 0],
    [{ status: 403 }, "blocked", DAY_MS],
    [{ status: 429 }, "blocked", DAY_MS],
  ];
  for (const [answer, outcome, leastMs] of cases) {
    const rig = await openRig(t);
    const { article, looks } = await played(
      rig,
      [
        [0, page()],
        [6, answer],
      ],
      24 * 8,
    );
    const kept = looks.filter((look) => look.outcome === outcome);
    assert.ok(kept.length >= 2, `${JSON.stringify(answer)}: ${looks.map((look) => look.outcome)}`);
    assert.ok(kept[1]!.capturedAt - kept[0]!.capturedAt >= leastMs);
    assert.match(article.status, /^(?:watched|quiet)$/);
    assert.equal(article.versionCount, 1);
  }
});
